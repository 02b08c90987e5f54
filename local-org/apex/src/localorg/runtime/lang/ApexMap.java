package localorg.runtime.lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import localorg.linking.ApexType;
import localorg.runtime.Heap;
import localorg.runtime.exception.ListException;
import localorg.runtime.schema.SObjectType;

/** Apex Reference, Map Class. The last constructor argument is the map's type, which linking adds. */
public class ApexMap {

    private final Map<Object, Object> entries = new LinkedHashMap<>();
    private final ApexType type;

    public ApexMap(String internalType) {
        this(ApexType.ofInternalName(internalType));
    }

    public ApexMap(Integer capacity, String internalType) {
        this(internalType);
    }

    public ApexMap(ApexMap source, String internalType) {
        this(internalType);
        entries.putAll(source.entries);
    }

    /** Records by their Id. */
    public ApexMap(ApexList records, String internalType) {
        this(internalType);
        putAll(records);
    }

    public ApexMap(ApexType type) {
        this.type = type;
    }

    public static ApexMap of(Map<?, ?> entries, ApexType key, ApexType value) {
        ApexMap map = new ApexMap(new ApexType("com/salesforce/api/fast/Map", List.of(key, value)));
        map.entries.putAll(entries);
        return map;
    }

    /** A Map of String to String. */
    public static ApexMap ofStrings(Map<String, String> entries) {
        ApexType string = ApexType.ofInternalName("java/lang/String");
        return of(entries, string, string);
    }

    /** A Map of String to Object. */
    public static ApexMap ofObjects(Map<String, ?> entries) {
        return of(entries, ApexType.ofInternalName("java/lang/String"), ApexType.OBJECT);
    }

    /** The entries themselves, for the runtime library. */
    public Map<Object, Object> entries() {
        return entries;
    }

    public ApexType type() {
        return type;
    }

    public void clear() {
        entries.clear();
    }

    public Object clone() {
        return of(entries, type.first(), type.second());
    }

    public Object deepClone() {
        ApexMap copy = new ApexMap(type);
        entries.forEach((key, value) ->
            copy.entries.put(key, value instanceof SObject record ? SObjectMethods.clone(record, true, true) : value)
        );
        return copy;
    }

    public Boolean containsKey(Object key) {
        return entries.containsKey(Collections.element(type.first(), key));
    }

    public Object get(Object key) {
        return entries.get(Collections.element(type.first(), key));
    }

    public SObjectType getSObjectType() {
        return type.second().isSObject() ? SObjectType.of(type.second().objectName()) : null;
    }

    public Boolean isEmpty() {
        return entries.isEmpty();
    }

    public Object keySet() {
        return ApexSet.viewOf(entries.keySet(), type.first());
    }

    public Object put(Object key, Object value) {
        int size = entries.size();
        Object before = entries.put(Collections.element(type.first(), key), value);
        if (entries.size() > size) {
            Heap.grown(this, size + 1);
        }
        return before;
    }

    public Object putBytecode(Object key, Object value) {
        return put(key, value);
    }

    public void putAll(Object source) {
        if (source instanceof ApexMap map) {
            entries.putAll(map.entries);
            return;
        }
        for (Object item : Collections.itemsOf(source)) {
            SObject record = (SObject) item;
            Object id = record.get("Id");
            if (id == null) {
                throw new ListException("Row with null Id at index: " + entries.size());
            }
            entries.put(type.first().name().equals("java/lang/String") ? id.toString() : id, record);
        }
    }

    public Object remove(Object key) {
        return entries.remove(Collections.element(type.first(), key));
    }

    public Integer size() {
        return entries.size();
    }

    public ApexList values() {
        return ApexList.of(entries.values(), type.second());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApexMap map && map.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        entries.forEach((key, value) ->
            text.add(Text.element(key) + "=" + (value == this ? "(already output)" : Text.element(value)))
        );
        return text.toString();
    }
}
