package io.quantkit.backtest.account;

import io.quantkit.core.math.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A yearly rate that changes on dates.
 *
 * @param steps ascending; each holds until the next begins, the first also before it does
 */
public record RateCurve(List<Step> steps) {

  /** No interest. */
  public static final RateCurve ZERO = flat(Decimal.ZERO);

  /**
   * A rate from a date on.
   *
   * @param rate by year, 0.05 for 5 %
   */
  public record Step(LocalDate from, Decimal rate) {
    public Step {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(rate, "rate");
    }
  }

  public RateCurve {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a curve must have at least one step");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (!steps.get(i - 1).from().isBefore(steps.get(i).from())) {
        throw new IllegalArgumentException("steps must be ascending, were " + steps);
      }
    }
  }

  /** Returns the curve that never changes. */
  public static RateCurve flat(Decimal rate) {
    return new RateCurve(List.of(new Step(LocalDate.EPOCH, rate)));
  }

  /** Returns the yearly rate on a date. */
  public Decimal at(LocalDate date) {
    for (int i = steps.size() - 1; i > 0; i--) {
      if (!date.isBefore(steps.get(i).from())) {
        return steps.get(i).rate();
      }
    }
    return steps.get(0).rate();
  }
}
