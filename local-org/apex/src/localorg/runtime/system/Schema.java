package localorg.runtime.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import localorg.linking.ApexType;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.exception.InvalidParameterValueException;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.schema.DescribeSObjectResult;
import localorg.runtime.schema.SObjectType;

/** Apex Reference, Schema Class. */
public class Schema {

    /** The objects that the project defines and those that were used so far: there is no list of all standard ones. */
    public static ApexMap getGlobalDescribe() {
        Map<String, SObjectType> types = new TreeMap<>();
        for (ObjectDefinition object : Transaction.current().org().metadata().knownObjects()) {
            types.put(object.name().toLowerCase(Locale.ROOT), SObjectType.of(object.name()));
        }
        return ApexMap.of(types, ApexType.ofApexName("String"), ApexType.ofInternalName("schema/SObjectType"));
    }

    public static ApexList describeSObjects(ApexList names) {
        return describeSObjects(names, null);
    }

    public static ApexList describeSObjects(ApexList names, Object options) {
        List<DescribeSObjectResult> results = new ArrayList<>();
        for (Object name : names.items()) {
            if (
                Transaction.current()
                    .org()
                    .metadata()
                    .object((String) name) == null
            ) {
                throw new InvalidParameterValueException("Invalid value for parameter: " + name);
            }
            results.add(SObjectType.of((String) name).getDescribe());
        }
        return ApexList.of(results, ApexType.ofInternalName("schema/DescribeSObjectResult"));
    }
}
