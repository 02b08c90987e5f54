package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;

/** Apex Reference, UndeleteResult Class. */
public class UndeleteResult {

    private final Dml.Outcome outcome;

    private UndeleteResult(Dml.Outcome outcome) {
        this.outcome = outcome;
    }

    public static UndeleteResult of(Dml.Outcome outcome) {
        return new UndeleteResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return ApexList.of(
            outcomes.stream().map(UndeleteResult::of).toList(),
            ApexType.ofInternalName("com/salesforce/api/Database/UndeleteResult")
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
        return (
            "Database.UndeleteResult[getErrors=" +
            getErrors() +
            ";getId=" +
            getId() +
            ";isSuccess=" +
            isSuccess() +
            ";]"
        );
    }
}
