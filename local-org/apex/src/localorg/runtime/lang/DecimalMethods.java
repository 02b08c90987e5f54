package localorg.runtime.lang;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Supplier;
import localorg.runtime.exception.MathException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.system.RoundingMode;

/** Apex Reference, Decimal Class. */
public final class DecimalMethods {

    private static final MathContext DIVISION = new MathContext(34, java.math.RoundingMode.HALF_UP);
    private static final int MAX_SCALE = 33;
    private static final int MAX_EXPONENT = 32_767;

    private DecimalMethods() {}

    public static BigDecimal valueOf(Double value) {
        return BigDecimal.valueOf(value);
    }

    public static BigDecimal valueOf(Long value) {
        return BigDecimal.valueOf(value);
    }

    public static BigDecimal valueOf(String value) {
        if (value == null) {
            throw new NullPointerException();
        }
        try {
            return new BigDecimal(value.trim());
        } catch (NumberFormatException e) {
            throw new TypeException("Invalid decimal: " + value);
        }
    }

    public static BigDecimal valueOfBytecode(String value) {
        return new BigDecimal(value);
    }

    public static BigDecimal valueOfNullOk(Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    public static BigDecimal valueOfNullOk(Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    public static BigDecimal valueOfNullOk(Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    public static BigDecimal add(BigDecimal a, BigDecimal b) {
        return a.add(b);
    }

    public static BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return a.subtract(b);
    }

    public static BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return a.multiply(b);
    }

    public static BigDecimal divide(BigDecimal a, BigDecimal b) {
        checkDivisor(b);
        BigDecimal quotient = a.divide(b, DIVISION);
        if (quotient.scale() > MAX_SCALE) {
            quotient = quotient.setScale(MAX_SCALE, java.math.RoundingMode.HALF_UP);
        }
        int scale = Math.max(a.scale(), b.scale());
        BigDecimal stripped = quotient.stripTrailingZeros();
        return stripped.scale() < scale ? quotient.setScale(scale, java.math.RoundingMode.HALF_UP) : stripped;
    }

    public static BigDecimal divide(BigDecimal a, BigDecimal b, Integer scale) {
        checkDivisor(b);
        return rounded(() -> a.divide(b, checkedScale(scale), java.math.RoundingMode.HALF_UP));
    }

    public static BigDecimal divide(BigDecimal a, BigDecimal b, Integer scale, Object mode) {
        checkDivisor(b);
        return rounded(() -> a.divide(b, checkedScale(scale), ((RoundingMode) mode).javaMode()));
    }

    // Imitates: a scale between -33 and 33, and an exponent between 0 and 32,767 — Apex Reference, Decimal Class: setScale, pow (likely: the exceptions) [C]
    private static int checkedScale(Integer scale) {
        if (Math.abs(scale) > MAX_SCALE) {
            throw new MathException("Scale must be between -" + MAX_SCALE + " and " + MAX_SCALE + ": " + scale);
        }
        return scale;
    }

    /** RoundingMode.UNNECESSARY: rounding that is necessary is an exception. */
    private static BigDecimal rounded(Supplier<BigDecimal> calculation) {
        try {
            return calculation.get();
        } catch (ArithmeticException e) {
            throw new MathException(e.getMessage());
        }
    }

    private static void checkDivisor(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new MathException("Divide by 0");
        }
    }

    public static BigDecimal negate(BigDecimal a) {
        return a.negate();
    }

    public static BigDecimal abs(BigDecimal a) {
        return a.abs();
    }

    public static BigDecimal pow(BigDecimal a, Integer exponent) {
        if (exponent < 0 || exponent > MAX_EXPONENT) {
            throw new MathException("Exponent must be between 0 and " + MAX_EXPONENT + ": " + exponent);
        }
        return a.pow(exponent);
    }

    public static Integer precision(BigDecimal a) {
        return a.precision();
    }

    public static Integer scale(BigDecimal a) {
        return a.scale();
    }

    /** Half-even, as the reference says of round() without a mode. */
    public static Long round(BigDecimal a) {
        return a.setScale(0, java.math.RoundingMode.HALF_EVEN).longValue();
    }

    public static Long round(BigDecimal a, RoundingMode mode) {
        return setScale(a, 0, mode).longValue();
    }

    /** Half-up, as the reference says of setScale without a mode. */
    public static BigDecimal setScale(BigDecimal a, Integer scale) {
        return a.setScale(checkedScale(scale), java.math.RoundingMode.HALF_UP);
    }

    public static BigDecimal setScale(BigDecimal a, Integer scale, RoundingMode mode) {
        return rounded(() -> a.setScale(checkedScale(scale), mode.javaMode()));
    }

    public static BigDecimal stripTrailingZeros(BigDecimal a) {
        return a.stripTrailingZeros();
    }

    public static String toPlainString(BigDecimal a) {
        return a.toPlainString();
    }

    public static String toString(BigDecimal a) {
        return a.toPlainString();
    }

    public static String format(BigDecimal a) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.US)).format(a);
    }

    public static Integer intValue(BigDecimal a) {
        return a == null ? null : Integer.valueOf(a.intValue());
    }

    public static Long longValue(BigDecimal a) {
        return a == null ? null : Long.valueOf(a.longValue());
    }

    public static Double doubleValue(BigDecimal a) {
        return a == null ? null : Double.valueOf(a.doubleValue());
    }

    public static Integer compareTo(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? Equality.compare(a, b) : a.compareTo(b);
    }

    public static Boolean equals(BigDecimal a, Object b) {
        return Equality.areEqual(a, b);
    }

    public static Integer hashCode(BigDecimal a) {
        return a.stripTrailingZeros().hashCode();
    }
}
