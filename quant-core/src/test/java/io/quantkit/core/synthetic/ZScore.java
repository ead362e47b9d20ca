package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** Compares the mean of independent numbers with what theory expects, in standard errors. */
public final class ZScore {
  /** How far a mean may lie from its expectation: 1 in 150,000 does by chance. */
  public static final double BOUND = 4.5;

  private final String name;
  private final double expected;
  private long count;
  private double mean;
  private double squares;

  public ZScore(String name, double expected) {
    this.name = name;
    this.expected = expected;
  }

  public void add(double value) {
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
  }

  public double mean() {
    return mean;
  }

  public double z() {
    return (mean - expected) / Math.sqrt(squares / (count - 1) / count);
  }

  public void check() {
    assertThat(Math.abs(z()))
        .as(String.format(Locale.ROOT, "%s: %s, expected %s", name, mean, expected))
        .isLessThan(BOUND);
  }

  /** Checks a number of Poisson events. */
  public static void checkPoisson(String name, double events, double expected) {
    assertThat(Math.abs(events - expected) / Math.sqrt(expected))
        .as(String.format(Locale.ROOT, "%s: %s, expected %s", name, events, expected))
        .isLessThan(BOUND);
  }
}
