package localorg.runtime.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import localorg.linking.ApexType;
import localorg.linking.ClassDescription;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.Hooks;
import localorg.runtime.Transaction;
import localorg.runtime.database.Batchable;
import localorg.runtime.lang.ApexList;

/** What the classes behind Test.createStub call. Apex Reference, StubProvider Interface. */
public final class StubSupport {

    private StubSupport() {}

    /** Classes of the project, but no inner ones, no batches, and none with private constructors only. */
    static boolean canMock(Class<?> type) {
        boolean isOuter = type.getClassLoader() instanceof ProgramClassLoader && !type.getName().contains("$");
        return (
            isOuter &&
            Transaction.current().program().description(type.getName()).isOpen() &&
            !Batchable.class.isAssignableFrom(type)
        );
    }

    /** Hands a call to the provider; its answer is checked against the method's return type. */
    public static Object call(Object stub, Object provider, String method, String descriptor, Object[] arguments) {
        ClassDescription.Operation operation = find(
            stub.getClass().getSuperclass(),
            stub.getClass().getInterfaces(),
            method,
            arguments.length
        );
        List<Type> types = new ArrayList<>();
        operation.parameters().forEach(type -> types.add(new Type(type)));
        ApexType result = returnType(operation);
        Object answer = ((StubProvider) provider).handleMethodCall(
            stub,
            method,
            result == null ? null : new Type(result),
            ApexList.of(types),
            ApexList.ofStrings(java.util.Collections.nCopies(arguments.length, "")),
            ApexList.of(Arrays.asList(arguments))
        );
        return result == null
            ? null
            : Hooks.convert(answer, org.objectweb.asm.Type.getReturnType(operation.descriptor()).getInternalName());
    }

    private static ApexType returnType(ClassDescription.Operation operation) {
        org.objectweb.asm.Type type = org.objectweb.asm.Type.getReturnType(operation.descriptor());
        return type.getSort() == org.objectweb.asm.Type.VOID ? null : ApexType.ofInternalName(type.getInternalName());
    }

    private static ClassDescription.Operation find(
        Class<?> parent,
        Class<?>[] interfaces,
        String method,
        int parameters
    ) {
        List<Class<?>> places = new ArrayList<>(Arrays.asList(interfaces));
        for (Class<?> type = parent; type != null; type = type.getSuperclass()) {
            places.add(type);
        }
        for (Class<?> place : places) {
            ClassDescription description = Transaction.current().program().description(place.getName());
            if (description != null) {
                for (ClassDescription.Operation operation : description.operations()) {
                    if (operation.name().equals(method) && operation.parameters().size() == parameters) {
                        return operation;
                    }
                }
            }
        }
        throw new IllegalStateException("No method " + method);
    }
}
