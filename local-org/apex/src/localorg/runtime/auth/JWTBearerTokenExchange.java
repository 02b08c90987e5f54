package localorg.runtime.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import localorg.runtime.exception.CalloutException;
import localorg.runtime.system.EncodingUtil;
import localorg.runtime.system.Http;
import localorg.runtime.system.HttpRequest;
import localorg.runtime.system.HttpResponse;

/** Apex Reference, Auth.JWTBearerTokenExchange (RFC 7523). */
public class JWTBearerTokenExchange {

    private String tokenEndpoint;
    private String grantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private JWS jws;
    private HttpResponse response;

    public JWTBearerTokenExchange(String tokenEndpoint, JWS jws) {
        this.tokenEndpoint = tokenEndpoint;
        this.jws = jws;
    }

    public String getAccessToken() {
        HttpRequest request = new HttpRequest();
        request.setEndpoint(tokenEndpoint);
        request.setMethod("POST");
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setBody(
            "grant_type=" + EncodingUtil.urlEncode(grantType, "UTF-8") + "&assertion=" + jws.getCompactSerialization()
        );
        response = new Http().send(request);
        try {
            String token = new ObjectMapper().readTree(response.getBody()).path("access_token").asText(null);
            if (token == null) {
                throw new CalloutException("No access token in the answer");
            }
            return token;
        } catch (JsonProcessingException e) {
            throw new CalloutException("The answer is not JSON");
        }
    }

    public HttpResponse getHttpResponse() {
        return response;
    }

    public String getGrantType() {
        return grantType;
    }

    public void setGrantType(String type) {
        grantType = type;
    }

    public JWS getJWS() {
        return jws;
    }

    public void setJWS(JWS value) {
        jws = value;
    }

    public String getTokenEndpoint() {
        return tokenEndpoint;
    }

    public void setTokenEndpoint(String endpoint) {
        tokenEndpoint = endpoint;
    }
}
