package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import localorg.linking.ClassDescription;
import localorg.runtime.Transaction;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.json.Members;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.SObject;
import localorg.runtime.lang.Text;
import localorg.runtime.system.Type;

/**
 * Apex values as a Lightning component gets them: of a class only the members with @AuraEnabled, members without a
 * value left out,
 * records as their fields (Lightning Web Components Developer Guide, Call Apex Methods).
 */
final class Payload {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Payload() {}

    static JsonNode of(Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof String || value instanceof ApexId || value instanceof ApexDate) {
            return NODES.textNode(value.toString());
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Number number) {
            return NODES.numberNode(new BigDecimal(number.toString()));
        }
        if (value instanceof ApexDatetime datetime) {
            return NODES.textNode(datetime.iso());
        }
        if (value instanceof ApexList list) {
            return array(list.items());
        }
        if (value instanceof ApexSet set) {
            return array(set.items());
        }
        if (value instanceof ApexMap map) {
            ObjectNode node = NODES.objectNode();
            map.entries().forEach((key, item) -> node.set(Text.of(key), of(item)));
            return node;
        }
        if (value instanceof SObject record) {
            return ofRow(record.values());
        }
        if (value instanceof Enum) {
            return NODES.textNode(Text.of(value));
        }
        ClassDescription description = Transaction.current().program().description(value.getClass().getName());
        if (description == null) {
            throw UncatchableException.notImitated("a " + Type.nameOf(value) + " as a value for a component");
        }
        return description.isEnum() ? NODES.textNode(Text.of(value)) : instance(value, description);
    }

    private static ArrayNode array(Iterable<Object> items) {
        ArrayNode node = NODES.arrayNode();
        items.forEach(item -> node.add(of(item)));
        return node;
    }

    // Imitates: only @AuraEnabled members travel — LWC Developer Guide, Call Apex Methods [C]
    // Imitates: members without a value are left out, so are null fields of queried records — no source [L]
    private static ObjectNode instance(Object value, ClassDescription start) {
        ObjectNode node = NODES.objectNode();
        for (
            ClassDescription type = start;
            type != null;
            type = Transaction.current().program().description(type.parent())
        ) {
            for (ClassDescription.Member member : type.members().values()) {
                if (member.modifiers().has("auraEnabled") && !member.isStatic()) {
                    Object item = Members.read(value, member);
                    if (item != null) {
                        node.set(member.name(), of(item));
                    }
                }
            }
        }
        return node;
    }

    /** A record's or an event's fields. */
    static ObjectNode ofRow(Map<String, Object> row) {
        ObjectNode node = NODES.objectNode();
        row.forEach((field, value) -> node.set(field, of(value)));
        return node;
    }
}
