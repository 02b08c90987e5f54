package localorg.test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import localorg.runtime.Limits;

/** What tests' calls of entry points used: of each, the most that a single call did. */
public final class EntryCosts {

    /** How often an entry point was called, and the most of each kind that one call used. */
    record Most(int calls, TestResult.TestCost cost) {
        Most with(Most other) {
            return new Most(
                calls + other.calls,
                new TestResult.TestCost(
                    Math.max(cost.statements(), other.cost.statements()),
                    Math.max(cost.queries(), other.cost.queries()),
                    Math.max(cost.dml(), other.cost.dml()),
                    Math.max(cost.callouts(), other.cost.callouts())
                )
            );
        }
    }

    private record Call(String name, TestResult.TestCost before) {}

    private final Deque<Call> running = new ArrayDeque<>();
    private final Map<String, Most> byName = new TreeMap<>();

    public void enter(String name, Limits limits) {
        running.push(new Call(name, TestResult.TestCost.of(limits)));
    }

    public void leave(Limits limits) {
        Call call = running.pop();
        TestResult.TestCost now = TestResult.TestCost.of(limits);
        byName.merge(call.name, new Most(1, now.since(call.before)), Most::with);
    }

    void add(EntryCosts other) {
        other.byName.forEach((name, most) -> byName.merge(name, most, Most::with));
    }

    Map<String, Most> byName() {
        return byName;
    }
}
