package localorg.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An Apex type. The compiler writes types into byte code as internal names with mangled generics:
 * com/salesforce/api/fast/List$$lFoo$Node$$r for List&lt;Foo.Node&gt;.
 *
 * @param name the internal name without type arguments
 */
public record ApexType(String name, List<ApexType> arguments) {
    private static final String API = "com/salesforce/api/";
    private static final Map<String, String> SCALARS = Map.ofEntries(
        Map.entry("java/lang/Object", "Object"),
        Map.entry("java/lang/String", "String"),
        Map.entry("java/lang/Integer", "Integer"),
        Map.entry("java/lang/Long", "Long"),
        Map.entry("java/lang/Double", "Double"),
        Map.entry("java/lang/Boolean", "Boolean"),
        Map.entry("java/math/BigDecimal", "Decimal"),
        Map.entry("java/util/Calendar", "Datetime"),
        Map.entry("com/force/swag/soap/DateOnlyWrapper", "Date"),
        Map.entry("com/force/swag/soap/Time", "Time"),
        Map.entry("com/force/swag/id/ID", "Id"),
        Map.entry("core/filemanager/BlobValue", "Blob")
    );
    private static final Map<String, String> SCALAR_NAMES = SCALARS.entrySet()
        .stream()
        .collect(Collectors.toMap(entry -> entry.getValue().toLowerCase(java.util.Locale.ROOT), Map.Entry::getKey));
    private static final Map<String, ApexType> PARSED = new ConcurrentHashMap<>();

    public static final ApexType OBJECT = new ApexType("java/lang/Object", List.of());

    /** Reads an internal name as it stands in byte code. */
    public static ApexType ofInternalName(String internalName) {
        return PARSED.computeIfAbsent(internalName, ApexType::parseInternal);
    }

    private static ApexType parseInternal(String text) {
        int open = text.indexOf("$$l");
        if (open < 0) {
            return new ApexType(text.replace("$$d", "$"), List.of());
        }
        String inside = text.substring(open + 3, text.length() - 3);
        List<ApexType> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i + 2 < inside.length(); i++) {
            if (inside.startsWith("$$l", i)) {
                depth++;
            } else if (inside.startsWith("$$r", i)) {
                depth--;
            } else if (inside.startsWith("$$c", i) && depth == 0) {
                arguments.add(parseInternal(inside.substring(start, i)));
                start = i + 3;
            }
        }
        arguments.add(parseInternal(inside.substring(start)));
        return new ApexType(text.substring(0, open), List.copyOf(arguments));
    }

    /** Reads a name as it stands in Apex source: Map&lt;String, List&lt;Account&gt;&gt;, Foo.Node. */
    public static ApexType ofApexName(String apexName) {
        String text = apexName.trim();
        if (text.endsWith("[]")) {
            return new ApexType(API + "fast/List", List.of(ofApexName(text.substring(0, text.length() - 2))));
        }
        int open = text.indexOf('<');
        if (open < 0) {
            String scalar = SCALAR_NAMES.get(text.toLowerCase(java.util.Locale.ROOT));
            return new ApexType(scalar == null ? text : scalar, List.of());
        }
        String inside = text.substring(open + 1, text.lastIndexOf('>'));
        List<ApexType> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                arguments.add(ofApexName(inside.substring(start, i)));
                start = i + 1;
            }
        }
        arguments.add(ofApexName(inside.substring(start)));
        String generic = text.substring(0, open).trim();
        String proper =
            generic.substring(0, 1).toUpperCase(java.util.Locale.ROOT) +
            generic.substring(1).toLowerCase(java.util.Locale.ROOT);
        return new ApexType(API + "fast/" + proper, List.copyOf(arguments));
    }

    public boolean isList() {
        return name.equals(API + "fast/List");
    }

    public boolean isSet() {
        return name.equals(API + "fast/Set");
    }

    public boolean isMap() {
        return name.equals(API + "fast/Map");
    }

    public boolean isObject() {
        return name.equals("java/lang/Object");
    }

    /** Whether it is SObject or one of the objects. */
    public boolean isSObject() {
        return name.startsWith(API + "entity/");
    }

    /** The name of the object, SObject for the general type. */
    public String objectName() {
        return name.substring((API + "entity/").length());
    }

    /** The type of the elements of a list or set, of the keys of a map. */
    public ApexType first() {
        return arguments.isEmpty() ? OBJECT : arguments.get(0);
    }

    /** The type of the values of a map. */
    public ApexType second() {
        return arguments.size() < 2 ? OBJECT : arguments.get(1);
    }

    /**
     * The name as Apex shows it: List&lt;Foo.Node&gt;, Account, String. Platform classes without the System namespace.
     */
    public String apexName() {
        String base = baseName();
        return arguments.isEmpty()
            ? base
            : base +
                  arguments
                      .stream()
                      .map(ApexType::apexName)
                      .collect(Collectors.joining(",", "<", ">"));
    }

    private String baseName() {
        String scalar = SCALARS.get(name);
        if (scalar != null) {
            return scalar;
        }
        for (String prefix : List.of(API + "fast/", API + "entity/")) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        String shortened = name.startsWith(API) ? name.substring(API.length()) : name;
        int slash = shortened.indexOf('/');
        if (slash < 0) {
            return shortened.replace('$', '.');
        }
        String namespace = shortened.substring(0, slash);
        String type = shortened.substring(slash + 1).replace('$', '.');
        boolean system = namespace.equalsIgnoreCase("system") || namespace.equals("exception");
        return system
            ? type
            : namespace.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + namespace.substring(1) + "." + type;
    }

    @Override
    public String toString() {
        return apexName();
    }
}
