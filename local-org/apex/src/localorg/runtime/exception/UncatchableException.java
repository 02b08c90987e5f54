package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * An error of the platform that ends the transaction without Apex being able to catch it. Apex Developer Guide,
 * Exceptions in Apex (some cannot be caught).
 */
public class UncatchableException extends ApexException {

    private final String typeName;

    public UncatchableException(String typeName, String message) {
        super(message);
        this.typeName = typeName;
    }

    /** Something of the platform that local-org lacks: no Apex may take that for an answer of the platform. */
    public static UncatchableException notImitated(String what) {
        return new UncatchableException("System.UnexpectedException", "local-org does not imitate " + what);
    }

    @Override
    public String getTypeName() {
        return typeName;
    }
}
