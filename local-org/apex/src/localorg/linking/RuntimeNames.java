package localorg.linking;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.commons.Remapper;

/** Where the engine's class for a platform class lives. */
final class RuntimeNames {

    static final String RUNTIME = "localorg/runtime/";
    private static final String API = "com/salesforce/api/";
    private static final Map<String, String> FIXED = Map.ofEntries(
        Map.entry("java/util/Calendar", RUNTIME + "lang/ApexDatetime"),
        Map.entry("com/force/swag/soap/DateOnlyWrapper", RUNTIME + "lang/ApexDate"),
        Map.entry("com/force/swag/soap/Time", RUNTIME + "lang/ApexTime"),
        Map.entry("com/force/swag/id/ID", RUNTIME + "lang/ApexId"),
        Map.entry("core/filemanager/BlobValue", RUNTIME + "lang/ApexBlob"),
        Map.entry(API + "System", RUNTIME + "Hooks"),
        Map.entry(API + "fast/System", RUNTIME + "Hooks"),
        Map.entry(API + "Database", RUNTIME + "EmbeddedData"),
        Map.entry(API + "TriggerContext", RUNTIME + "TriggerContext"),
        Map.entry("com/salesforce/spi/Trigger", RUNTIME + "Trigger"),
        Map.entry("System/ApexBaseClass", RUNTIME + "lang/ApexObject"),
        Map.entry("System/ApexBaseException", RUNTIME + "lang/ApexException"),
        // the JVM itself throws it where Apex dereferences null
        Map.entry(API + "exception/NullPointerException", "java/lang/NullPointerException")
    );
    private static final Map<String, String> MAPPED = new ConcurrentHashMap<>();

    /** The mapping for descriptors. */
    static final Remapper REMAPPER = new Remapper() {
        @Override
        public String map(String internalName) {
            return RuntimeNames.map(internalName);
        }
    };

    private RuntimeNames() {}

    /** The internal name to link against: unchanged for the project's own classes and for Java's. */
    static String map(String name) {
        return MAPPED.computeIfAbsent(name, RuntimeNames::find);
    }

    static boolean isRuntime(String mappedName) {
        return mappedName.startsWith(RUNTIME);
    }

    private static String find(String name) {
        String fixed = FIXED.get(name);
        if (fixed != null) {
            return fixed;
        }
        for (String collection : new String[] { "Map", "List", "Set" }) {
            if (name.equals(API + "fast/" + collection) || name.startsWith(API + "fast/" + collection + "$$")) {
                return RUNTIME + "lang/Apex" + collection;
            }
        }
        if (name.startsWith(API + "entity/")) {
            return RUNTIME + "lang/SObject";
        }
        if (name.startsWith(API + "exception/")) {
            return RUNTIME + "exception/" + name.substring((API + "exception/").length());
        }
        if (name.startsWith(API + "interop/")) {
            return RUNTIME + "lang/" + name.substring(name.lastIndexOf('/') + 1);
        }
        String platform = name.startsWith(API) ? name.substring(API.length()) : name;
        int slash = platform.indexOf('/');
        boolean foreign =
            slash < 0 ||
            platform.startsWith(ClassDescription.TRIGGER) ||
            platform.startsWith("java/") ||
            platform.startsWith("com/") ||
            platform.startsWith("core/");
        return foreign
            ? name
            : platformClass(platform.substring(0, slash).toLowerCase(Locale.ROOT), platform.substring(slash + 1));
    }

    /** The compiler calls the enumerations of some namespaces XEnum; the runtime uses the name that Apex uses. */
    private static String platformClass(String namespace, String type) {
        String mapped = RUNTIME + namespace + "/" + type;
        String plain = type.replaceFirst("Enum$", "");
        boolean renamed = !plain.equals(type) && exists(RUNTIME + namespace + "/" + plain);
        return renamed ? RUNTIME + namespace + "/" + plain : mapped;
    }

    private static boolean exists(String internalName) {
        return RuntimeNames.class.getClassLoader().getResource(internalName + ".class") != null;
    }
}
