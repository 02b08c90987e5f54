package localorg.metadata;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Salesforce's standard objects. The sobject-types jar of apex-ls holds one Java class per object, whose public fields
 * are the object's
 * fields; it is read by reflection.
 */
public final class StandardObjects {

    private static final String PACKAGE = "com.nawforce.runforce.SObjects.";
    private static final Map<String, String> METADATA_TYPES = Map.of(
        "String",
        "Text",
        "Boolean",
        "Checkbox",
        "Decimal",
        "Number",
        "Double",
        "Double",
        "Integer",
        "Integer",
        "Long",
        "Long",
        "Id",
        "Id",
        "Datetime",
        "DateTime",
        "Date",
        "Date",
        "Blob",
        "Blob"
    );
    // Imitates: fields of standard objects that a new record needs, of those that are often created — Object Reference, field properties (not Nillable, not Defaulted on create) [C]
    private static final Map<String, Set<String>> REQUIRED = Map.of(
        "Account",
        Set.of("Name"),
        "Contact",
        Set.of("LastName"),
        "Lead",
        Set.of("LastName", "Company"),
        "Opportunity",
        Set.of("Name", "StageName", "CloseDate"),
        "Campaign",
        Set.of("Name"),
        "Product2",
        Set.of("Name"),
        "User",
        Set.of(
            "Username",
            "LastName",
            "Email",
            "Alias",
            "ProfileId",
            "TimeZoneSidKey",
            "LocaleSidKey",
            "EmailEncodingKey",
            "LanguageLocaleKey"
        )
    );
    // Imitates: an account takes its contacts and opportunities with it, its cases keep it, parents are cleared — Salesforce Help, Delete Accounts; Apex Developer Guide, Deleting Records [L]
    private static final Map<String, Reference.OnDelete> ON_DELETE = Map.of(
        "Contact.AccountId",
        Reference.OnDelete.CASCADE,
        "Opportunity.AccountId",
        Reference.OnDelete.CASCADE,
        "Case.AccountId",
        Reference.OnDelete.RESTRICT,
        "Case.ContactId",
        Reference.OnDelete.RESTRICT,
        "Account.ParentId",
        Reference.OnDelete.CLEAR,
        "Case.ParentId",
        Reference.OnDelete.CLEAR,
        "Contact.ReportsToId",
        Reference.OnDelete.CLEAR
    );

    private final Map<String, String> names = new HashMap<>();
    private final ClassLoader classes;

    public StandardObjects(Path sobjectTypesJar, Path standardTypesJar) throws IOException {
        Matcher entryName = Pattern.compile("com/nawforce/runforce/SObjects/(\\w+)\\.class").matcher("");
        try (JarFile jar = new JarFile(sobjectTypesJar.toFile())) {
            jar.stream()
                .filter(entry -> entryName.reset(entry.getName()).matches())
                .forEach(entry -> names.put(entryName.group(1).toLowerCase(Locale.ROOT), entryName.group(1)));
        }
        classes = new URLClassLoader(
            new URL[] { sobjectTypesJar.toUri().toURL(), standardTypesJar.toUri().toURL() },
            null
        );
    }

    /** The object with that name in any case, or null when Salesforce has none. */
    ObjectDefinition find(String name) {
        String proper = names.get(name.toLowerCase(Locale.ROOT));
        if (proper == null) {
            return name.equalsIgnoreCase("UserExternalCredential") ? userExternalCredential() : null;
        }
        try {
            Class<?> type = Class.forName(PACKAGE + proper, false, classes);
            ObjectDefinition object = new ObjectDefinition(proper, proper, proper + "s", "ReadWrite", null);
            object.add(FieldDefinition.standard("Id", "Id", null));
            for (Field field : type.getFields()) {
                String metadataType = METADATA_TYPES.get(field.getType().getSimpleName());
                Class<?> child = field.getType().getComponentType();
                if (child != null && child.getName().startsWith(PACKAGE)) {
                    object.add(new ChildRelationship(field.getName(), child.getSimpleName(), null));
                } else if (metadataType != null && !Modifier.isStatic(field.getModifiers())) {
                    object.add(standardField(type, field, metadataType));
                }
            }
            return object;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /**
     * Newer than the jar; nobody but the platform reads it, but Apex asks for its permissions (platform facts, section
     * 7).
     */
    private static ObjectDefinition userExternalCredential() {
        ObjectDefinition object = new ObjectDefinition(
            "UserExternalCredential",
            "User External Credential",
            "User External Credentials",
            "Private",
            null
        );
        object.add(FieldDefinition.standard("Id", "Id", null));
        return object;
    }

    private static FieldDefinition standardField(Class<?> type, Field field, String metadataType) {
        String object = type.getSimpleName();
        String name = field.getName();
        Reference target =
            metadataType.equals("Id") && name.endsWith("Id") && name.length() > 2 ? reference(type, name) : null;
        String kind = target != null ? "Lookup" : name.equals("Email") ? "Email" : metadataType;
        boolean required = REQUIRED.getOrDefault(object, Set.of()).contains(name);
        boolean isTimeZone = object.equals("User") && name.equals("TimeZoneSidKey");
        Picklist values = isTimeZone ? Picklist.open(timeZones()) : Picklist.NONE;
        return FieldDefinition.standard(name, name, kind, 255, required, target, values);
    }

    // Imitates: the values of User.TimeZoneSidKey are time zones, here those of Java — Object Reference, User [L]
    private static Map<String, String> timeZones() {
        return Arrays.stream(TimeZone.getAvailableIDs()).collect(
            Collectors.toMap(id -> id, id -> id, (first, second) -> first, LinkedHashMap::new)
        );
    }

    /**
     * OwnerId has a sibling Owner whose class names the object; SObject stands for several objects, of which users
     * matter here.
     */
    private static Reference reference(Class<?> type, String idField) {
        try {
            Class<?> sibling = type.getField(idField.substring(0, idField.length() - 2)).getType();
            String name = sibling.getSimpleName();
            Reference.OnDelete onDelete = ON_DELETE.getOrDefault(
                type.getSimpleName() + "." + idField,
                Reference.OnDelete.UNKNOWN
            );
            if (!sibling.getName().startsWith(PACKAGE) || name.equals("SObject")) {
                return new Reference("User", true, onDelete, true);
            }
            return new Reference(name, name.equals("Name"), onDelete, true); // Name stands for users, contacts and more
        } catch (NoSuchFieldException e) {
            return null;
        }
    }
}
