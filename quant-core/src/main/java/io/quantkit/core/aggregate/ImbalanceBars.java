package io.quantkit.core.aggregate;

import java.util.Objects;

/**
 * Bars that are complete when more was bought than sold, or sold than bought, than expected.
 *
 * <p>With {@code b[t]} the sign of a trade and {@code v[t]} its amount (1, its units or its money),
 * a bar is complete as soon as {@code |theta| >= threshold}, {@code theta = sum of b[t] * v[t]}
 * over its trades. The threshold is constant or {@code E[T] * |E[b v]|}, expected when the bar
 * begins: {@code E[b v]} is the mean over all trades so far; see {@link Threshold.Expected}.
 *
 * <p>Start, knowledge and whole trades are as in {@link ActivityBars}. A bar as input is one trade
 * of its volume at its close.
 *
 * <p>Source: M. López de Prado, "Advances in Financial Machine Learning" (2018), section 2.3.2.1,
 * where {@code E[b v]} is {@code 2 P[b = 1] - 1} for trades and {@code 2 v+ - E[v]} else.
 *
 * @param measure what a trade contributes
 * @param threshold how much completes a bar
 * @param sign how buys are told from sells
 */
public record ImbalanceBars(Measure measure, Threshold threshold, TradeSign sign)
    implements BarRule {

  /** Creates a rule. */
  public ImbalanceBars {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(threshold, "threshold");
    Objects.requireNonNull(sign, "sign");
  }

  /** Returns this with another way to tell buys from sells. */
  public ImbalanceBars signedBy(TradeSign rule) {
    return new ImbalanceBars(measure, threshold, rule);
  }
}
