package localorg.runtime.database;

import java.util.List;
import localorg.data.Dml;
import localorg.runtime.lang.ApexList;

/** Apex Reference, DeleteResult Class. */
public class DeleteResult extends DmlResult {

    private DeleteResult(Dml.Outcome outcome) {
        super(outcome);
    }

    public static DeleteResult of(Dml.Outcome outcome) {
        return new DeleteResult(outcome);
    }

    public static ApexList listOf(List<Dml.Outcome> outcomes) {
        return listOf(DeleteResult.class, DeleteResult::of, outcomes);
    }
}
