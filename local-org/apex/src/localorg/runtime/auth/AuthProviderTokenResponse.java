package localorg.runtime.auth;

/** Apex Reference, Auth.AuthProviderTokenResponse. */
public class AuthProviderTokenResponse {

    public String provider;
    public String oauthToken;
    public String oauthSecretOrRefreshToken;
    public String state;
    public String idToken;

    public AuthProviderTokenResponse(
        String provider,
        String oauthToken,
        String oauthSecretOrRefreshToken,
        String state
    ) {
        this.provider = provider;
        this.oauthToken = oauthToken;
        this.oauthSecretOrRefreshToken = oauthSecretOrRefreshToken;
        this.state = state;
    }
}
