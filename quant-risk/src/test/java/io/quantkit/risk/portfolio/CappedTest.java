package io.quantkit.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstraints;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Caps against an oracle that searches the common level by bisection. */
class CappedTest {
  private static final int SECTORS = 3;

  @Property(tries = 2000)
  void agreesWithBisectionOnTheLevel(
      @ForAll @IntRange(min = 1, max = 15) int n,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.2, max = 1) @Scale(15) double budget,
      @ForAll @DoubleRange(min = 0.05, max = 1) @Scale(15) double maxWeight,
      @ForAll @DoubleRange(min = 0.1, max = 1) @Scale(15) double maxSector) {
    double[] preferred = preferences(n, seed);
    double cap = Math.min(maxWeight, budget);
    Allocation allocation =
        Capped.allocate(
            preferred,
            Problems.of(
                Problems.random(n, 1),
                "ABC",
                new PortfolioConstraints(budget, true, maxWeight, maxSector)));

    if (allocation instanceof Allocation.Chosen chosen) {
      double[] expected = bisect(preferred, budget, cap, maxSector);
      assertThat(chosen.weights().toArray()).containsExactly(expected, within(1e-11));
    } else {
      assertThat(invested(preferred, Double.MAX_VALUE, cap, maxSector)).isLessThan(budget);
    }
  }

  /** Returns preferences over six orders of magnitude, with ties and zeros. */
  private static double[] preferences(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] preferred = new double[n];
    for (int i = 0; i < n; i++) {
      int kind = random.nextInt(8);
      preferred[i] =
          kind == 0
              ? 0
              : kind == 1 && i > 0 ? preferred[i - 1] : Math.pow(10, 6 * random.nextDouble() - 3);
    }
    return preferred;
  }

  private static double[] bisect(double[] preferred, double budget, double cap, double maxSector) {
    double common = level(preferred, -1, budget, cap, maxSector);
    double[] weights = new double[preferred.length];
    for (int sector = 0; sector < SECTORS; sector++) {
      double level =
          sum(preferred, sector, common, cap) <= maxSector
              ? common
              : level(preferred, sector, maxSector, cap, Double.MAX_VALUE);
      for (int i = sector; i < weights.length; i += SECTORS) {
        weights[i] = Math.min(cap, level * preferred[i]);
      }
    }
    return weights;
  }

  /** Returns the level at which one sector, or all if -1, holds the total. */
  private static double level(
      double[] preferred, int sector, double total, double cap, double maxSector) {
    double low = 0;
    double high = 1e9;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      double held =
          sector < 0
              ? invested(preferred, middle, cap, maxSector)
              : sum(preferred, sector, middle, cap);
      if (held < total) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double invested(double[] preferred, double level, double cap, double maxSector) {
    double sum = 0;
    for (int sector = 0; sector < SECTORS; sector++) {
      sum += Math.min(maxSector, sum(preferred, sector, level, cap));
    }
    return sum;
  }

  private static double sum(double[] preferred, int sector, double level, double cap) {
    double sum = 0;
    for (int i = sector; i < preferred.length; i += SECTORS) {
      sum += preferred[i] == 0 ? 0 : Math.min(cap, level * preferred[i]);
    }
    return sum;
  }
}
