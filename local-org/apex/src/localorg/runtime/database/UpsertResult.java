package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.runtime.lang.ApexList;

/** Apex Reference, UpsertResult Class. */
public class UpsertResult extends DmlResult {

    private UpsertResult(Dml.Outcome outcome) {
        super(outcome);
    }

    public static UpsertResult of(Dml.Outcome outcome) {
        return new UpsertResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return listOf(UpsertResult.class, UpsertResult::of, outcomes);
    }

    public Boolean isCreated() {
        return outcome.created();
    }
}
