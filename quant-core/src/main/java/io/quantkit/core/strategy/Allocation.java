package io.quantkit.core.strategy;

import java.util.List;

/** The answer to a {@link PortfolioProblem}. */
public sealed interface Allocation {

  /**
   * Weights that respect every constraint.
   *
   * @param weights the chosen portfolio
   * @param certificate how good it is, in the constructor's own terms: violation, residual,
   *     iterations
   */
  record Chosen(Weights weights, String certificate) implements Allocation {}

  /**
   * No weights respect every constraint, or none could be found.
   *
   * @param conflicts which constraints conflict, with their numbers; at least one
   */
  record Infeasible(List<String> conflicts) implements Allocation {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
      if (conflicts.isEmpty()) {
        throw new IllegalArgumentException("an infeasible problem must name its conflicts");
      }
    }
  }
}
