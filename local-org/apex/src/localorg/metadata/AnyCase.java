package localorg.metadata;

import java.util.Comparator;

/**
 * Orders names without regard to case, as String.CASE_INSENSITIVE_ORDER does, and faster where they are ASCII: most of
 * what is done to a row is to look for a field by its name.
 */
public final class AnyCase implements Comparator<String> {

    public static final Comparator<String> ORDER = new AnyCase();

    private AnyCase() {}

    @Override
    public int compare(String a, String b) {
        if (a == b) {
            return 0;
        }
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right && lower(left) != lower(right)) {
                return lower(left) - lower(right);
            }
        }
        return a.length() - b.length();
    }

    private static int lower(char letter) {
        if (letter < 128) {
            return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
        }
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
