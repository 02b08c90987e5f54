package localorg.runtime.auth;

/** Apex Reference, Auth.OAuthRefreshResult. */
public class OAuthRefreshResult {

    public String accessToken;
    public String refreshToken;
    public String error;

    public OAuthRefreshResult(String accessToken, String refreshToken) {
        this(accessToken, refreshToken, null);
    }

    public OAuthRefreshResult(String accessToken, String refreshToken, String error) {
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
        this.error = error;
    }
}
