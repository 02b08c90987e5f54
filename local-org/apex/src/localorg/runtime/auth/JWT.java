package localorg.runtime.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import localorg.runtime.Transaction;
import localorg.runtime.json.JsonWriter;
import localorg.runtime.lang.ApexMap;

/** Apex Reference, Auth.JWT. */
public class JWT {

    private static final int DEFAULT_VALIDITY = 300; // seconds

    private String iss;
    private String sub;
    private String aud;
    private Integer validityLength = DEFAULT_VALIDITY;
    private Integer nbfClockSkew;
    private ApexMap additionalClaims;

    public String getIss() {
        return iss;
    }

    public void setIss(String value) {
        iss = value;
    }

    public String getSub() {
        return sub;
    }

    public void setSub(String value) {
        sub = value;
    }

    public String getAud() {
        return aud;
    }

    public void setAud(String value) {
        aud = value;
    }

    /** Seconds. */
    public Integer getValidityLength() {
        return validityLength;
    }

    public void setValidityLength(Integer seconds) {
        validityLength = seconds;
    }

    /** Seconds. */
    public Integer getNbfClockSkew() {
        return nbfClockSkew;
    }

    public void setNbfClockSkew(Integer seconds) {
        nbfClockSkew = seconds;
    }

    public ApexMap getAdditionalClaims() {
        return additionalClaims;
    }

    public void setAdditionalClaims(ApexMap claims) {
        additionalClaims = claims;
    }

    /** iat, exp and nbf come from the clock (RFC 7519). */
    public String toJSONString() {
        long now = Transaction.current().org().now() / 1000;
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", iss);
        claims.put("sub", sub);
        claims.put("aud", aud);
        claims.put("iat", now);
        claims.put("exp", now + validityLength);
        if (nbfClockSkew != null) {
            claims.put("nbf", now - nbfClockSkew);
        }
        claims.values().removeIf(java.util.Objects::isNull);
        if (additionalClaims != null) {
            additionalClaims.entries().forEach((name, value) -> claims.put((String) name, value));
        }
        return new JsonWriter(false, false).write(ApexMap.ofObjects(claims));
    }
}
