package localorg.runtime.system;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import localorg.runtime.lang.ApexMap;

/** Apex Reference, PageReference Class: a URL whose query parameters can be read and changed. */
public final class PageReference {
    private static final String ENCODING = StandardCharsets.UTF_8.name();

    private final String path;
    private final ApexMap parameters;
    private final ApexMap headers = ApexMap.ofStrings(new LinkedHashMap<>());
    private String anchor;
    private Boolean redirect = false;
    private Integer redirectCode = 0;

    public PageReference(String url) {
        int hash = url.indexOf('#');
        String beforeAnchor = hash < 0 ? url : url.substring(0, hash);
        anchor = hash < 0 ? null : url.substring(hash + 1);
        int question = beforeAnchor.indexOf('?');
        path = question < 0 ? beforeAnchor : beforeAnchor.substring(0, question);
        parameters = ApexMap.ofStrings(question < 0 ? Map.of() : parse(beforeAnchor.substring(question + 1)));
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                values.put(EncodingUtil.urlDecode(parts[0], ENCODING), parts.length < 2 ? "" : EncodingUtil.urlDecode(parts[1], ENCODING));
            }
        }
        return values;
    }

    /** Decoded; changes of the map change the URL. */
    public ApexMap getParameters() {
        return parameters;
    }

    public ApexMap getHeaders() {
        return headers;
    }

    /** With the parameters encoded as in a form. */
    public String getUrl() {
        StringBuilder url = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<Object, Object> parameter : parameters.entries().entrySet()) {
            String value = parameter.getValue() == null ? "" : EncodingUtil.urlEncode((String) parameter.getValue(), ENCODING);
            url.append(separator).append(EncodingUtil.urlEncode((String) parameter.getKey(), ENCODING)).append('=').append(value);
            separator = '&';
        }
        return anchor == null ? url.toString() : url.append('#').append(anchor).toString();
    }

    public String getAnchor() {
        return anchor;
    }

    public PageReference setAnchor(String name) {
        anchor = name;
        return this;
    }

    public Boolean getRedirect() {
        return redirect;
    }

    public PageReference setRedirect(Boolean value) {
        redirect = value;
        return this;
    }

    public Integer getRedirectCode() {
        return redirectCode;
    }

    public PageReference setRedirectCode(Integer code) {
        redirectCode = code;
        return this;
    }

    @Override
    public String toString() {
        return "System.PageReference[" + getUrl() + "]";
    }
}
