package io.quantkit.features.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check found.
 *
 * @param subject what was checked
 * @param comparisons how many numbers were compared; a check that compared nothing proves nothing
 * @param violations the numbers that break the law, at most {@link #MOST_VIOLATIONS} of them
 */
public record CheckReport(String subject, long comparisons, List<Violation> violations) {

  /** How many violations a report lists at most: 100. */
  public static final int MOST_VIOLATIONS = 100;

  public CheckReport {
    violations = List.copyOf(violations);
  }

  /** Returns whether something was compared and nothing broke the law. */
  public boolean clean() {
    return comparisons > 0 && violations.isEmpty();
  }

  /**
   * Does nothing if this report is clean.
   *
   * @throws AssertionError if it is not, naming the subject, the cut, the bar and the values
   */
  public void assertClean() {
    if (comparisons == 0) {
      throw new AssertionError(subject + ": nothing was compared, give the check more bars");
    }
    if (!violations.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (Violation violation : violations.subList(0, Math.min(5, violations.size()))) {
        text.append(text.isEmpty() ? "" : System.lineSeparator()).append(violation);
      }
      throw new AssertionError(text.toString());
    }
  }

  /** Collects what a check finds. */
  static final class Builder {
    private final String subject;
    private final List<Violation> violations = new ArrayList<>();
    private long comparisons;

    Builder(String subject) {
      this.subject = subject;
    }

    /** Compares two numbers by their bits; {@code NaN} is {@code NaN} whatever its bits. */
    void same(String law, int cut, int bar, int output, double expected, double actual) {
      holds(
          Double.doubleToLongBits(expected) == Double.doubleToLongBits(actual),
          law,
          cut,
          bar,
          output,
          expected,
          actual);
    }

    void holds(
        boolean condition,
        String law,
        int cut,
        int bar,
        int output,
        double expected,
        double actual) {
      comparisons++;
      if (!condition && violations.size() < MOST_VIOLATIONS) {
        violations.add(new Violation(subject, law, cut, bar, output, expected, actual));
      }
    }

    CheckReport build() {
      return new CheckReport(subject, comparisons, violations);
    }
  }
}
