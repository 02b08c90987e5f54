package localorg.runtime.system;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HexFormat;
import localorg.runtime.exception.InvalidParameterValueException;
import localorg.runtime.exception.StringException;
import localorg.runtime.lang.ApexBlob;

/** Apex Reference, EncodingUtil Class. */
public final class EncodingUtil {
    private EncodingUtil() {}

    public static String base64Encode(ApexBlob blob) {
        return Base64.getEncoder().encodeToString(blob.bytes());
    }

    /** The Reference does not say what happens to characters outside of the alphabet; here they are an error. */
    public static ApexBlob base64Decode(String text) {
        try {
            return new ApexBlob(Base64.getDecoder().decode(text.replaceAll("[\r\n]", "")));
        } catch (IllegalArgumentException e) {
            throw new StringException("Invalid base64 text: " + e.getMessage());
        }
    }

    public static String convertToHex(ApexBlob blob) {
        return HexFormat.of().formatHex(blob.bytes());
    }

    public static ApexBlob convertFromHex(String text) {
        try {
            return new ApexBlob(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterValueException("Invalid hexadecimal string: " + e.getMessage());
        }
    }

    /** application/x-www-form-urlencoded, as Java's URLEncoder does it: a space becomes a plus sign. */
    public static String urlEncode(String text, String encoding) {
        return URLEncoder.encode(text, charset(encoding));
    }

    public static String urlDecode(String text, String encoding) {
        try {
            return URLDecoder.decode(text, charset(encoding));
        } catch (IllegalArgumentException e) {
            throw new localorg.runtime.exception.IllegalArgumentException(e.getMessage());
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InvalidParameterValueException("Unsupported encoding: " + name);
        }
    }
}
