package io.quantkit.risk.portfolio;

import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.PortfolioProblem;
import java.util.Arrays;

/** The same weight for every candidate, as far as the constraints allow. */
public record EqualWeight() implements PortfolioConstructor {

  @Override
  public Allocation construct(PortfolioProblem problem) {
    double[] preferred = new double[problem.symbols().size()];
    Arrays.fill(preferred, 1);
    return Capped.allocate(preferred, problem);
  }
}
