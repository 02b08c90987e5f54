package localorg.flow;

import java.util.List;
import java.util.function.Consumer;
import localorg.runtime.Transaction;

// Imitates: interviews that wait at the same element go through it together, for one query or statement — Salesforce docs: flow bulkification in transactions [C]
/** The interviews that one saving of records started. */
final class FlowBatch {

    private final Flow flow;
    private final Transaction transaction;
    private final FlowRecords records;
    private final List<Interview> interviews;

    FlowBatch(Flow flow, Transaction transaction, List<Interview> interviews) {
        this.flow = flow;
        this.transaction = transaction;
        this.interviews = interviews;
        records = new FlowRecords(transaction);
    }

    void run() {
        while (true) {
            List<Interview> waiting = interviews
                .stream()
                .filter(interview -> interview.next() != null)
                .toList();
            if (waiting.isEmpty()) {
                return;
            }
            String name = waiting.get(0).next();
            FlowElement element = flow.elements().get(name);
            execute(
                element,
                waiting
                    .stream()
                    .filter(interview -> interview.next().equals(name))
                    .toList()
            );
        }
    }

    private void execute(FlowElement element, List<Interview> together) {
        together.forEach(interview -> interview.goTo(element.next()));
        if (element instanceof FlowElement.Decision decision) {
            each(element, together, interview -> interview.goTo(decision.nextOf(interview)));
        } else if (element instanceof FlowElement.Assignment assignment) {
            each(element, together, interview ->
                assignment.values().forEach((path, value) -> interview.put(path, value.in(interview)))
            );
        } else if (element instanceof FlowElement.Lookup lookup) {
            records.find(lookup, together);
        } else if (element instanceof FlowElement.Update update) {
            records.update(update, together);
        } else if (element instanceof FlowElement.Create create) {
            records.create(create, together);
        } else if (element instanceof FlowElement.Action action) {
            FlowActions.call(transaction, action, together);
        }
    }

    static void each(FlowElement element, List<Interview> together, Consumer<Interview> action) {
        for (Interview interview : together) {
            try {
                action.accept(interview);
            } catch (FlowFault fault) {
                interview.fail(element, fault.getMessage());
            }
        }
    }
}
