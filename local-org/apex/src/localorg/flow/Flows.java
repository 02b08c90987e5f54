package localorg.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.linking.LinkedProgram;
import localorg.metadata.OrgMetadata;
import localorg.metadata.Project;
import localorg.metadata.Xml;
import localorg.runtime.Transaction;
import localorg.runtime.exception.FlowException;
import localorg.runtime.lang.SObject;

/** The project's active flows. */
public final class Flows {

    private final List<Flow> flows = new ArrayList<>();

    /** An active flow that local-org cannot run is an error that names the part. */
    public Flows(Project project, OrgMetadata metadata, LinkedProgram program) throws IOException {
        for (Path file : project.filesEndingWith(".flow-meta.xml")) {
            Xml xml = Xml.read(file);
            if ("Active".equals(xml.text("status"))) {
                flows.add(new FlowReader(Project.nameOf(file, ".flow-meta.xml"), file, xml, metadata, program).read());
            }
        }
    }

    /** Whether any flow starts when a record of the object is saved. */
    public boolean concern(String object) {
        return flows.stream().anyMatch(flow -> flow.startsWith(object));
    }

    /** A run of the flow with that API name, which Apex starts; a FlowException when there is none. */
    public FlowRun launch(String name, Map<String, Object> values) {
        return flows
            .stream()
            .filter(flow -> flow.start() == null && flow.name().equalsIgnoreCase(name))
            .findFirst()
            .map(flow -> new FlowRun(flow, values))
            .orElseThrow(() -> new FlowException("There is no active autolaunched flow " + name));
    }

    // Imitates: flows after saving run in system context, without sharing, after the triggers — Apex Developer Guide: Triggers and Order of Execution [C]
    /**
     * Runs the flows for records that were saved; prior has the records before, by the same keys, and none for a new
     * one. Answers the messages of those whose flow failed.
     */
    public Map<Integer, String> run(
        Transaction transaction,
        String object,
        Map<Integer, SObject> saved,
        Map<Integer, SObject> prior
    ) {
        Map<Integer, String> failures = new LinkedHashMap<>();
        Boolean sharing = transaction.sharing();
        transaction.setSharing(false);
        try {
            for (Flow flow : flows) {
                if (flow.startsWith(object)) {
                    run(flow, transaction, saved, prior, failures);
                }
            }
        } finally {
            transaction.setSharing(sharing);
        }
        return failures;
    }

    private static void run(
        Flow flow,
        Transaction transaction,
        Map<Integer, SObject> saved,
        Map<Integer, SObject> prior,
        Map<Integer, String> failures
    ) {
        Map<Integer, Interview> interviews = new LinkedHashMap<>();
        saved.forEach((row, record) -> {
            if (!failures.containsKey(row) && flow.start().admits(record, prior.get(row))) {
                interviews.put(row, new Interview(flow, record, prior.get(row)));
            }
        });
        new FlowBatch(flow, transaction, List.copyOf(interviews.values())).run();
        interviews.forEach((row, interview) -> {
            if (interview.failure() != null) {
                failures.put(row, message(flow, interview.failure()));
            }
        });
    }

    // Imitates: the words of CANNOT_EXECUTE_FLOW_TRIGGER — declarative-lookup-rollup-summaries issue 1035 [C]
    private static String message(Flow flow, String failure) {
        return (
            "We can't save this record because the “" +
            flow.label() +
            "” process failed. Give your Salesforce admin these details. " +
            failure
        );
    }
}
