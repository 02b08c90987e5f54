package localorg.runtime.auth;

import localorg.runtime.exception.UnexpectedException;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexObject;

/** Apex Reference, Auth.AuthProviderPluginClass. */
public class AuthProviderPluginClass extends ApexObject implements AuthProviderPlugin {

    /** A plug-in that needs a refresh overrides it. */
    public OAuthRefreshResult refresh(ApexMap configuration, String refreshToken) {
        throw new UnexpectedException("The plug-in does not implement refresh");
    }
}
