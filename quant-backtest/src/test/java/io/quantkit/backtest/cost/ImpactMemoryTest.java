package io.quantkit.backtest.cost;

import static io.quantkit.backtest.cost.Market.buy;
import static io.quantkit.backtest.cost.Market.sell;
import static io.quantkit.backtest.cost.Market.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.order.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Executions move the prices of those that follow. */
class ImpactMemoryTest {
  private static final Recent UNIT = new Recent(1, 1, 1);
  private static final long HOUR = Duration.ofHours(1).toNanos();

  @Test
  void leavesALastingAndAPassingPart() {
    Costs costs =
        start(
            new AlmgrenChrissImpact(
                0.02, 1, 0.01, 1, 1, Duration.ofHours(1), new Recent(1, 1, 0.5)));
    assertThat(buy(costs, 10, 100, 0)).isEqualTo(0.5 * (0.02 * 0.1 + 0.01 * 0.1 / 2));
    costs.onFill(0, Side.BUY, 10, 100, 100, 0);
    double own = 0.5 * (0.02 * 0.1 + 0.005 * 0.1);
    assertThat(buy(costs, 10, 100, 0)).isCloseTo(own + 0.5 * 0.003, within(1e-15));
    assertThat(buy(costs, 10, 100, HOUR)).isCloseTo(own + 0.5 * 0.002, within(1e-15));
    assertThat(sell(costs, 10, 100, HOUR)).isCloseTo(own - 0.5 * 0.002, within(1e-15));
    assertThat(buy(costs, 10, 100, 1000 * HOUR)).isCloseTo(own + 0.5 * 0.001, within(1e-15));
    costs.onFill(0, Side.SELL, 10, 100, 100, 1000 * HOUR);
    assertThat(buy(costs, 10, 100, 2000 * HOUR)).isCloseTo(own, within(1e-15));
  }

  /** A linear permanent impact costs the same however a quantity is divided. */
  @Test
  void chargesLastingImpactOnce() {
    CostModel model = new AlmgrenChrissImpact(0, 1, 0.1, 1, 1, Duration.ZERO, UNIT);
    double whole = buy(start(model), 100, 1000, 0) * 100;
    Costs costs = start(model);
    double parts = 0;
    for (int i = 0; i < 10; i++) {
      parts += buy(costs, 10, 1000, i * HOUR) * 10;
      costs.onFill(0, Side.BUY, 10, 100, 1000, i * HOUR);
    }
    assertThat(parts).isCloseTo(whole, within(1e-12));
  }

  /**
   * Obizhaeva and Wang (2013), Proposition 3: trading {@code X / (rho T + 2)} at both ends and
   * evenly in between is optimal and costs {@code kappa X^2 / (rho T + 2) + lambda X^2 / 2}.
   */
  @Test
  void costsWhatObizhaevaAndWangSay() {
    double permanentShare = 0.25;
    double impact = 0.001;
    Duration halfLife = Duration.ofMinutes(30);
    Costs costs = start(new ObizhaevaWangImpact(impact, permanentShare, halfLife, UNIT));
    double rhoT = Math.log(2) * 6;
    double ends = 1 / (rhoT + 2);
    int steps = 20_000;
    double cost = trade(costs, ends, 0);
    for (int i = 0; i < steps; i++) {
      long time = Math.round((i + 0.5) / steps * 3 * HOUR);
      cost += trade(costs, ends * rhoT / steps, time);
    }
    cost += trade(costs, ends, 3 * HOUR);
    double lambda = impact * permanentShare;
    double kappa = impact - lambda;
    double expected = kappa / (rhoT + 2) + lambda / 2;
    assertThat(cost).isCloseTo(expected, within(expected * 1e-4));
    assertThat(trade(start(new ObizhaevaWangImpact(impact, 0.25, halfLife, UNIT)), 1, 0))
        .isCloseTo(impact / 2, within(1e-15));
  }

  private static double trade(Costs costs, double quantity, long time) {
    double paid = buy(costs, quantity, 1, time) * quantity;
    costs.onFill(0, Side.BUY, quantity, 100, 1, time);
    return paid;
  }

  @Test
  void fadesByAPowerOfTime() {
    Duration scale = Duration.ofSeconds(10);
    for (double exponent : new double[] {0.2, 0.5, 1}) {
      Costs costs = start(new Propagator(0.01, 0.5, exponent, scale, UNIT));
      costs.onFill(0, Side.BUY, 0.25, 100, 1, 0);
      double own = 0.01 * 0.1 / 1.5;
      for (double s : new double[] {0, 0.1, 1, 10, 1e3, 1e6}) {
        long time = Math.round(s * scale.toNanos());
        double left = buy(costs, 0.01, 1, time) - own;
        double expected = 0.01 * 0.5 * Math.pow(1 + s, -exponent);
        assertThat(left).isCloseTo(expected, within(expected * 1e-3 + 1e-12));
      }
    }
  }

  @Test
  void addsUpAllEarlierExecutions() {
    Duration scale = Duration.ofSeconds(10);
    Costs costs = start(new Propagator(0.01, 0.5, 0.5, scale, UNIT));
    costs.onFill(0, Side.BUY, 0.25, 100, 1, 0);
    costs.onFill(0, Side.SELL, 0.04, 100, 1, HOUR);
    double left = buy(costs, 0.01, 1, 2 * HOUR) - 0.01 * 0.1 / 1.5;
    double expected = 0.01 * (0.5 / Math.sqrt(1 + 720) - 0.2 / Math.sqrt(1 + 360));
    assertThat(left).isCloseTo(expected, within(1e-6));
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObizhaevaWangImpact(1, 2, Duration.ofHours(1), UNIT))
        .withMessage("permanentShare must be within [0, 1], was 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObizhaevaWangImpact(1, 0, Duration.ZERO, UNIT))
        .withMessage("halfLife must be positive, was PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Propagator(1, 1.5, 0.5, Duration.ofHours(1), UNIT))
        .withMessage("sizeExponent must be within (0, 1], was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlmgrenChrissImpact(1, 1, 1, 1, 1, Duration.ofHours(-1), UNIT))
        .withMessage("halfLife must be at least 0, was PT-1H");
  }
}
