package localorg.runtime.auth;

import localorg.runtime.lang.ApexMap;

/** Apex Reference, Auth.AuthProviderCallbackState. */
public class AuthProviderCallbackState {

    public ApexMap headers;
    public String body;
    public ApexMap queryParameters;

    public AuthProviderCallbackState(ApexMap headers, String body, ApexMap queryParameters) {
        this.headers = headers;
        this.body = body;
        this.queryParameters = queryParameters;
    }
}
