package io.quantkit.backtest.report;

/**
 * Numbers as text for people: the same characters on every machine, whatever its locale.
 *
 * <p>Digits come from a rounded {@code long}, never from a platform formatter, half to even.
 */
final class Numerals {
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  private static final String MISSING = "n/a";

  private Numerals() {}

  /** Returns a number with thousands separated by commas, such as {@code −1,234.50}. */
  static String grouped(double value, int decimals) {
    return text(value, decimals, true, '\u2212');
  }

  /** Returns a fraction in percent, such as {@code 12.34%}. */
  static String percent(double fraction, int decimals) {
    return Double.isNaN(fraction) ? MISSING : grouped(fraction * 100, decimals) + "%";
  }

  /** Returns an amount: whole from 1,000 up, with cents below. */
  static String money(double amount) {
    return grouped(amount, Math.abs(amount) >= 999.995 ? 0 : 2);
  }

  /** Returns a price or quantity with as many decimals as it needs, at most {@code most}. */
  static String shortest(double value, int most) {
    return trimmed(grouped(value, most));
  }

  /** Returns a large number in thousands, millions or billions, such as {@code 2.5M}. */
  static String compact(double value, double step) {
    double size = Math.max(Math.abs(value), step);
    String[] suffixes = {"", "k", "M", "bn", "tn"};
    int thousands = 0;
    while (thousands < 4 && size >= 999.9999) {
      size /= 1000;
      thousands++;
    }
    if (value == 0) {
      return "0";
    }
    double scale = StrictMath.pow(1000, thousands);
    return trimmed(grouped(value / scale, decimals(step / scale))) + suffixes[thousands];
  }

  /** Returns how many decimals tell multiples of a step apart. */
  static int decimals(double step) {
    int decimals = 0;
    double scaled = step;
    while (decimals < 9 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
      scaled *= 10;
      decimals++;
    }
    return decimals;
  }

  /** Returns a coordinate of a drawing: plain ASCII, at most one decimal. */
  static String coordinate(double value) {
    return trimmed(text(value, 1, false, '-'));
  }

  private static String trimmed(String text) {
    if (text.indexOf('.') < 0 || text.indexOf('e') >= 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static String text(double value, int decimals, boolean grouped, char minus) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    double scaled = Math.rint(Math.abs(value) * POWERS[decimals]);
    StringBuilder out = new StringBuilder();
    if (value < 0 && scaled != 0) {
      out.append(minus);
    }
    if (Double.isInfinite(value)) {
      return out.append('\u221e').toString();
    }
    if (scaled >= 1e16) {
      return out.append(scientific(Math.abs(value))).toString();
    }
    long digits = (long) scaled;
    long power = (long) POWERS[decimals];
    String whole = Long.toString(digits / power);
    for (int i = 0; i < whole.length(); i++) {
      if (grouped && i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(',');
      }
      out.append(whole.charAt(i));
    }
    if (decimals > 0) {
      out.append('.').append(Long.toString(power + digits % power), 1, decimals + 1);
    }
    return out.toString();
  }

  private static String scientific(double positive) {
    int exponent = (int) Math.floor(StrictMath.log10(positive));
    double mantissa = positive / StrictMath.pow(10, exponent);
    return text(mantissa, 3, false, '-') + "e" + exponent;
  }
}
