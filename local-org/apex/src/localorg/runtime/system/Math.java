package localorg.runtime.system;

import java.math.BigDecimal;
import java.math.RoundingMode;
import localorg.runtime.exception.MathException;

/** Apex Reference, Math Class. */
public class Math {

    private static BigDecimal decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new MathException("The result is not a number, or too large for one");
        }
        return BigDecimal.valueOf(value);
    }

    public static BigDecimal abs(BigDecimal value) {
        return value.abs();
    }

    public static Double abs(Double value) {
        return java.lang.Math.abs(value);
    }

    public static Integer abs(Integer value) {
        return java.lang.Math.abs(value);
    }

    public static Long abs(Long value) {
        return java.lang.Math.abs(value);
    }

    public static BigDecimal acos(BigDecimal value) {
        return decimal(java.lang.Math.acos(value.doubleValue()));
    }

    public static Double acos(Double value) {
        return java.lang.Math.acos(value);
    }

    public static BigDecimal asin(BigDecimal value) {
        return decimal(java.lang.Math.asin(value.doubleValue()));
    }

    public static Double asin(Double value) {
        return java.lang.Math.asin(value);
    }

    public static BigDecimal atan(BigDecimal value) {
        return decimal(java.lang.Math.atan(value.doubleValue()));
    }

    public static Double atan(Double value) {
        return java.lang.Math.atan(value);
    }

    public static BigDecimal cbrt(BigDecimal value) {
        return decimal(java.lang.Math.cbrt(value.doubleValue()));
    }

    public static Double cbrt(Double value) {
        return java.lang.Math.cbrt(value);
    }

    public static BigDecimal cos(BigDecimal value) {
        return decimal(java.lang.Math.cos(value.doubleValue()));
    }

    public static Double cos(Double value) {
        return java.lang.Math.cos(value);
    }

    public static BigDecimal cosh(BigDecimal value) {
        return decimal(java.lang.Math.cosh(value.doubleValue()));
    }

    public static Double cosh(Double value) {
        return java.lang.Math.cosh(value);
    }

    public static BigDecimal exp(BigDecimal value) {
        return decimal(java.lang.Math.exp(value.doubleValue()));
    }

    public static Double exp(Double value) {
        return java.lang.Math.exp(value);
    }

    public static BigDecimal log(BigDecimal value) {
        return decimal(java.lang.Math.log(value.doubleValue()));
    }

    public static Double log(Double value) {
        return java.lang.Math.log(value);
    }

    public static BigDecimal log10(BigDecimal value) {
        return decimal(java.lang.Math.log10(value.doubleValue()));
    }

    public static Double log10(Double value) {
        return java.lang.Math.log10(value);
    }

    public static BigDecimal sin(BigDecimal value) {
        return decimal(java.lang.Math.sin(value.doubleValue()));
    }

    public static Double sin(Double value) {
        return java.lang.Math.sin(value);
    }

    public static BigDecimal sinh(BigDecimal value) {
        return decimal(java.lang.Math.sinh(value.doubleValue()));
    }

    public static Double sinh(Double value) {
        return java.lang.Math.sinh(value);
    }

    public static BigDecimal sqrt(BigDecimal value) {
        return decimal(java.lang.Math.sqrt(value.doubleValue()));
    }

    public static Double sqrt(Double value) {
        return java.lang.Math.sqrt(value);
    }

    public static BigDecimal tan(BigDecimal value) {
        return decimal(java.lang.Math.tan(value.doubleValue()));
    }

    public static Double tan(Double value) {
        return java.lang.Math.tan(value);
    }

    public static BigDecimal tanh(BigDecimal value) {
        return decimal(java.lang.Math.tanh(value.doubleValue()));
    }

    public static Double tanh(Double value) {
        return java.lang.Math.tanh(value);
    }

    public static BigDecimal rint(BigDecimal value) {
        return decimal(java.lang.Math.rint(value.doubleValue()));
    }

    public static Double rint(Double value) {
        return java.lang.Math.rint(value);
    }

    public static BigDecimal signum(BigDecimal value) {
        return decimal(java.lang.Math.signum(value.doubleValue()));
    }

    public static Double signum(Double value) {
        return java.lang.Math.signum(value);
    }

    public static BigDecimal atan2(BigDecimal x, BigDecimal y) {
        return decimal(java.lang.Math.atan2(x.doubleValue(), y.doubleValue()));
    }

    public static Double atan2(Double x, Double y) {
        return java.lang.Math.atan2(x, y);
    }

    public static BigDecimal ceil(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING);
    }

    public static Double ceil(Double value) {
        return java.lang.Math.ceil(value);
    }

    public static BigDecimal floor(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR);
    }

    public static Double floor(Double value) {
        return java.lang.Math.floor(value);
    }

    public static BigDecimal max(BigDecimal a, BigDecimal b) {
        return a.max(b);
    }

    public static BigDecimal min(BigDecimal a, BigDecimal b) {
        return a.min(b);
    }

    public static Double max(Double a, Double b) {
        return java.lang.Math.max(a, b);
    }

    public static Double min(Double a, Double b) {
        return java.lang.Math.min(a, b);
    }

    public static Integer max(Integer a, Integer b) {
        return java.lang.Math.max(a, b);
    }

    public static Integer min(Integer a, Integer b) {
        return java.lang.Math.min(a, b);
    }

    public static Long max(Long a, Long b) {
        return java.lang.Math.max(a, b);
    }

    public static Long min(Long a, Long b) {
        return java.lang.Math.min(a, b);
    }

    public static Integer mod(Integer a, Integer b) {
        checkDivisor(b);
        return a % b;
    }

    public static Long mod(Long a, Long b) {
        checkDivisor(b);
        return a % b;
    }

    private static void checkDivisor(long divisor) {
        if (divisor == 0) {
            throw new MathException("Divide by 0");
        }
    }

    public static Double pow(Double value, Double exponent) {
        return java.lang.Math.pow(value, exponent);
    }

    public static Double random() {
        return java.lang.Math.random();
    }

    /** Half-even, as the reference says of Math.round. */
    public static Integer round(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_EVEN).intValue();
    }

    public static Integer round(Double value) {
        return (int) java.lang.Math.rint(value);
    }

    public static Long roundToLong(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_EVEN).longValue();
    }

    public static Long roundToLong(Double value) {
        return (long) java.lang.Math.rint(value);
    }
}
