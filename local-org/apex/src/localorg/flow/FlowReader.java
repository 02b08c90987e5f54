package localorg.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localorg.linking.LinkedProgram;
import localorg.metadata.OrgMetadata;
import localorg.metadata.Xml;

// Not imitated: scheduled, screen and before-save flows, loops, sub-flows and formulas — no flow here has them, and each is refused by name
/** Reads a flow's file (Metadata API: Flow). What local-org cannot run, or an org would not take, is an error. */
final class FlowReader {

    private final String name;
    private final LinkedProgram program;
    private final FlowPart root;
    private final Map<String, FlowElement> elements = new LinkedHashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> results = new HashSet<>();
    private final Set<String> inputs = new HashSet<>();
    private final Set<String> outputs = new HashSet<>();
    private final FlowValues reader;

    FlowReader(String name, Path file, Xml xml, OrgMetadata metadata, LinkedProgram program) throws IOException {
        this.name = name;
        this.program = program;
        reader = new FlowValues(metadata);
        root = new FlowPart(
            file,
            xml,
            Set.of(
                "actionCalls",
                "apiVersion",
                "assignments",
                "constants",
                "decisions",
                "description",
                "environments",
                "interviewLabel",
                "label",
                "processMetadataValues",
                "processType",
                "recordCreates",
                "recordLookups",
                "recordUpdates",
                "start",
                "status",
                "variables"
            )
        );
    }

    Flow read() throws IOException {
        root.expect("processType", "AutoLaunchedFlow");
        readResources();
        readDecisions();
        readAssignments();
        readRecordElements();
        readActions();
        FlowPart startPart = startPart();
        FlowStart start = startPart.text("triggerType") == null ? null : readStart(startPart);
        String first = reader.next(startPart, "connector");
        Set<String> resources = new HashSet<>(results);
        resources.addAll(values.keySet());
        if (start != null) {
            resources.addAll(Set.of("$Record", "$Record__Prior"));
        }
        String unknown = reader.unknown(elements.keySet(), resources);
        if (unknown != null) {
            throw root.mistake("the flow has no " + unknown);
        }
        return new Flow(name, root.required("label"), start, first, elements, values, inputs, outputs);
    }

    private FlowPart startPart() throws IOException {
        return root
            .children(
                "start",
                Set.of(
                    "connector",
                    "doesRequireRecordChangedToMeetCriteria",
                    "filterLogic",
                    "filters",
                    "locationX",
                    "locationY",
                    "object",
                    "recordTriggerType",
                    "triggerType"
                )
            )
            .get(0);
    }

    private FlowStart readStart(FlowPart start) throws IOException {
        start.expect("triggerType", "RecordAfterSave");
        start.expect("recordTriggerType", "Create", "Update", "CreateAndUpdate");
        String type = start.required("recordTriggerType");
        String object = reader.object(start);
        FlowFilters filters = reader.filters(start, object);
        boolean asksForChange = filters
            .filters()
            .stream()
            .anyMatch(filter -> filter.operator() == FlowOperator.IsChanged);
        if (asksForChange && !type.equals("Update")) {
            throw start.refusal("IsChanged where records may be new");
        }
        return new FlowStart(
            object,
            type.equals("CreateAndUpdate") ? Set.of("Create", "Update") : Set.of(type),
            filters,
            start.flag("doesRequireRecordChangedToMeetCriteria")
        );
    }

    private void readResources() throws IOException {
        Set<String> known = Set.of(
            "dataType",
            "description",
            "isCollection",
            "isInput",
            "isOutput",
            "name",
            "objectType",
            "value"
        );
        for (String kind : List.of("variables", "constants")) {
            for (FlowPart resource : root.children(kind, known)) {
                resource.expect("dataType", "String", "Boolean", "Number", "SObject");
                resource.expect("isCollection", null, "false");
                if (resource.flag("isInput")) {
                    inputs.add(resource.required("name"));
                }
                if (resource.flag("isOutput")) {
                    outputs.add(resource.required("name"));
                }
                List<FlowPart> given = resource.children("value", FlowValues.VALUE);
                values.put(resource.required("name"), given.isEmpty() ? null : reader.value(given.get(0)).in(null));
            }
        }
    }

    private Set<String> element(String... own) {
        Set<String> known = new HashSet<>(
            Set.of("connector", "description", "label", "locationX", "locationY", "name")
        );
        known.addAll(List.of(own));
        return known;
    }

    private void readDecisions() throws IOException {
        for (FlowPart part : root.children(
            "decisions",
            element("defaultConnector", "defaultConnectorLabel", "rules")
        )) {
            List<FlowElement.Rule> rules = new ArrayList<>();
            for (FlowPart rule : part.children(
                "rules",
                Set.of("conditionLogic", "conditions", "connector", "label", "name")
            )) {
                rule.expect("conditionLogic", "and", "or");
                List<FlowElement.Condition> conditions = new ArrayList<>();
                for (FlowPart condition : rule.children(
                    "conditions",
                    Set.of("leftValueReference", "operator", "rightValue")
                )) {
                    conditions.add(
                        new FlowElement.Condition(
                            reader.reference(condition.required("leftValueReference")),
                            FlowValues.operator(condition),
                            reader.value(condition.children("rightValue", FlowValues.VALUE).get(0))
                        )
                    );
                }
                rules.add(
                    new FlowElement.Rule(
                        conditions,
                        "and".equals(rule.text("conditionLogic")),
                        reader.next(rule, "connector")
                    )
                );
            }
            add(part, new FlowElement.Decision(part.required("name"), rules, reader.next(part, "defaultConnector")));
        }
    }

    private void readAssignments() throws IOException {
        for (FlowPart part : root.children("assignments", element("assignmentItems"))) {
            Map<String, FlowValue> assigned = new LinkedHashMap<>();
            for (FlowPart item : part.children("assignmentItems", Set.of("assignToReference", "operator", "value"))) {
                item.expect("operator", "Assign");
                assigned.put(
                    reader.reference(item.required("assignToReference")),
                    reader.value(item.children("value", FlowValues.VALUE).get(0))
                );
            }
            add(part, new FlowElement.Assignment(part.required("name"), assigned, reader.next(part, "connector")));
        }
    }

    private void readRecordElements() throws IOException {
        for (FlowPart part : root.children(
            "recordLookups",
            element(
                "assignNullValuesIfNoRecordsFound",
                "faultConnector",
                "filterLogic",
                "filters",
                "getFirstRecordOnly",
                "object",
                "queriedFields",
                "storeOutputAutomatically"
            )
        )) {
            part.expect("storeOutputAutomatically", "true");
            results.add(part.required("name"));
            String object = reader.object(part);
            add(
                part,
                new FlowElement.Lookup(
                    part.required("name"),
                    object,
                    reader.filters(part, object),
                    part.flag("getFirstRecordOnly"),
                    reader.next(part, "connector"),
                    reader.next(part, "faultConnector")
                )
            );
        }
        Set<String> writing = element(
            "faultConnector",
            "filterLogic",
            "filters",
            "inputAssignments",
            "inputReference",
            "object",
            "storeOutputAutomatically"
        );
        for (FlowPart part : root.children("recordUpdates", writing)) {
            String source = reader.source(part);
            String object = source == null ? reader.object(part) : null;
            add(
                part,
                new FlowElement.Update(
                    part.required("name"),
                    object,
                    source == null ? reader.filters(part, object) : null,
                    reader.fields(part, object),
                    source,
                    reader.next(part, "connector"),
                    reader.next(part, "faultConnector")
                )
            );
        }
        for (FlowPart part : root.children("recordCreates", writing)) {
            results.add(part.required("name"));
            String source = reader.source(part);
            String object = source == null ? reader.object(part) : null;
            add(
                part,
                new FlowElement.Create(
                    part.required("name"),
                    object,
                    reader.fields(part, object),
                    source,
                    reader.next(part, "connector"),
                    reader.next(part, "faultConnector")
                )
            );
        }
    }

    private void readActions() throws IOException {
        FlowActionReader actions = new FlowActionReader(reader, program);
        for (FlowPart part : root.children("actionCalls", element(FlowActionReader.PARTS))) {
            results.add(part.required("name"));
            add(part, actions.read(part));
        }
    }

    private void add(FlowPart part, FlowElement element) throws IOException {
        if (elements.put(element.name(), element) != null) {
            throw part.mistake("two elements have the name " + element.name());
        }
    }
}
