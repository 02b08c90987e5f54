package localorg.runtime.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import localorg.linking.ClassDescription;
import localorg.linking.ClassDescription.Member;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.lang.Text;

/** The instance members of Apex objects: fields directly, properties by their accessors. */
public final class Members {
    private Members() {}

    /** Those of the class and of its parents, by name, the class's own first. */
    public static Map<String, Member> of(Class<?> type) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            ClassDescription description = Transaction.current().program().description(current.getName());
            if (description != null) {
                description.members().values().stream().filter(member -> !member.isStatic()).forEach(member -> members.putIfAbsent(member.name(), member));
            }
        }
        return members;
    }

    public static Object read(Object instance, Member member) {
        Method getter = member.property() ? accessor(instance.getClass(), member, 0) : null;
        return getter == null ? Text.Fields.read(instance, member.name()) : invoke(getter, instance);
    }

    public static void write(Object instance, Member member, Object value) {
        Method setter = member.property() ? accessor(instance.getClass(), member, 1) : null;
        if (setter == null) {
            Text.Fields.write(instance, member.name(), value);
        } else {
            invoke(setter, instance, value);
        }
    }

    private static Method accessor(Class<?> type, Member member, int parameters) {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            for (Method method : current.getDeclaredMethods()) {
                if (method.getName().equals("__sfdc_" + member.name()) && method.getParameterCount() == parameters) {
                    return method;
                }
            }
        }
        return null;
    }

    private static Object invoke(Method method, Object instance, Object... arguments) {
        method.setAccessible(true);
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
