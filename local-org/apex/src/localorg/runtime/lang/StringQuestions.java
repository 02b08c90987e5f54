package localorg.runtime.lang;

import java.util.Arrays;

/**
 * The String methods that compare, search and ask what a text is. Apex Reference, String Class: compareTo, contains,
 * countMatches, endsWith, equals, indexOf, isAlpha, isBlank, startsWith and the like.
 */
abstract class StringQuestions {

    public static Boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    public static Boolean isNotBlank(String text) {
        return !isBlank(text);
    }

    public static Boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    public static Boolean isNotEmpty(String text) {
        return !isEmpty(text);
    }

    /** Case matters, unlike with the operators. */
    public static Integer compareTo(String text, String other) {
        return text.compareTo(other);
    }

    public static Boolean equals(String text, Object other) {
        return text.equals(other instanceof ApexId ? other.toString() : other);
    }

    public static Boolean equalsIgnoreCase(String text, String other) {
        return text.equalsIgnoreCase(other);
    }

    public static Integer hashCode(String text) {
        return text.hashCode();
    }

    public static Boolean startsWith(String text, String prefix) {
        return text.startsWith(prefix);
    }

    public static Boolean startsWithIgnoreCase(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    public static Boolean endsWith(String text, String suffix) {
        return text.endsWith(suffix);
    }

    public static Boolean endsWithIgnoreCase(String text, String suffix) {
        return text.regionMatches(true, text.length() - suffix.length(), suffix, 0, suffix.length());
    }

    public static String difference(String text, String other) {
        int index = indexOfDifference(text, other);
        return index < 0 ? "" : other.substring(index);
    }

    public static Integer indexOfDifference(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            if (text.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return text.length() == other.length() ? -1 : shorter;
    }

    public static Integer getLevenshteinDistance(String text, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= text.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (text.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }

    /** -1 when the distance is greater than the threshold. */
    public static Integer getLevenshteinDistance(String text, String other, Integer threshold) {
        int distance = getLevenshteinDistance(text, other);
        return distance > threshold ? -1 : distance;
    }

    public static Integer length(String text) {
        return text.length();
    }

    public static Boolean contains(String text, String part) {
        return text.contains(part);
    }

    public static Boolean containsIgnoreCase(String text, String part) {
        return indexOfIgnoreCase(text, part) >= 0;
    }

    public static Boolean containsAny(String text, String characters) {
        return text.chars().anyMatch(character -> characters.indexOf(character) >= 0);
    }

    public static Boolean containsNone(String text, String characters) {
        return !containsAny(text, characters);
    }

    public static Boolean containsOnly(String text, String characters) {
        return text.chars().allMatch(character -> characters.indexOf(character) >= 0);
    }

    public static Boolean containsWhitespace(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }

    public static Integer countMatches(String text, String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int count = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            count++;
        }
        return count;
    }

    public static Boolean isAlpha(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
    }

    public static Boolean isAlphaSpace(String text) {
        return text.chars().allMatch(character -> Character.isLetter(character) || character == ' ');
    }

    public static Boolean isAlphanumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLetterOrDigit);
    }

    public static Boolean isAlphanumericSpace(String text) {
        return text.chars().allMatch(character -> Character.isLetterOrDigit(character) || character == ' ');
    }

    public static Boolean isNumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    public static Boolean isNumericSpace(String text) {
        return text.chars().allMatch(character -> Character.isDigit(character) || character == ' ');
    }

    public static Boolean isAsciiPrintable(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    public static Boolean isWhitespace(String text) {
        return text.chars().allMatch(Character::isWhitespace);
    }

    public static Boolean isAllLowerCase(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLowerCase);
    }

    public static Boolean isAllUpperCase(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isUpperCase);
    }

    public static Integer indexOf(String text, String part) {
        return text.indexOf(part);
    }

    public static Integer indexOf(String text, String part, Integer from) {
        return text.indexOf(part, from);
    }

    public static Integer indexOfIgnoreCase(String text, String part) {
        return indexOfIgnoreCase(text, part, 0);
    }

    public static Integer indexOfIgnoreCase(String text, String part, Integer from) {
        for (int i = Math.max(from, 0); i <= text.length() - part.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }

    public static Integer lastIndexOf(String text, String part) {
        return text.lastIndexOf(part);
    }

    public static Integer lastIndexOf(String text, String part, Integer from) {
        return text.lastIndexOf(part, from);
    }

    public static Integer lastIndexOfIgnoreCase(String text, String part) {
        return lastIndexOfIgnoreCase(text, part, text.length());
    }

    public static Integer lastIndexOfIgnoreCase(String text, String part, Integer from) {
        for (int i = Math.min(from, text.length() - part.length()); i >= 0; i--) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }

    public static Integer indexOfAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    public static Integer indexOfAnyBut(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return i;
            }
        }
        return -1;
    }

    public static Integer indexOfChar(String text, Integer character) {
        return text.indexOf(character);
    }

    public static Integer indexOfChar(String text, Integer character, Integer from) {
        return text.indexOf(character, from);
    }

    public static Integer lastIndexOfChar(String text, Integer character) {
        return text.lastIndexOf(character);
    }

    public static Integer lastIndexOfChar(String text, Integer character, Integer from) {
        return text.lastIndexOf(character, from);
    }
}
