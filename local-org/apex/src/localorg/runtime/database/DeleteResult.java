package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;

/** Apex Reference, DeleteResult Class. */
public class DeleteResult {

    private final Dml.Outcome outcome;

    private DeleteResult(Dml.Outcome outcome) {
        this.outcome = outcome;
    }

    public static DeleteResult of(Dml.Outcome outcome) {
        return new DeleteResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return ApexList.of(
            outcomes.stream().map(DeleteResult::of).toList(),
            ApexType.ofInternalName("com/salesforce/api/Database/DeleteResult")
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
            "Database.DeleteResult[getErrors=" + getErrors() + ";getId=" + getId() + ";isSuccess=" + isSuccess() + ";]"
        );
    }
}
