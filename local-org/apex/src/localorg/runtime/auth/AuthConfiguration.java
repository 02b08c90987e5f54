package localorg.runtime.auth;

import localorg.runtime.Transaction;

/** Apex Reference, Auth.AuthConfiguration: the URLs alone. */
public class AuthConfiguration {

    public static String getAuthProviderSsoUrl(String communityUrl, String startUrl, String developerName) {
        String base = communityUrl == null ? Transaction.current().org().identity().domainUrl() : communityUrl;
        return (
            base +
            "/services/auth/sso/" +
            developerName +
            (startUrl == null
                ? ""
                : "?startURL=" + java.net.URLEncoder.encode(startUrl, java.nio.charset.StandardCharsets.UTF_8))
        );
    }
}
