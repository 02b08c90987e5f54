package localorg.flow;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localorg.data.NotImitated;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;

/** Reads values, filters and connectors of one flow, and keeps what they refer to. */
final class FlowValues {

    static final Set<String> VALUE = Set.of("stringValue", "booleanValue", "numberValue", "elementReference");

    private static final Set<String> CONNECTOR = Set.of("targetReference");
    private static final Set<String> FILTER = Set.of("field", "operator", "value");
    private static final Set<String> FIELD_VALUE = Set.of("field", "value");

    private final OrgMetadata metadata;
    private final List<String> targets = new ArrayList<>();
    private final List<String> references = new ArrayList<>();

    FlowValues(OrgMetadata metadata) {
        this.metadata = metadata;
    }

    /** The name of an element or resource that is referred to and not among the known, or null. */
    String unknown(Set<String> elements, Set<String> resources) {
        for (String target : targets) {
            if (!elements.contains(target)) {
                return target;
            }
        }
        for (String reference : references) {
            String first = reference.split("\\.")[0];
            if (!first.equals("$Flow") && !resources.contains(first)) {
                return reference;
            }
        }
        return null;
    }

    String object(FlowPart part) throws IOException {
        String object = part.required("object");
        ObjectDefinition found = metadata.object(object);
        if (found == null) {
            throw part.mistake("there is no object " + object);
        }
        return found.name();
    }

    private String field(FlowPart part, String object) throws IOException {
        String field = part.required("field");
        FieldDefinition definition = object == null ? null : metadata.object(object).field(field);
        if (object != null && definition == null) {
            throw part.mistake(object + " has no field " + field);
        }
        if (definition != null && definition.calculated()) {
            throw part.refusal(NotImitated.calculated(metadata.object(object), definition));
        }
        return field;
    }

    FlowFilters filters(FlowPart part, String object) throws IOException {
        part.expect("filterLogic", null, "and", "or");
        List<FlowFilters.Filter> filters = new ArrayList<>();
        for (FlowPart filter : part.children("filters", FILTER)) {
            filters.add(
                new FlowFilters.Filter(
                    field(filter, object),
                    operator(filter),
                    value(filter.children("value", VALUE).get(0))
                )
            );
        }
        return new FlowFilters(filters, !"or".equals(part.text("filterLogic")));
    }

    Map<String, FlowValue> fields(FlowPart part, String object) throws IOException {
        Map<String, FlowValue> fields = new LinkedHashMap<>();
        for (FlowPart assignment : part.children("inputAssignments", FIELD_VALUE)) {
            fields.put(field(assignment, object), value(assignment.children("value", VALUE).get(0)));
        }
        return fields;
    }

    String source(FlowPart part) {
        String source = part.text("inputReference");
        return source == null ? null : reference(source);
    }

    String reference(String reference) {
        references.add(reference);
        return reference;
    }

    static FlowOperator operator(FlowPart part) throws IOException {
        String name = part.required("operator");
        try {
            return FlowOperator.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw part.refusal("the operator " + name);
        }
    }

    FlowValue value(FlowPart part) throws IOException {
        String reference = part.text("elementReference");
        if (reference != null) {
            return new FlowValue.Reference(reference(reference));
        }
        String text = part.text("stringValue");
        if (text != null && text.contains("{!")) {
            throw part.refusal("merge fields in a text");
        }
        String number = part.text("numberValue");
        String truth = part.text("booleanValue");
        return new FlowValue.Literal(
            number != null ? new BigDecimal(number) : truth != null ? Boolean.valueOf(truth) : text
        );
    }

    String next(FlowPart part, String connector) throws IOException {
        List<FlowPart> given = part.children(connector, CONNECTOR);
        if (given.isEmpty()) {
            return null;
        }
        targets.add(given.get(0).required("targetReference"));
        return given.get(0).text("targetReference");
    }
}
