package localorg.runtime.system;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import localorg.runtime.exception.IllegalArgumentException;
import localorg.runtime.exception.InvalidParameterValueException;
import localorg.runtime.lang.ApexBlob;

/** Apex Reference, EncodingUtil Class. */
public class EncodingUtil {

    public static String base64Encode(ApexBlob blob) {
        return Base64.getEncoder().encodeToString(blob.bytes());
    }

    /** Line breaks are ignored; anything else that is not base64 is an error. */
    public static ApexBlob base64Decode(String text) {
        try {
            return new ApexBlob(Base64.getDecoder().decode(text.replaceAll("[\\r\\n]", "")));
        } catch (java.lang.IllegalArgumentException e) {
            throw new InvalidParameterValueException("Unrecognized base64 character in the input");
        }
    }

    public static String convertToHex(ApexBlob blob) {
        return HexFormat.of().formatHex(blob.bytes());
    }

    public static ApexBlob convertFromHex(String text) {
        try {
            return new ApexBlob(HexFormat.of().parseHex(text));
        } catch (java.lang.IllegalArgumentException e) {
            throw new InvalidParameterValueException("Invalid hex string");
        }
    }

    public static String urlEncode(String text, String scheme) {
        return URLEncoder.encode(text, charset(scheme));
    }

    public static String urlDecode(String text, String scheme) {
        try {
            return URLDecoder.decode(text, charset(scheme));
        } catch (java.lang.IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (java.lang.IllegalArgumentException e) {
            throw new InvalidParameterValueException("Unsupported encoding: " + name);
        }
    }
}
