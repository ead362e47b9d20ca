package io.quantkit.features;

/** What of an {@link Input} a statistic is computed of. */
public enum Measured {
  /** The number itself. */
  LEVELS(0),
  /** Its natural logarithm; a number that is not positive counts as missing. */
  LOGS(0),
  /** The simple return {@code x[t] / x[t-1] - 1}; a zero before it counts as missing. */
  RETURNS(1),
  /** The logarithmic return {@code ln(x[t] / x[t-1])} of positive numbers. */
  LOG_RETURNS(1);

  private final int lead;

  Measured(int lead) {
    this.lead = lead;
  }

  /** Returns how many numbers are needed before the first measured one: 1 for returns. */
  public int lead() {
    return lead;
  }

  /**
   * Returns the measured number, {@code NaN} or infinite where there is none.
   *
   * @param last the number before; {@link #LEVELS} and {@link #LOGS} ignore it
   * @param x the number
   */
  public double of(double last, double x) {
    return switch (this) {
      case LEVELS -> x;
      case LOGS -> x > 0 ? StrictMath.log(x) : Double.NaN;
      case RETURNS -> (x - last) / last;
      case LOG_RETURNS -> x > 0 && last > 0 ? StrictMath.log(x / last) : Double.NaN;
    };
  }

  /** Returns how it is written in a feature's name: {@code close}, {@code volume-returns}. */
  public String label(Input input) {
    return switch (this) {
      case LEVELS -> input.label();
      case LOGS -> input.label() + "-log";
      case RETURNS -> input.label() + "-returns";
      case LOG_RETURNS -> input.label() + "-logreturns";
    };
  }
}
