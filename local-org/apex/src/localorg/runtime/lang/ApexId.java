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
        if (
            text == null ||
            (text.length() != 15 && text.length() != 18) ||
            !text.chars().allMatch(ApexId::isLetterOrDigit)
        ) {
            return false;
        }
        return text.length() == 15 || suffix(text.substring(0, 15)).equalsIgnoreCase(text.substring(15));
    }

    private static boolean isLetterOrDigit(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    public static ApexId of(String text) {
        if (!isId(text)) {
            throw new StringException("Invalid id: " + text);
        }
        String base = text.substring(0, 15);
        return new ApexId(base + suffix(base));
    }

    /** Null for a text that is no Id. */
    static ApexId ofNullable(String text) {
        return isId(text) ? of(text) : null;
    }

    /** One character for each group of five: which of them are upper case. */
    private static String suffix(String base) {
        StringBuilder suffix = new StringBuilder();
        for (int group = 0; group < 3; group++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                if (Character.isUpperCase(base.charAt(group * 5 + i))) {
                    bits |= 1 << i;
                }
            }
            suffix.append(SUFFIX_ALPHABET.charAt(bits));
        }
        return suffix.toString();
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
