package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.Returns;

/**
 * Everything a portfolio is chosen from, as known when it is chosen.
 *
 * @param time when the choice is made, in epoch nanoseconds
 * @param universe sectors and instruments
 * @param signals the candidates and how much is expected of each
 * @param history the candidates' past returns, in the order of the signals
 * @param current what is held now; may name symbols that are no candidates
 * @param constraints what the choice must respect
 */
public record PortfolioProblem(
    long time,
    Universe universe,
    Signals signals,
    Returns history,
    Weights current,
    PortfolioConstraints constraints) {

  public PortfolioProblem {
    if (!history.symbols().equals(signals.symbols())) {
      throw new IllegalArgumentException(
          "history must be about the signals' symbols %s, was about %s"
              .formatted(signals.symbols(), history.symbols()));
    }
  }

  /** Returns the candidates. */
  public Symbols symbols() {
    return signals.symbols();
  }
}
