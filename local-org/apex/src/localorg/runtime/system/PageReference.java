package localorg.runtime.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.SObject;

/** Apex Reference, PageReference Class. */
public class PageReference {

    private final String path;
    private final ApexMap parameters;
    private final ApexMap headers = ApexMap.ofStrings(Map.of());
    private String anchor;
    private Boolean redirect = false;
    private Integer redirectCode = 302;

    public PageReference(String url) {
        String text = url;
        int hash = text.indexOf('#');
        if (hash >= 0) {
            anchor = text.substring(hash + 1);
            text = text.substring(0, hash);
        }
        int question = text.indexOf('?');
        path = question < 0 ? text : text.substring(0, question);
        Map<String, String> values = new LinkedHashMap<>();
        if (question >= 0) {
            for (String pair : text.substring(question + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                if (!parts[0].isEmpty()) {
                    values.put(
                        EncodingUtil.urlDecode(parts[0], "UTF-8"),
                        parts.length > 1 ? EncodingUtil.urlDecode(parts[1], "UTF-8") : ""
                    );
                }
            }
        }
        parameters = ApexMap.ofStrings(values);
    }

    public PageReference(SObject record) {
        this("/" + record.get("Id"));
    }

    public ApexMap getParameters() {
        return parameters;
    }

    public ApexMap getHeaders() {
        return headers;
    }

    public String getAnchor() {
        return anchor;
    }

    public PageReference setAnchor(String text) {
        anchor = text;
        return this;
    }

    public Boolean getRedirect() {
        return redirect;
    }

    public PageReference setRedirect(Boolean flag) {
        redirect = flag;
        return this;
    }

    public Integer getRedirectCode() {
        return redirectCode;
    }

    public PageReference setRedirectCode(Integer code) {
        redirectCode = code;
        return this;
    }

    /** The parameters are URL-encoded. */
    public String getUrl() {
        List<String> pairs = new ArrayList<>();
        parameters.entries().forEach((name, value) -> {
            if (value != null) {
                pairs.add(
                    EncodingUtil.urlEncode((String) name, "UTF-8") +
                        "=" +
                        EncodingUtil.urlEncode((String) value, "UTF-8")
                );
            }
        });
        return path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs)) + (anchor == null ? "" : "#" + anchor);
    }

    @Override
    public String toString() {
        return "System.PageReference[" + getUrl() + "]";
    }
}
