package io.quantkit.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AlmgrenChrissTest {

  /** The example of the paper, in dollars and days. */
  private static final AlmgrenChriss PAPER = new AlmgrenChriss(0.95, 0.0625, 2.5e-6, 2.5e-7);

  @Test
  void givesTheSchedulesOfTheClosedForm() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(getClass().getResourceAsStream("/golden/execution/almgren_chriss.json"))
            .get("values");
    assertThat(cases).hasSize(2);
    for (JsonNode golden : cases) {
      JsonNode in = golden.get("params");
      AlmgrenChriss market =
          new AlmgrenChriss(
              in.get("sigma").asDouble(),
              in.get("epsilon").asDouble(),
              in.get("eta").asDouble(),
              in.get("gamma").asDouble());
      double tau = in.get("T").asDouble() / in.get("N").asInt();
      ExecutionPath path =
          market.optimal(
              in.get("X").asDouble(),
              in.get("T").asDouble(),
              in.get("N").asInt(),
              in.get("lam").asDouble());
      assertRelative(market.urgency(tau, in.get("lam").asDouble()), golden.get("kappa").asDouble());
      for (int j = 0; j <= path.periods(); j++) {
        assertRelative(path.holding(j), golden.get("holdings").get(j).asDouble());
      }
      for (int j = 0; j < path.periods(); j++) {
        assertRelative(path.trade(j), golden.get("trades").get(j).asDouble());
      }
      assertRelative(path.expectedCost(), golden.get("expected_shortfall").asDouble());
      assertRelative(path.variance(), golden.get("variance").asDouble());
    }
  }

  private static void assertRelative(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  /**
   * The output of the DROP library's AlmgrenChriss example, which has the parameters of the paper's
   * table 1: aversion in 1e-6 per dollar, cost in millions, variance in 1e12, 1 / k in days.
   */
  @Test
  void agreesWithTheTableOfAnotherLibrary() {
    double[][] rows = {
      {0.001, 0.6625, 1.0812, 51.30},
      {0.002, 0.6625, 1.0794, 36.27},
      {0.003, 0.6625, 1.0776, 29.62},
      {0.004, 0.6625, 1.0758, 25.65},
      {0.005, 0.6625, 1.0740, 22.94},
      {0.006, 0.6625, 1.0722, 20.94},
      {0.007, 0.6625, 1.0704, 19.39},
      {0.008, 0.6626, 1.0687, 18.14},
      {0.009, 0.6626, 1.0669, 17.10},
    };
    for (double[] row : rows) {
      ExecutionPath path = PAPER.optimal(1e6, 5, 5, row[0] * 1e-6);
      assertThat(path.expectedCost() / 1e6).isCloseTo(row[1], within(0.5e-4));
      assertThat(path.variance() / 1e12).isCloseTo(row[2], within(0.5e-4));
      assertThat(1 / PAPER.urgency(1, row[0] * 1e-6)).isCloseTo(row[3], within(0.5e-2));
    }
  }

  /** Equations 10 to 13 of the paper: even trading, and everything at once. */
  @Test
  void knowsBothEndsOfTheFrontier() {
    ExecutionPath even = PAPER.optimal(1e6, 5, 5, 0);
    assertThat(even.trades()).containsExactly(new double[] {2e5, 2e5, 2e5, 2e5, 2e5}, within(1e-9));
    assertThat(even.expectedCost()).isCloseTo(125_000 + 62_500 + 475_000, within(1e-6));
    assertThat(even.variance()).isCloseTo(0.9025e12 / 3 * 5 * 0.8 * 0.9, withinPercentage(1e-9));

    ExecutionPath atOnce = PAPER.evaluate(new double[] {1e6, 0, 0, 0, 0, 0}, 5);
    assertThat(atOnce.expectedCost()).isCloseTo(62_500 + 2_500_000, within(1e-6));
    assertThat(atOnce.variance()).isZero();
    assertThat(even.valueAtRisk(0)).isEqualTo(even.expectedCost());
  }

  @Test
  void buysAsItSells() {
    ExecutionPath sold = PAPER.optimal(1e6, 5, 7, 3e-6);
    ExecutionPath bought = PAPER.optimal(-1e6, 5, 7, 3e-6);
    for (int j = 0; j < 7; j++) {
      assertThat(bought.trade(j)).isEqualTo(-sold.trade(j));
    }
    assertThat(bought.expectedCost()).isEqualTo(sold.expectedCost());
  }

  @Test
  void staysFiniteWhenHasteIsExtreme() {
    ExecutionPath path = PAPER.optimal(1e6, 5000, 50_000, 1e6);
    assertThat(path.holding(1)).isBetween(0.0, 1.0);
    assertThat(path.holding(49_999)).isBetween(0.0, 1e-9);
    assertThat(path.expectedCost()).isFinite();
  }

  @Property(tries = 200)
  void noOtherScheduleIsBetter(
      @ForAll @IntRange(min = 2, max = 12) int periods,
      @ForAll @DoubleRange(min = 0, max = 1e-4) @Scale(9) double aversion,
      @ForAll @DoubleRange(min = -1000, max = 1000) double change,
      @ForAll @IntRange(min = 1, max = 11) int where) {
    ExecutionPath best = PAPER.optimal(1e6, 5, periods, aversion);
    double[] holdings = best.holdings();
    holdings[1 + where % (periods - 1)] += change;
    ExecutionPath other = PAPER.evaluate(holdings, 5);
    double utility = best.expectedCost() + aversion * best.variance();
    assertThat(other.expectedCost() + aversion * other.variance())
        .isGreaterThanOrEqualTo(utility * (1 - 1e-14));
  }

  @Property(tries = 200)
  void sellsEverythingAndNeverBuysBack(
      @ForAll @IntRange(min = 1, max = 200) int periods,
      @ForAll @DoubleRange(min = 0, max = 10) double aversion) {
    ExecutionPath path = PAPER.optimal(1e6, 5, periods, aversion);
    double sum = 0;
    for (double trade : path.trades()) {
      assertThat(trade).isGreaterThanOrEqualTo(0);
      sum += trade;
    }
    assertThat(sum).isCloseTo(1e6, within(1e-6));
  }

  @Test
  void refusesWhatHasNoOptimum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlmgrenChriss(1, 0, 0, 0))
        .withMessage("temporary must be positive and finite, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlmgrenChriss(Double.NaN, 0, 1, 0))
        .withMessage("volatility must be at least 0 and finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlmgrenChriss(1, 0, 1, 3).optimal(1, 1, 1, 1))
        .withMessageContaining("take shorter periods");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAPER.optimal(1, 0, 1, 1))
        .withMessage("horizon must be positive and finite, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAPER.evaluate(new double[] {1, 2}, 1))
        .withMessageContaining("end with 0");
  }
}
