package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

/** Numbers with a name, one for each time of a tear sheet: an equity curve or a kind of cost. */
public final class NamedSeries {
  private final String name;
  private final double[] values;

  private NamedSeries(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Returns the given numbers.
   *
   * @param name what legends and tables call them, not blank
   * @param values oldest first, {@code NaN} where there is none; not modified, not kept
   */
  public static NamedSeries copyOf(String name, double[] values) {
    if (requireNonNull(name, "name").isBlank()) {
      throw new IllegalArgumentException("name of a series must not be blank, was '" + name + "'");
    }
    return new NamedSeries(name, values.clone());
  }

  /** Returns what legends and tables call the numbers. */
  public String name() {
    return name;
  }

  /** Returns how many numbers there are. */
  public int size() {
    return values.length;
  }

  /** Returns one number, {@code NaN} if there is none. */
  public double value(int index) {
    return values[index];
  }

  /** Returns a copy of the numbers. */
  public double[] toArray() {
    return values.clone();
  }

  /** Returns the numbers themselves, which must not be modified. */
  double[] raw() {
    return values;
  }

  @Override
  public String toString() {
    return name + " (" + values.length + " values)";
  }
}
