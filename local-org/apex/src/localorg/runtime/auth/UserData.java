package localorg.runtime.auth;

import localorg.runtime.lang.ApexMap;

/** Apex Reference, Auth.UserData. */
public class UserData {

    public String identifier;
    public String firstName;
    public String lastName;
    public String fullName;
    public String email;
    public String link;
    public String username;
    public String locale;
    public String provider;
    public String siteLoginUrl;
    public ApexMap attributeMap;
    public String idToken;
    public String userInfoJSONString;
    public String idTokenJSONString;

    public UserData(
        String identifier,
        String firstName,
        String lastName,
        String fullName,
        String email,
        String link,
        String username,
        String locale,
        String provider,
        String siteLoginUrl,
        ApexMap attributeMap
    ) {
        this(
            identifier,
            firstName,
            lastName,
            fullName,
            email,
            link,
            username,
            locale,
            provider,
            siteLoginUrl,
            attributeMap,
            null,
            null
        );
    }

    public UserData(
        String identifier,
        String firstName,
        String lastName,
        String fullName,
        String email,
        String link,
        String username,
        String locale,
        String provider,
        String siteLoginUrl,
        ApexMap attributeMap,
        String idToken,
        String userInfoJSONString
    ) {
        this.identifier = identifier;
        this.firstName = firstName;
        this.lastName = lastName;
        this.fullName = fullName;
        this.email = email;
        this.link = link;
        this.username = username;
        this.locale = locale;
        this.provider = provider;
        this.siteLoginUrl = siteLoginUrl;
        this.attributeMap = attributeMap;
        this.idToken = idToken;
        this.userInfoJSONString = userInfoJSONString;
    }
}
