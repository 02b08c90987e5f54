package localorg.runtime.exception;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;

/**
 * A problem with a SOQL query, such as assigning a query without rows to a single record. Apex Reference, Built-In
 * Exceptions (QueryException).
 */
public class QueryException extends ApexException {

    private final Map<String, Set<String>> inaccessible = new TreeMap<>();

    public QueryException() {}

    public QueryException(String message) {
        super(message);
    }

    public QueryException(Exception cause) {
        super(cause);
    }

    public QueryException(String message, Exception cause) {
        super(message, cause);
    }

    /** A user-mode query that names a field or object that the user may not see. */
    public static QueryException noAccess(String object, String field, String message) {
        QueryException exception = new QueryException(message);
        exception.inaccessible.computeIfAbsent(object, key -> new TreeSet<>()).add(field);
        return exception;
    }

    public ApexMap getInaccessibleFields() {
        Map<String, ApexSet> fields = new TreeMap<>();
        inaccessible.forEach((object, names) -> fields.put(object, ApexSet.ofStrings(names)));
        return ApexMap.of(
            fields,
            ApexType.ofInternalName("java/lang/String"),
            ApexType.ofInternalName("com/salesforce/api/fast/Set$$ljava/lang/String$$r")
        );
    }
}
