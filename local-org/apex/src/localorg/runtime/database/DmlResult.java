package localorg.runtime.database;

import java.util.List;
import java.util.function.Function;
import localorg.data.Dml;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;

/**
 * What the results of all DML operations have in common; Apex knows only the classes below it. Apex Reference,
 * SaveResult Class: getId, isSuccess, getErrors (the other results have them too).
 */
public abstract class DmlResult {

    final Dml.Outcome outcome;

    DmlResult(Dml.Outcome outcome) {
        this.outcome = outcome;
    }

    static ApexList listOf(
        Class<? extends DmlResult> type,
        Function<Dml.Outcome, ? extends DmlResult> result,
        List<Dml.Outcome> outcomes
    ) {
        return ApexList.of(
            outcomes.stream().map(result).toList(),
            ApexType.ofInternalName("com/salesforce/api/Database/" + type.getSimpleName())
        );
    }

    public ApexList getErrors() {
        return Error.listOf(outcome.errors());
    }

    public ApexId getId() {
        return outcome.id();
    }

    public Boolean isSuccess() {
        return outcome.success();
    }

    @Override
    public String toString() {
        String name = "Database." + getClass().getSimpleName();
        return name + "[getErrors=" + getErrors() + ";getId=" + getId() + ";isSuccess=" + isSuccess() + ";]";
    }
}
