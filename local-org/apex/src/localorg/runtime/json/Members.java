package localorg.runtime.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import localorg.linking.ClassDescription;
import localorg.runtime.InstanceFields;
import localorg.runtime.Instances;

/**
 * Reads and writes the members of Apex instances as Apex itself would: fields directly, properties by their accessors.
 * Apex Developer Guide, JSON Support (members of any visibility) [L].
 */
public final class Members {

    private Members() {}

    public static Object read(Object instance, ClassDescription.Member member) {
        if (!member.property()) {
            return InstanceFields.read(instance, member.name());
        }
        try {
            return accessor(instance.getClass(), "__sfdc_" + member.name(), 0).invoke(instance);
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void write(Object instance, ClassDescription.Member member, Object value) {
        if (!member.property()) {
            InstanceFields.write(instance, member.name(), value);
            return;
        }
        try {
            Method setter = accessor(instance.getClass(), "__sfdc_" + member.name(), 1);
            if (setter != null) {
                setter.invoke(instance, value);
            }
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method accessor(Class<?> start, String name, int parameters) {
        for (Class<?> type = start; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        return null;
    }
}
