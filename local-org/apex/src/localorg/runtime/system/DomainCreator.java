package localorg.runtime.system;

import localorg.runtime.Transaction;

/** Apex Reference, DomainCreator Class. */
public class DomainCreator {

    public static String getOrgMyDomainHostname() {
        return Transaction.current().org().identity().domainUrl().replaceFirst("^https?://", "");
    }

    public static String getLightningHostname() {
        return getOrgMyDomainHostname().replaceFirst("\\.my\\.salesforce\\.com$", ".lightning.force.com");
    }
}
