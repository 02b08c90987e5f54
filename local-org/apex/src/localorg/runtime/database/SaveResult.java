package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;

/** Apex Reference, SaveResult Class. */
public class SaveResult {

    private final Dml.Outcome outcome;

    private SaveResult(Dml.Outcome outcome) {
        this.outcome = outcome;
    }

    public static SaveResult of(Dml.Outcome outcome) {
        return new SaveResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return ApexList.of(
            outcomes.stream().map(SaveResult::of).toList(),
            ApexType.ofInternalName("com/salesforce/api/Database/SaveResult")
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
            "Database.SaveResult[getErrors=" + getErrors() + ";getId=" + getId() + ";isSuccess=" + isSuccess() + ";]"
        );
    }
}
