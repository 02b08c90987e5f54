package localorg.runtime.system;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;

/** Apex Reference, SObjectAccessDecision Class. */
public class SObjectAccessDecision {

    private final ApexList records;
    private final Map<String, Set<String>> removed;
    private final Set<Integer> modified;

    SObjectAccessDecision(ApexList records, Map<String, Set<String>> removed, Set<Integer> modified) {
        this.records = records;
        this.removed = removed;
        this.modified = modified;
    }

    public ApexList getRecords() {
        return records;
    }

    public ApexMap getRemovedFields() {
        Map<String, ApexSet> sets = new TreeMap<>();
        removed.forEach((object, fields) -> sets.put(object, ApexSet.ofStrings(fields)));
        return ApexMap.of(sets, ApexType.ofApexName("String"), ApexType.ofApexName("Set<String>"));
    }

    public ApexSet getModifiedIndexes() {
        ApexSet indexes = new ApexSet(ApexType.ofApexName("Set<Integer>"));
        modified.forEach(indexes::add);
        return indexes;
    }
}
