package localorg.runtime.lang;

import java.util.Comparator;
import localorg.metadata.AnyCase;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;

/** Which of two records comes first (Apex Developer Guide, Sorting Lists of sObjects). */
final class RecordOrder {

    private RecordOrder() {}

    // Imitates: records sort by the label of their type, their name, standard and then custom fields by alphabet — Apex Developer Guide, Sorting Lists of sObjects [C]
    static int compare(SObject left, SObject right) {
        ObjectDefinition object = left.definition();
        if (!left.objectName().equals(right.objectName())) {
            return object.label().compareTo(right.definition().label());
        }
        int names = Equality.compare(left.get("Name"), right.get("Name"));
        return names != 0 ? names : byFields(object, left, right);
    }

    private static int byFields(ObjectDefinition object, SObject left, SObject right) {
        return object
            .fields()
            .stream()
            .filter(field -> !field.name().equals("Id"))
            .sorted(Comparator.comparing(FieldDefinition::custom).thenComparing(FieldDefinition::name, AnyCase.ORDER))
            .mapToInt(field -> Equality.compare(left.get(field.name()), right.get(field.name())))
            .filter(order -> order != 0)
            .findFirst()
            .orElse(0);
    }
}
