package io.quantkit.backtest.cost;

import static io.quantkit.backtest.cost.Market.DAY;
import static io.quantkit.backtest.cost.Market.bar;
import static io.quantkit.backtest.cost.Market.buy;
import static io.quantkit.backtest.cost.Market.sell;
import static io.quantkit.backtest.cost.Market.start;
import static io.quantkit.backtest.cost.Market.swinging;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import org.junit.jupiter.api.Test;

class SlippageTest {

  @Test
  void isTheSameAlwaysIfFixed() {
    Costs costs = start(new FixedSlippage(10));
    assertThat(buy(costs, 1, Double.NaN, 0)).isEqualTo(0.001);
    assertThat(sell(costs, 1e9, 5, DAY)).isEqualTo(0.001);
  }

  /** The cases of LEAN's SlippageModelsTests: SPY at 100 and one unit to buy. */
  @Test
  void growsWithTheShareOfTheBarAsInLean() {
    Costs costs = start(VolumeShareSlippage.DEFAULT);
    assertThat(buy(costs, 1, 1, 0)).isEqualTo(0.1 * 0.025 * 0.025);
    assertThat(buy(start(new VolumeShareSlippage(0.05, 0.2)), 1, 1, 0))
        .isEqualTo(0.2 * 0.05 * 0.05);
    assertThat(buy(start(new VolumeShareSlippage(0.0125, 0.05)), 1, 1, 0))
        .isEqualTo(0.05 * 0.0125 * 0.0125);
    assertThat(buy(costs, 1, 100, 0)).isEqualTo(0.1 * 0.01 * 0.01);
    assertThat(buy(costs, 1, 0, 0)).isEqualTo(0.1 * 0.025 * 0.025);
  }

  @Test
  void growsWithTheShareOfADaysVolume() {
    Costs costs = start(VolumeSlippage.DEFAULT);
    assertThat(buy(costs, 100_000, 1_000_000, 0)).isEqualTo((5 + 0.1 * 10) / 10_000);
    costs.onBars(bar(0, 100, 500_000));
    assertThat(buy(costs, 500_000, 1, DAY)).isEqualTo((5 + 10) / 10_000.0);
    costs.onBars(bar(1, 100, 1_500_000));
    assertThat(buy(costs, 500_000, 1, DAY)).isEqualTo((5 + 0.5 * 10) / 10_000);
    assertThat(buy(costs, 1e9, 1, DAY)).isEqualTo(0.005);
  }

  @Test
  void countsMinutesTowardsDays() {
    CostModel model = new VolumeSlippage(0, 10, 1000, Recent.days(20, 390));
    Costs costs = start(model);
    costs.onBars(bar(0, 100, 1000));
    assertThat(buy(costs, 390_000, Double.NaN, 0)).isCloseTo(0.001, within(1e-15));
  }

  @Test
  void growsWithVolatility() {
    Costs costs = start(new VolatilitySlippage(10, 2, 4, 1.5));
    double[] closes = {100, 101, 99.99, 100.9899, 99.980001};
    for (int day = 0; day < closes.length; day++) {
      assertThat(buy(costs, 1, Double.NaN, day * DAY)).isEqualTo(0.001);
      costs.onBars(bar(day, closes[day], 1));
    }
    assertThat(buy(costs, 1, Double.NaN, 5 * DAY)).isCloseTo(0.001, within(1e-15));
    costs.onBars(bar(5, closes[4] * 1.02, 1));
    // sqrt((1 + 4) / 2) over sqrt((1 + 1 + 1 + 4) / 4)
    assertThat(buy(costs, 1, Double.NaN, 6 * DAY))
        .isCloseTo(0.001 * Math.sqrt(2.5 / 1.75), within(1e-12));
    costs.onBars(bar(6, closes[4] * 1.02 * 0.5, 1));
    assertThat(buy(costs, 1, Double.NaN, 7 * DAY)).isCloseTo(0.0014142135623730952, within(1e-4));
  }

  @Test
  void growsWithTheRootOfTheShare() {
    Costs costs = swinging(new SquareRootImpact(0.3, Recent.DAYS), 30, 0.02, 1e6);
    assertThat(buy(costs, 1e4, 1, 40 * DAY)).isCloseTo(0.3 * 0.02 * 0.1, within(1e-12));
    assertThat(buy(costs, 4e4, 1, 40 * DAY)).isCloseTo(0.3 * 0.02 * 0.2, within(1e-12));
  }

  @Test
  void assumesAVolatilityUntilThereIsOne() {
    Costs costs = start(new SquareRootImpact(0.5, new Recent(20, 1, 0.03)));
    assertThat(buy(costs, 100, 400, 0)).isEqualTo(0.5 * 0.03 * 0.5);
  }

  @Test
  void forgetsWhatWasBeforeASplit() {
    Costs costs = swinging(new SquareRootImpact(0.5, new Recent(20, 1, 0.03)), 30, 0.01, 1e6);
    costs.onAction(
        new CorporateAction.Split("s", Market.A, 30 * DAY, 30 * DAY, ShareRatio.of(10, 1)));
    assertThat(buy(costs, 100, 400, 31 * DAY)).isEqualTo(0.5 * 0.03 * 0.5);
  }

  @Test
  void saysThatVolumesAreMissing() {
    Costs costs = start(new SquareRootImpact(0.5, Recent.DAYS));
    assertThatThrownBy(() -> buy(costs, 1, Double.NaN, 0))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("A has no volume");
  }

  /**
   * Table 3 of Almgren, Thum, Hauptmann and Li (2005): a tenth of a day's volume of IBM and of DRI
   * within 0.1, 0.2 and 0.5 of a day; impact that stays, that passes, and cost, in basis points.
   */
  @Test
  void agreesWithTheExampleOfAlmgrenAndOthers() {
    check(1.728e9 / 6.561e6, 0.0157, 20, new int[] {22, 15, 8}, new int[] {32, 25, 18});
    check(1.68e8 / 1.929e6, 0.0226, 22, new int[] {32, 21, 12}, new int[] {43, 32, 23});
  }

  private static void check(
      double turnoverDays, double volatility, int lasting, int[] passing, int[] cost) {
    double[] days = {0.1, 0.2, 0.5};
    for (int i = 0; i < days.length; i++) {
      Recent recent = new Recent(20, 1, volatility);
      Costs costs = start(AlmgrenChrissImpact.of2005(turnoverDays, days[i], recent));
      double bps = 10_000 * buy(costs, 0.1, 1, 0);
      costs.onFill(0, io.quantkit.core.order.Side.BUY, 0.1, 100, 1, 0);
      double left = -10_000 * sell(costs, 1e-300, 1, 1);
      assertThat(Math.round(bps)).isEqualTo(cost[i]);
      assertThat(Math.round(left)).isEqualTo(lasting);
      assertThat(Math.round(bps - left / 2)).isEqualTo(passing[i]);
    }
  }

  /** LEAN's formula without its noise and its random part. */
  @Test
  void takesLeansParameters() {
    Recent recent = new Recent(20, 1, 0.01);
    AlmgrenChrissImpact lean = AlmgrenChrissImpact.LEAN;
    Costs costs =
        start(
            new AlmgrenChrissImpact(
                lean.temporary(),
                lean.temporaryExponent(),
                lean.permanent(),
                lean.permanentExponent(),
                lean.executionDays(),
                lean.halfLife(),
                recent));
    double time = 0.075 / 86_400 / (6.5 / 24);
    double nu = 1000 / time / 1e8;
    double expected =
        0.01 * 0.142 * Math.pow(nu, 0.6) + 0.5 * 0.01 * time * 0.314 * Math.pow(nu, 0.891);
    assertThat(buy(costs, 1000, 1e8, 0)).isCloseTo(expected, within(expected * 1e-12));
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FixedSlippage(-1))
        .withMessage("bps must be at least 0 and less than 10000, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolumeSlippage(5, 10, 4, Recent.DAYS))
        .withMessage("maxBps must be at least baseBps = 5.0, was 4.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolumeShareSlippage(0, 1))
        .withMessage("volumeLimit must be within (0, 1], was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SquareRootImpact(Double.NaN, Recent.DAYS))
        .withMessage("coefficient must be at least 0 and finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Recent(0, 1, 0))
        .withMessage("bars must be at least 1, was 0");
  }
}
