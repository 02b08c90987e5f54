package localorg.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A validation rule of an object.
 *
 * @param field the field at which the message stands, null for the top of the page
 */
public record ValidationRule(Formula condition, String message, String field) {
    static ValidationRule read(Path file) throws IOException {
        Xml xml = Xml.read(file);
        try {
            Formula condition = new Formula(xml.text("errorConditionFormula"));
            return new ValidationRule(condition, xml.text("errorMessage"), xml.text("errorDisplayField"));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Whether a record with these values must not be saved. */
    public boolean forbids(Map<String, Object> values) {
        return condition.holds(values);
    }
}
