package io.quantkit.core.synthetic.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.synthetic.RandomStream;
import io.quantkit.core.synthetic.ZScore;
import org.junit.jupiter.api.Test;

class HawkesProcessTest {

  /**
   * Hawkes 1971: in the long run events come at {@code b / (1 - g)} and counts vary {@code 1 / (1 -
   * g)^2} times as much as those of a Poisson process, which finds {@code g} again.
   */
  @Test
  void hasItsMeanRateAndBranchingRatio() {
    HawkesProcess process = HawkesProcess.of(0.5, 0.6, 4);
    int windows = 4000;
    double length = 200;
    double[] counts = new double[windows];
    HawkesProcess.Arrivals arrivals = process.start(RandomStream.of(1));
    for (double t = arrivals.next(); t < windows * length; t = arrivals.next()) {
      counts[(int) (t / length)]++;
    }
    ZScore mean = new ZScore("events", 1.25 * length);
    for (double count : counts) {
      mean.add(count);
    }
    mean.check();
    double variance = 0;
    for (double count : counts) {
      variance += (count - mean.mean()) * (count - mean.mean()) / (windows - 1);
    }
    double branching = 1 - Math.sqrt(mean.mean() / variance);

    // The standard error of a variance of n normal numbers is its sqrt(2 / n).
    assertThat(branching).isCloseTo(0.6, within(4.5 * 0.4 / 2 * Math.sqrt(2.0 / windows)));
    assertThat(process.meanRates()).containsExactly(new double[] {1.25}, within(1e-14));
    assertThat(process.branchingRatio()).isCloseTo(0.6, within(1e-14));
  }

  /** Time change: the integrals of the rate between events are exponential with mean 1. */
  @Test
  void integratedRatesBetweenEventsAreExponential() {
    double[] base = {0.3, 0.7};
    double[][] children = {{0.2, 0.5}, {0.4, 0.1}};
    double decay = 3;
    for (int type = 0; type < 2; type++) {
      HawkesProcess.Arrivals arrivals =
          HawkesProcess.of(base, children, decay).start(RandomStream.of(2));
      ZScore mean = new ZScore("mean of type " + type, 1);
      ZScore square = new ZScore("square of type " + type, 2);
      ZScore product = new ZScore("successive ones of type " + type, 1);
      double excited = 0;
      double integral = 0;
      double time = 0;
      double before = Double.NaN;
      for (int i = 0; i < 100_000; i++) {
        double next = arrivals.next();
        double wait = next - time;
        double kept = Math.exp(-decay * wait);
        integral += base[type] * wait + excited * (1 - kept) / decay;
        excited = excited * kept + children[type][arrivals.type()] * decay;
        time = next;
        if (arrivals.type() == type) {
          mean.add(integral);
          square.add(integral * integral);
          if (!Double.isNaN(before)) {
            product.add(integral * before);
          }
          before = integral;
          integral = 0;
        }
      }
      mean.check();
      square.check();
      product.check();
    }
  }

  @Test
  void typesHaveTheMeanRatesOfTheirMatrix() {
    HawkesProcess process =
        HawkesProcess.of(new double[] {0.3, 0.7}, new double[][] {{0.2, 0.5}, {0.4, 0.1}}, 3);
    // (I - G)^-1 b with I - G = {{0.8, -0.5}, {-0.4, 0.9}} and determinant 0.52.
    double first = (0.9 * 0.3 + 0.5 * 0.7) / 0.52;
    double second = (0.4 * 0.3 + 0.8 * 0.7) / 0.52;
    assertThat(process.meanRates()).containsExactly(new double[] {first, second}, within(1e-13));
    assertThat(process.branchingRatio())
        .isCloseTo((0.3 + Math.sqrt(0.01 + 0.8)) / 2, within(1e-13));

    double length = 500;
    ZScore[] counts = {new ZScore("first", first * length), new ZScore("second", second * length)};
    HawkesProcess.Arrivals arrivals = process.start(RandomStream.of(3));
    double t = arrivals.next();
    for (int window = 0; window < 400; window++) {
      int[] count = new int[2];
      while (t < (window + 1) * length) {
        count[arrivals.type()]++;
        t = arrivals.next();
      }
      counts[0].add(count[0]);
      counts[1].add(count[1]);
    }
    counts[0].check();
    counts[1].check();
  }

  @Test
  void nothingArrivesWithoutABaseRate() {
    assertThat(HawkesProcess.of(0, 0.5, 1).start(RandomStream.of(1)).next()).isInfinite();
  }

  @Test
  void refusesProcessesThatExplode() {
    assertThatThrownBy(() -> HawkesProcess.of(1, 1, 1))
        .hasMessage("the branching ratio must be below 1, was 1.0");
    assertThatThrownBy(
            () -> HawkesProcess.of(new double[] {1, 1}, new double[][] {{0, 2}, {0.6, 0}}, 1))
        .hasMessageStartingWith("the branching ratio must be below 1, was 1.095");
    assertThatThrownBy(() -> HawkesProcess.of(1, 0.5, 0))
        .hasMessage("decay must be positive and finite, was 0.0");
  }
}
