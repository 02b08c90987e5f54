package localorg.runtime.connectapi;

import com.fasterxml.jackson.databind.JsonNode;
import localorg.linking.ApexType;
import localorg.runtime.Transaction;
import localorg.runtime.exception.ConnectApiException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.json.JsonReader;
import localorg.runtime.json.JsonWriter;
import localorg.runtime.lang.ApexList;

/**
 * Apex Reference, ConnectApi.NamedCredentials. The platform outside answers; a test may not ask.
 */
public class NamedCredentials {

    // Imitates: ConnectApi fails in a test without real data — Apex Developer Guide: Testing ConnectApi Code [C]
    private static Transaction transaction() {
        Transaction transaction = Transaction.current();
        if (transaction.test() != null) {
            throw new UncatchableException(
                "System.UnsupportedOperationException",
                "ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true)."
            );
        }
        // Imitates: ConnectApi in a cacheable method — unknown [U35]
        if (transaction.isCacheable() && "b".equals(transaction.org().switches().get("U35"))) {
            throw new ConnectApiException("ConnectApi is not available in a cacheable method");
        }
        return transaction;
    }

    private static Object ask(String resultType, String method, Object... arguments) {
        Transaction transaction = transaction();
        Object[] texts = new Object[arguments.length];
        JsonWriter writer = new JsonWriter(false, true);
        for (int i = 0; i < arguments.length; i++) {
            boolean plain = arguments[i] == null || arguments[i] instanceof String;
            texts[i] = plain ? arguments[i] : new RawJson(writer.write(arguments[i]));
        }
        JsonNode answer = transaction.org().outside().connectApi(transaction.user().id(), method, texts);
        boolean nothing = resultType == null || answer == null || answer.isNull() || answer.isMissingNode();
        return nothing
            ? null
            : new JsonReader(false).read(answer.toString(), ApexType.ofInternalName("connectapi/" + resultType));
    }

    /** An argument that is JSON already. */
    public record RawJson(String text) {}

    public static OAuthCredentialAuthUrl getOAuthCredentialAuthUrl(OAuthCredentialAuthUrlInput input) {
        return (OAuthCredentialAuthUrl) ask("OAuthCredentialAuthUrl", "getOAuthCredentialAuthUrl", input);
    }

    public static Credential getCredential(
        String externalCredential,
        String principalName,
        CredentialPrincipalType principalType
    ) {
        return (Credential) ask("Credential", "getCredential", externalCredential, principalName, principalType);
    }

    // Imitates: createCredential counts as DML — platform facts section 6 [C]
    public static Credential createCredential(CredentialInput input) {
        return createCredential(input, null);
    }

    public static Credential createCredential(CredentialInput input, CreateCredentialAction action) {
        transaction().markUncommitted();
        return (Credential) ask("Credential", "createCredential", input, action);
    }

    public static Credential updateCredential(CredentialInput input) {
        transaction().markUncommitted();
        return (Credential) ask("Credential", "updateCredential", input);
    }

    public static Credential patchCredential(CredentialInput input) {
        transaction().markUncommitted();
        return (Credential) ask("Credential", "patchCredential", input);
    }

    public static void deleteCredential(
        String externalCredential,
        String principalName,
        CredentialPrincipalType principalType
    ) {
        deleteCredential(externalCredential, principalName, principalType, null);
    }

    public static void deleteCredential(
        String externalCredential,
        String principalName,
        CredentialPrincipalType principalType,
        ApexList authenticationParameters
    ) {
        transaction().markUncommitted();
        ask(null, "deleteCredential", externalCredential, principalName, principalType, authenticationParameters);
    }

    public static ExternalCredential getExternalCredential(String developerName) {
        return (ExternalCredential) ask("ExternalCredential", "getExternalCredential", developerName);
    }

    public static ExternalCredentialList getExternalCredentials() {
        return (ExternalCredentialList) ask("ExternalCredentialList", "getExternalCredentials");
    }

    public static NamedCredential getNamedCredential(String developerName) {
        return (NamedCredential) ask("NamedCredential", "getNamedCredential", developerName);
    }

    public static NamedCredentialList getNamedCredentials() {
        return (NamedCredentialList) ask("NamedCredentialList", "getNamedCredentials");
    }
}
