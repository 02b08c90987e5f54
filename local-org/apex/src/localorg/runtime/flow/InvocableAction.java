package localorg.runtime.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.linking.ApexType;
import localorg.linking.ClassDescription;
import localorg.linking.LinkedProgram;
import localorg.runtime.Hooks;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.exception.FlowException;
import localorg.runtime.json.Members;
import localorg.runtime.lang.ApexList;
import org.objectweb.asm.Type;

/**
 * The method of a class with @InvocableMethod, as a Flow calls it: once, with the inputs of all interviews (Apex
 * Developer Guide, InvocableMethod Annotation and InvocableVariable Annotation).
 */
public final class InvocableAction {

    private static final String ANNOTATION = "invocableMethod";
    /** What a Flow calls the result of a method that answers no class of its own. */
    private static final String OUTPUT = "output";

    /** A value that goes in or comes out; its type is the Apex type. */
    public record Parameter(String name, boolean required, ApexType type) {}

    private final LinkedProgram program;
    private final ClassDescription owner;
    private final ClassDescription.Operation operation;

    private InvocableAction(LinkedProgram program, ClassDescription owner, ClassDescription.Operation operation) {
        this.program = program;
        this.owner = owner;
        this.operation = operation;
    }

    /** The action of the class with that Apex name, or null. */
    public static InvocableAction find(LinkedProgram program, String className) {
        ClassDescription owner = program.find(className);
        return owner == null
            ? null
            : owner
                  .operations()
                  .stream()
                  .filter(operation -> operation.modifiers().has(ANNOTATION))
                  .map(operation -> new InvocableAction(program, owner, operation))
                  .findFirst()
                  .orElse(null);
    }

    public String className() {
        return owner.apexName();
    }

    public List<Parameter> inputs() {
        boolean none = operation.parameters().isEmpty();
        return none ? List.of() : parameters(input(), operation.parameterNames().get(0));
    }

    public List<Parameter> outputs() {
        ApexType output = output();
        return output == null ? List.of() : parameters(output, OUTPUT);
    }

    /** The type of one interview's input. */
    private ApexType input() {
        return operation.parameters().get(0).first();
    }

    /** The type of one interview's output, or null for a method that answers nothing. */
    private ApexType output() {
        Type type = Type.getReturnType(operation.descriptor());
        return type.getSort() == Type.VOID ? null : ApexType.ofInternalName(type.getInternalName()).first();
    }

    /** The invocable variables of a class of the project; another type is one parameter by itself. */
    private List<Parameter> parameters(ApexType type, String name) {
        ClassDescription description = program.description(type.name());
        if (description == null) {
            return List.of(new Parameter(name, true, type));
        }
        List<Parameter> parameters = new ArrayList<>();
        variables(description).forEach(member ->
            parameters.add(
                new Parameter(member.name(), member.modifiers().has("invocableVariable@required"), member.type())
            )
        );
        return parameters;
    }

    private List<ClassDescription.Member> variables(ClassDescription start) {
        List<ClassDescription.Member> variables = new ArrayList<>();
        for (ClassDescription type = start; type != null; type = program.description(type.parent())) {
            type.members()
                .values()
                .stream()
                .filter(member -> member.modifiers().has("invocableVariable"))
                .forEach(variables::add);
        }
        return variables;
    }

    /**
     * Runs it in the current transaction, with one input per interview by the names of {@link #inputs}; the outputs
     * come in the same order. What Apex throws is thrown.
     */
    // Imitates: an invocable method gets the inputs of all interviews in one list and answers a list of that size — Apex Developer Guide, InvocableMethod Annotation (likely: texts) [C]
    public List<Map<String, Object>> invoke(List<Map<String, Object>> interviews) {
        Object[] arguments = new Object[operation.parameters().size()];
        if (arguments.length == 1) {
            ApexList list = new ApexList(operation.parameters().get(0));
            interviews.forEach(values -> list.items().add(argument(values)));
            arguments[0] = list;
        }
        Object answer = call(arguments);
        if (output() == null) {
            return interviews
                .stream()
                .map(values -> Map.<String, Object>of())
                .toList();
        }
        List<Object> results = answer == null ? List.of() : ((ApexList) answer).items();
        if (results.size() != interviews.size()) {
            throw new FlowException(
                "The number of results does not match the number of interviews that were executed in a single bulk " +
                    "execution request."
            );
        }
        return results.stream().map(this::result).toList();
    }

    private Object call(Object[] arguments) {
        try {
            Class<?> type = Transaction.current().loader().loadClass(owner.name());
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(operation.name()) && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    return method.invoke(null, arguments);
                }
            }
            throw new IllegalStateException("No method " + className() + "." + operation.name());
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Map<String, Object> values) {
        ClassDescription description = program.description(input().name());
        for (Parameter parameter : inputs()) {
            if (parameter.required() && values.get(parameter.name()) == null) {
                throw new FlowException("Missing required input parameter: " + parameter.name());
            }
        }
        if (description == null) {
            return convert(values.get(inputs().get(0).name()), input());
        }
        try {
            Object instance = Instances.create(Transaction.current().loader().javaClass(input()));
            for (ClassDescription.Member member : variables(description)) {
                if (values.containsKey(member.name())) {
                    Members.write(instance, member, convert(values.get(member.name()), member.type()));
                }
            }
            return instance;
        } catch (NoSuchMethodException e) {
            throw new FlowException(description.apexName() + " needs a constructor without arguments");
        }
    }

    private Map<String, Object> result(Object result) {
        Map<String, Object> values = new LinkedHashMap<>();
        ClassDescription description = program.description(output().name());
        if (description == null) {
            values.put(OUTPUT, result);
        } else if (result != null) {
            variables(description).forEach(member -> values.put(member.name(), Members.read(result, member)));
        }
        return values;
    }

    /** A Flow knows numbers of one kind only, and its collections do not know what they hold. */
    private static Object convert(Object value, ApexType type) {
        if (type.isList() && value instanceof ApexList list) {
            ApexList converted = new ApexList(type);
            list.items().forEach(item -> converted.items().add(convert(item, type.first())));
            return converted;
        }
        if (value instanceof Number number) {
            return switch (type.name()) {
                case "java/lang/Integer" -> number.intValue();
                case "java/lang/Long" -> number.longValue();
                case "java/lang/Double" -> number.doubleValue();
                default -> Hooks.convert(value, type.name());
            };
        }
        return Hooks.convert(value, type.name());
    }
}
