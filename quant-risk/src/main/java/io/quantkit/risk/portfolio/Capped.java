package io.quantkit.risk.portfolio;

import static java.util.Objects.requireNonNull;

import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstraints;
import io.quantkit.core.strategy.PortfolioProblem;
import io.quantkit.core.strategy.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits preferred proportions into caps on names and sectors.
 *
 * <p>The answer keeps the preferred proportions among all names that no cap binds: {@code w =
 * min(cap, level * preferred)} with one level for all sectors that are not full, and a lower one
 * for each that is. Filling one sector only raises the level of the others, so sectors are closed
 * one after the other and each level is found exactly, by sorting the names by when their cap
 * binds.
 */
final class Capped {
  private final double[] preferred;
  private final double cap;
  private final double[] weights;
  private final Map<String, int[]> sectors;

  private Capped(double[] preferred, double cap, Map<String, int[]> sectors) {
    this.preferred = preferred;
    this.cap = cap;
    this.sectors = sectors;
    this.weights = new double[preferred.length];
  }

  /**
   * Returns weights that sum to the budget and are as close to the preferred proportions as the
   * constraints allow.
   *
   * @param preferred at least 0, one per candidate; not modified
   */
  static Allocation allocate(double[] preferred, PortfolioProblem problem) {
    PortfolioConstraints constraints = problem.constraints();
    double cap = Math.min(constraints.maxWeight(), constraints.budget());
    Map<String, int[]> sectors = sectors(problem);
    List<String> conflicts = conflicts(preferred, cap, sectors, constraints);
    if (!conflicts.isEmpty()) {
      return new Allocation.Infeasible(conflicts);
    }
    Capped capped = new Capped(preferred, cap, sectors);
    int closed = capped.fill(constraints);
    return new Allocation.Chosen(
        Weights.copyOf(problem.symbols(), capped.weights), capped.certificate(constraints, closed));
  }

  static Allocation infeasible(String conflict) {
    return new Allocation.Infeasible(List.of(conflict));
  }

  /** Groups candidates by sector; each one without a sector is a group of its own, uncapped. */
  private static Map<String, int[]> sectors(PortfolioProblem problem) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < problem.symbols().size(); i++) {
      String sector = problem.universe().sector(problem.symbols().get(i));
      groups.computeIfAbsent(sector, name -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> sectors = new LinkedHashMap<>();
    groups.forEach(
        (name, members) ->
            sectors.put(name, members.stream().mapToInt(Integer::intValue).toArray()));
    return sectors;
  }

  private static List<String> conflicts(
      double[] preferred, double cap, Map<String, int[]> sectors, PortfolioConstraints limits) {
    double byName = 0;
    double bySector = 0;
    int names = 0;
    for (Map.Entry<String, int[]> sector : sectors.entrySet()) {
      int count = 0;
      for (int i : sector.getValue()) {
        count += preferred[i] > 0 ? 1 : 0;
      }
      names += count;
      byName += count * cap;
      bySector += Math.min(sectorCap(sector.getKey(), limits), count * cap);
    }
    List<String> conflicts = new ArrayList<>();
    double slack = 1e-12 * limits.budget();
    if (byName < limits.budget() - slack) {
      conflicts.add(
          "maxWeight %s lets %d candidates hold %s, less than the budget %s"
              .formatted(cap, names, byName, limits.budget()));
    } else if (bySector < limits.budget() - slack) {
      conflicts.add(
          "maxSectorWeight %s lets the candidates' sectors hold %s, less than the budget %s"
              .formatted(limits.maxSectorWeight(), bySector, limits.budget()));
    }
    return conflicts;
  }

  private static double sectorCap(String sector, PortfolioConstraints limits) {
    return sector.isEmpty() ? Double.POSITIVE_INFINITY : limits.maxSectorWeight();
  }

  /** Fills the weights and returns how many sectors are at their cap. */
  private int fill(PortfolioConstraints limits) {
    List<String> open = new ArrayList<>(sectors.keySet());
    double budget = limits.budget();
    while (true) {
      pour(open, budget);
      List<String> over = new ArrayList<>();
      for (String sector : open) {
        if (sum(sector) > sectorCap(sector, limits)) {
          over.add(sector);
        }
      }
      if (over.isEmpty()) {
        return sectors.size() - open.size();
      }
      for (String sector : over) {
        pour(List.of(sector), limits.maxSectorWeight());
        budget -= limits.maxSectorWeight();
        open.remove(sector);
      }
    }
  }

  /** Sets the weights of some sectors to {@code min(cap, level * preferred)} summing to a total. */
  private void pour(List<String> names, double total) {
    int[] members = names.stream().flatMapToInt(name -> Arrays.stream(members(name))).toArray();
    Integer[] order = Arrays.stream(members).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(preferred[b], preferred[a]));
    double rest = 0;
    for (int i : members) {
      rest += preferred[i];
    }
    double left = total;
    int k = 0;
    while (k < order.length && rest > 0 && preferred[order[k]] * left > cap * rest) {
      rest -= preferred[order[k]];
      left -= cap;
      weights[order[k]] = cap;
      k++;
    }
    double open = 0;
    for (int m = k; m < order.length; m++) {
      open += preferred[order[m]];
    }
    for (; k < order.length; k++) {
      weights[order[k]] =
          open > 0 ? Math.min(cap, Math.max(0, left) * (preferred[order[k]] / open)) : 0;
    }
  }

  private int[] members(String sector) {
    return requireNonNull(sectors.get(sector), sector);
  }

  private double sum(String sector) {
    double sum = 0;
    for (int i : members(sector)) {
      sum += weights[i];
    }
    return sum;
  }

  private String certificate(PortfolioConstraints limits, int closed) {
    double net = 0;
    int atCap = 0;
    for (double weight : weights) {
      net += weight;
      atCap += weight == cap ? 1 : 0;
    }
    return "budget missed by %s, %d names and %d sectors at their cap"
        .formatted(Math.abs(net - limits.budget()), atCap, closed);
  }
}
