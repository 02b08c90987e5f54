package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;

/** Apex Reference, UpsertResult Class. */
public class UpsertResult {

    private final Dml.Outcome outcome;

    private UpsertResult(Dml.Outcome outcome) {
        this.outcome = outcome;
    }

    public static UpsertResult of(Dml.Outcome outcome) {
        return new UpsertResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return ApexList.of(
            outcomes.stream().map(UpsertResult::of).toList(),
            ApexType.ofInternalName("com/salesforce/api/Database/UpsertResult")
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

    public Boolean isCreated() {
        return outcome.created();
    }

    @Override
    public String toString() {
        return (
            "Database.UpsertResult[getErrors=" + getErrors() + ";getId=" + getId() + ";isSuccess=" + isSuccess() + ";]"
        );
    }
}
