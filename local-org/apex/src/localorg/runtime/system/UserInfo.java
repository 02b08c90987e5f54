package localorg.runtime.system;

import java.util.Map;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexId;

/** Apex Reference, UserInfo Class. */
// Imitates: everybody has Lightning Experience, US dollars and no role — Apex Reference, UserInfo Class [L]
public class UserInfo {

    private static OrgUser user() {
        return Transaction.current().user();
    }

    public static String getUserId() {
        return user().id();
    }

    public static String getUserName() {
        return user().username();
    }

    public static String getFirstName() {
        return user().firstName();
    }

    public static String getLastName() {
        return user().lastName();
    }

    public static String getName() {
        return user().fullName();
    }

    public static String getUserEmail() {
        return user().email();
    }

    public static String getProfileId() {
        Map<String, Object> row = Transaction.current().data().row("User", ApexId.of(user().id()));
        return row == null || row.get("ProfileId") == null ? null : row.get("ProfileId").toString();
    }

    public static String getUserRoleId() {
        return null; // the local org has no roles
    }

    // Imitates: the type follows from the licence of the profile — Object Reference: User, UserType [C]
    public static String getUserType() {
        return user().profile().equals("Customer Community User") ? "CspLitePortal" : "Standard";
    }

    public static String getOrganizationId() {
        return Transaction.current().org().identity().id();
    }

    public static String getOrganizationName() {
        return Transaction.current().org().identity().name();
    }

    public static String getLanguage() {
        return user().language();
    }

    public static String getLocale() {
        return user().locale();
    }

    public static String getDefaultCurrency() {
        return "USD";
    }

    public static Boolean isMultiCurrencyOrganization() {
        return false;
    }

    public static String getUiTheme() {
        return "Theme4d";
    }

    public static String getUiThemeDisplayed() {
        return "Theme4d";
    }

    public static TimeZone getTimeZone() {
        return TimeZone.getTimeZone(user().timeZone());
    }

    /** Apex started from a Lightning component, or without a session, gets no usable session Id. */
    public static String getSessionId() {
        return null;
    }
}
