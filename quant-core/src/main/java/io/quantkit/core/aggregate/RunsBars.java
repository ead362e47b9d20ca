package io.quantkit.core.aggregate;

import java.util.Objects;

/**
 * Bars that are complete when the buys, or the sells, in them amount to more than expected, however
 * much the other side traded in between.
 *
 * <p>With {@code v[t]} the amount of a trade (1, its units or its money), a bar is complete as soon
 * as {@code theta >= threshold}, {@code theta = max(sum of v over buys, sum of v over sells)}. The
 * threshold is constant or {@code E[T] * max(P * E[v | buy], (1 - P) * E[v | sell])}, expected when
 * the bar begins: {@code P} is the mean over the bars of the share of buys among their trades (at
 * first, the share among the first {@code initialTicks} trades), {@code E[v | side]} the mean over
 * all trades of the side so far; see {@link Threshold.Expected}.
 *
 * <p>Start, knowledge and whole trades are as in {@link ActivityBars}. A bar as input is one trade
 * of its volume at its close.
 *
 * <p>Source: M. López de Prado, "Advances in Financial Machine Learning" (2018), section 2.3.2.3.
 *
 * @param measure what a trade contributes
 * @param threshold how much completes a bar
 * @param sign how buys are told from sells
 */
public record RunsBars(Measure measure, Threshold threshold, TradeSign sign) implements BarRule {

  /** Creates a rule. */
  public RunsBars {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(threshold, "threshold");
    Objects.requireNonNull(sign, "sign");
  }

  /** Returns this with another way to tell buys from sells. */
  public RunsBars signedBy(TradeSign rule) {
    return new RunsBars(measure, threshold, rule);
  }
}
