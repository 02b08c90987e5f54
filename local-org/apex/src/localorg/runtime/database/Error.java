package localorg.runtime.database;

import java.util.List;
import localorg.data.RowError;
import localorg.linking.ApexType;
import localorg.runtime.lang.ApexList;
import localorg.runtime.system.StatusCode;

/** Apex Reference, Database.Error Class. */
public class Error {

    private final RowError error;

    private Error(RowError error) {
        this.error = error;
    }

    /** As Apex sees what is wrong. */
    public static ApexList listOf(List<RowError> errors) {
        return ApexList.of(
            errors.stream().map(Error::new).toList(),
            ApexType.ofInternalName("com/salesforce/api/Database/Error")
        );
    }

    public ApexList getFields() {
        return ApexList.ofStrings(error.fields());
    }

    public String getMessage() {
        return error.message();
    }

    public StatusCode getStatusCode() {
        return StatusCode.valueOf(error.status());
    }

    @Override
    public String toString() {
        return (
            "Database.Error[getFields=" +
            getFields() +
            ";getMessage=" +
            getMessage() +
            ";getStatusCode=" +
            getStatusCode() +
            ";]"
        );
    }
}
