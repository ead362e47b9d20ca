package io.quantkit.risk.portfolio;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.PortfolioProblem;
import io.quantkit.core.strategy.Signals;
import io.quantkit.core.strategy.Weights;
import java.util.Arrays;

/**
 * Leaves the candidates with the largest signals to another constructor and gives the others
 * nothing. Of equal signals the one that comes first is preferred; with no more candidates than
 * asked for, all are taken.
 *
 * @param count how many candidates to take, at least 1
 * @param inner chooses their weights
 */
public record TopRanked(int count, PortfolioConstructor inner) implements PortfolioConstructor {

  public TopRanked {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  @Override
  public Allocation construct(PortfolioProblem problem) {
    Signals signals = problem.signals();
    int n = signals.symbols().size();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(signals.get(b), signals.get(a)));
    int[] best = Arrays.stream(order).limit(count).mapToInt(Integer::intValue).sorted().toArray();
    Symbol[] chosen = new Symbol[best.length];
    double[] values = new double[best.length];
    for (int k = 0; k < best.length; k++) {
      chosen[k] = signals.symbols().get(best[k]);
      values[k] = signals.get(best[k]);
    }
    Symbols symbols = Symbols.of(chosen);
    Allocation allocation =
        inner.construct(
            new PortfolioProblem(
                problem.time(),
                problem.universe(),
                Signals.copyOf(symbols, values),
                problem.history().select(symbols),
                problem.current(),
                problem.constraints()));
    if (allocation instanceof Allocation.Chosen some) {
      double[] all = new double[n];
      for (int k = 0; k < best.length; k++) {
        all[best[k]] = some.weights().get(k);
      }
      return new Allocation.Chosen(Weights.copyOf(signals.symbols(), all), some.certificate());
    }
    return allocation;
  }
}
