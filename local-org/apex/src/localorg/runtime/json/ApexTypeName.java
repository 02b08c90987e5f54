package localorg.runtime.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Apex type of a platform class's field, as an internal name; for lists and maps, whose elements Java does not know.
 * Apex Developer Guide, JSON Support.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ApexTypeName {
    String value();
}
