package localorg.runtime.exception;

import java.util.List;
import localorg.data.RowError;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexList;
import localorg.runtime.system.StatusCode;

/** A problem with a DML statement (Apex Reference, DmlException methods). */
public class DmlException extends ApexException {

    private final List<RowError> errors;

    public DmlException() {
        this.errors = List.of();
    }

    public DmlException(String message) {
        super(message);
        this.errors = List.of();
    }

    public DmlException(Exception cause) {
        super(cause);
        this.errors = List.of();
    }

    public DmlException(String message, Exception cause) {
        super(message, cause);
        this.errors = List.of();
    }

    /** "Insert failed. First exception on row 0; first error: …", as the platform puts it. */
    public DmlException(String operation, List<RowError> errors) {
        super(
            operation +
                " failed. First exception on row " +
                errors.get(0).row() +
                (errors.get(0).id() == null ? "" : " with id " + errors.get(0).id()) +
                "; first error: " +
                errors.get(0).status() +
                ", " +
                errors.get(0).message() +
                ": [" +
                String.join(", ", errors.get(0).fields()) +
                "]"
        );
        this.errors = errors;
    }

    public Integer getNumDml() {
        return errors.size();
    }

    public Integer getDmlIndex(Integer i) {
        return errors.get(i).row();
    }

    public String getDmlId(Integer i) {
        return errors.get(i).id();
    }

    public String getDmlMessage(Integer i) {
        return errors.get(i).message();
    }

    public String getDmlStatusCode(Integer i) {
        return errors.get(i).status();
    }

    public StatusCode getDmlType(Integer i) {
        return StatusCode.valueOf(errors.get(i).status());
    }

    public ApexList getDmlFieldNames(Integer i) {
        return ApexList.ofStrings(errors.get(i).fields());
    }
}
