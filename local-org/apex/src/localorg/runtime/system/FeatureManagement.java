package localorg.runtime.system;

import localorg.data.Access;
import localorg.runtime.Transaction;

/** Apex Reference, FeatureManagement Class. */
public class FeatureManagement {

    /** Whether the running user has a custom permission; false for a permission that does not exist. */
    public static Boolean checkPermission(String name) {
        Transaction transaction = Transaction.current();
        return new Access(transaction.org().metadata(), transaction.user()).hasCustomPermission(name);
    }
}
