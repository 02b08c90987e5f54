package localorg.runtime.lang;

import localorg.runtime.exception.StringException;

/**
 * A record's Id: 15 case-sensitive characters, shown with the 3 characters that make it unique in any case. Apex
 * Reference, Id Class.
 */
public final class ApexId implements Comparable<ApexId> {

    private static final String SUFFIX_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private final String text; // 18 characters

    private ApexId(String text) {
        this.text = text;
    }

    public static boolean isId(String text) {
        if (text == null || (text.length() != 15 && text.length() != 18)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128 || !Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() == 15 || suffix(text).equalsIgnoreCase(text.substring(15));
    }

    public static ApexId of(String text) {
        if (!isId(text)) {
            throw new StringException("Invalid id: " + text);
        }
        return new ApexId(text.substring(0, 15) + suffix(text));
    }

    /** Null for a text that is no Id. */
    static ApexId ofNullable(String text) {
        return isId(text) ? of(text) : null;
    }

    /** One character for each group of five: which of them are upper case. */
    private static String suffix(String text) {
        char[] suffix = new char[3];
        for (int group = 0; group < suffix.length; group++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char character = text.charAt(group * 5 + i);
                if (character >= 'A' && character <= 'Z') {
                    bits |= 1 << i;
                }
            }
            suffix[group] = SUFFIX_ALPHABET.charAt(bits);
        }
        return new String(suffix);
    }

    public String to15() {
        return text.substring(0, 15);
    }

    /** The three characters that tell the object. */
    public String keyPrefix() {
        return text.substring(0, 3);
    }

    @Override
    public int compareTo(ApexId other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApexId id && id.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
