package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.runtime.lang.ApexList;

/** Apex Reference, SaveResult Class. */
public class SaveResult extends DmlResult {

    private SaveResult(Dml.Outcome outcome) {
        super(outcome);
    }

    public static SaveResult of(Dml.Outcome outcome) {
        return new SaveResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return listOf(SaveResult.class, SaveResult::of, outcomes);
    }
}
