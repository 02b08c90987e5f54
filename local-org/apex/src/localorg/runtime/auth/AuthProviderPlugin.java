package localorg.runtime.auth;

/** Apex Reference, Auth.AuthProviderPlugin: replaced by the class of nearly the same name. */
public interface AuthProviderPlugin {}
