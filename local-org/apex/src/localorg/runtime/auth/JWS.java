package localorg.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.system.Crypto;

/** Apex Reference, Auth.JWS: a payload signed with one of the org's certificates, RS256 (RFC 7515). */
public class JWS {

    private final String payload;
    private final String certificate;

    public JWS(JWT jwt, String certificate) {
        this(jwt.toJSONString(), certificate);
    }

    public JWS(String payload, String certificate) {
        this.payload = payload;
        this.certificate = certificate;
    }

    public String getCompactSerialization() {
        String input =
            encode("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) +
            "." +
            encode(payload.getBytes(StandardCharsets.UTF_8));
        ApexBlob signature = Crypto.signWithCertificate("RSA-SHA256", ApexBlob.ofText(input), certificate);
        return input + "." + encode(signature.bytes());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
