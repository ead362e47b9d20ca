package io.quantkit.core.market;

/**
 * What happened to one instrument during one period.
 *
 * <p>Prices are per unit in the instrument's currency, volume is in units of the instrument. {@code
 * NaN} means that the source does not tell: a file of closes has bars of which all else is {@code
 * NaN}. The close is always there; without one there is no bar.
 *
 * @param start when the period began, in epoch nanoseconds UTC; the bar's stamp
 * @param knownAt when the period ended and the bar became known, in epoch nanoseconds UTC
 * @param open the first price
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume the units traded, at least 0
 * @param vwap the volume-weighted average price; by its source's rules on which trades count, so
 *     that it is not held to lie between low and high
 * @param trades how many trades there were, a whole number
 */
public record Bar(
    long start,
    long knownAt,
    double open,
    double high,
    double low,
    double close,
    double volume,
    double vwap,
    double trades)
    implements MarketRecord {

  /**
   * Creates a bar.
   *
   * @throws IllegalArgumentException if the bar is known before it starts, a price is infinite or
   *     not positive, high and low do not enclose open and close, the volume is negative or the
   *     number of trades is no whole number
   */
  public Bar {
    String fault = fault(start, knownAt, open, high, low, close, volume);
    if (fault.isEmpty()) {
      fault = fault(vwap, trades);
    }
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** Creates a bar of which neither the average price nor the number of trades is told. */
  public Bar(
      long start, long knownAt, double open, double high, double low, double close, double volume) {
    this(start, knownAt, open, high, low, close, volume, Double.NaN, Double.NaN);
  }

  /** Returns {@link #start}. */
  @Override
  public long eventTime() {
    return start;
  }

  /** Returns a bar of which only the close is known. */
  public static Bar ofClose(long start, long knownAt, double close) {
    return new Bar(start, knownAt, Double.NaN, Double.NaN, Double.NaN, close, Double.NaN);
  }

  /**
   * Says what keeps the given numbers from being a bar: the one definition of a sound bar, used
   * wherever bars enter the system.
   *
   * @return what is wrong, naming the field, the rule and the value; empty if nothing is
   */
  public static String fault(
      long start, long knownAt, double open, double high, double low, double close, double volume) {
    if (knownAt < start) {
      return "knownAt must not be before start, was " + knownAt + " < " + start;
    }
    if (!(close > 0) || close == Double.POSITIVE_INFINITY) {
      return "close must be positive and finite, was " + close;
    }
    if (open <= 0 || open == Double.POSITIVE_INFINITY) {
      return "open must be positive and finite, was " + open;
    }
    if (high <= 0 || high == Double.POSITIVE_INFINITY) {
      return "high must be positive and finite, was " + high;
    }
    if (low <= 0 || low == Double.POSITIVE_INFINITY) {
      return "low must be positive and finite, was " + low;
    }
    if (low > high) {
      return "low must not be above high, was " + low + " > " + high;
    }
    if (open > high || close > high) {
      return "high must not be below open or close, was " + high;
    }
    if (open < low || close < low) {
      return "low must not be above open or close, was " + low;
    }
    if (volume < 0 || volume == Double.POSITIVE_INFINITY) {
      return "volume must be at least 0 and finite, was " + volume;
    }
    return "";
  }

  /**
   * Says what is wrong with the optional numbers of a bar.
   *
   * @return what is wrong, naming the field, the rule and the value; empty if nothing is
   */
  public static String fault(double vwap, double trades) {
    if (vwap <= 0 || vwap == Double.POSITIVE_INFINITY) {
      return "vwap must be positive and finite, was " + vwap;
    }
    boolean whole = trades >= 0 && trades < Double.POSITIVE_INFINITY && trades == Math.rint(trades);
    if (!whole && !Double.isNaN(trades)) {
      return "trades must be a whole number of at least 0, was " + trades;
    }
    return "";
  }
}
