package io.quantkit.risk.portfolio;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.Returns;
import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstraints;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.PortfolioProblem;
import io.quantkit.core.strategy.Signals;
import io.quantkit.core.strategy.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Portfolio problems for tests. */
final class Problems {

  private Problems() {}

  static Returns returns(Symbols symbols, double[] values) {
    long[] times = new long[values.length / symbols.size()];
    for (int t = 0; t < times.length; t++) {
      times[t] = t;
    }
    return Returns.copyOf(symbols, times, values);
  }

  /** Returns 60 rows of returns of some symbols whose risks and correlations differ. */
  static Returns random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scale = new double[n];
    String[] names = new String[n];
    for (int s = 0; s < n; s++) {
      scale[s] = 0.005 + 0.05 * random.nextDouble();
      names[s] = "S" + s;
    }
    double[] values = new double[60 * n];
    for (int t = 0; t < 60; t++) {
      double common = random.nextDouble() - 0.5;
      for (int s = 0; s < n; s++) {
        values[t * n + s] = scale[s] * (random.nextDouble() - 0.5 + common * (s % 3));
      }
    }
    return returns(Symbols.of(names), values);
  }

  /**
   * Returns a problem whose signals fall from one symbol to the next.
   *
   * @param sectors one letter a symbol, repeated; empty for none
   */
  static PortfolioProblem of(Returns history, String sectors, PortfolioConstraints constraints) {
    Symbols symbols = history.symbols();
    List<Instrument> instruments = new ArrayList<>();
    double[] signals = new double[symbols.size()];
    for (int s = 0; s < symbols.size(); s++) {
      String name = symbols.get(s).value();
      int at = name.matches("S[0-9]+") ? Integer.parseInt(name.substring(1)) : s;
      String sector =
          sectors.isEmpty() ? "" : sectors.substring(at % sectors.length()).substring(0, 1);
      instruments.add(Instrument.equity(name).withSector(sector));
      signals[s] = -at;
    }
    return new PortfolioProblem(
        0,
        Universe.of(instruments),
        Signals.copyOf(symbols, signals),
        history,
        Weights.zero(symbols),
        constraints);
  }

  static double[] chosen(PortfolioConstructor constructor, PortfolioProblem problem) {
    Allocation allocation = constructor.construct(problem);
    if (allocation instanceof Allocation.Chosen some) {
      return some.weights().toArray();
    }
    throw new AssertionError("there should be a portfolio, was " + allocation);
  }
}
