package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.runtime.lang.ApexList;

/** Apex Reference, UndeleteResult Class. */
public class UndeleteResult extends DmlResult {

    private UndeleteResult(Dml.Outcome outcome) {
        super(outcome);
    }

    public static UndeleteResult of(Dml.Outcome outcome) {
        return new UndeleteResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return listOf(UndeleteResult.class, UndeleteResult::of, outcomes);
    }
}
