package io.quantkit.features.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureName;
import io.quantkit.features.GoldenFile;
import io.quantkit.features.Input;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegimeTest {
  private static final BarSeries BARS =
      GoldenFile.resource("/golden/indicators/aapl2013.csv.gz").bars();
  private static final BarSeries WALK = SampleBars.walk(800, 21);

  @Test
  void aCombinationIsItsFunctionOfTheParts() {
    Combination spread =
        Combination.of(
            FeatureName.of("tech", "spread", "3x7", "raw"),
            List.of(new Sma(3), new Bollinger(7)),
            values -> values[0] - values[1 + Bollinger.MIDDLE]);
    double[] out = spread.over(WALK)[0];
    double[] fast = new Sma(3).over(WALK)[0];
    double[] slow = new Sma(7).over(WALK)[0];
    assertThat(spread.warmup()).isEqualTo(6);
    for (int t = 0; t < out.length; t++) {
      assertThat(Double.isNaN(out[t])).isEqualTo(t < 6);
      if (t >= 6) {
        assertThat(out[t]).isCloseTo(fast[t] - slow[t], within(1e-9));
      }
    }
  }

  @Test
  void laggedAndChangedFeaturesLookBackAlone() {
    double[] average = new Ema(5).over(WALK)[0];
    double[] lagged = new Lagged(new Ema(5), 3).over(WALK)[0];
    double[] changed = new Difference(new Ema(5), 3).over(WALK)[0];
    assertThat(new Lagged(new Ema(5), 3).warmup()).isEqualTo(7);
    for (int t = 7; t < average.length; t++) {
      assertThat(lagged[t]).isEqualTo(average[t - 3]);
      assertThat(changed[t]).isEqualTo(average[t] - average[t - 3]);
    }
    assertThat(new Difference(new Macd(3, 6, 2), 2).outputs())
        .map(FeatureName::toString)
        .allSatisfy(name -> assertThat(name).startsWith("tech_change2_of_macd_3x6x2_"));
  }

  @Test
  void crossesAreToldOnceAndAtTheirBar() {
    Feature price = new Sma(1);
    double[] cross = CrossOver.of(price, new Sma(10)).over(WALK)[0];
    double[] average = new Sma(10).over(WALK)[0];
    double[] close = WALK.toArray(BarField.CLOSE);
    int found = 0;
    for (int t = 10; t < cross.length; t++) {
      boolean up = close[t] > average[t] && close[t - 1] <= average[t - 1];
      boolean down = close[t] < average[t] && close[t - 1] >= average[t - 1];
      assertThat(cross[t]).isEqualTo(up ? 1 : down ? -1 : 0);
      found += up || down ? 1 : 0;
    }
    assertThat(found).isGreaterThan(20);
    assertThat(cross[9]).isNaN();
    assertThat(CrossOver.of(price, price).over(WALK)[0][400]).isZero();
  }

  @Test
  void strengthAndBandsAreJudgedTogether() {
    RsiBands recipe = new RsiBands(5, 8, 1.2, 35);
    double[][] out = recipe.over(WALK);
    double[] rsi = new Rsi(5).over(WALK)[0];
    double[] position = new Bollinger(8, 1.2, Input.CLOSE).over(WALK)[Bollinger.POSITION];
    int signals = 0;
    for (int t = recipe.warmup(); t < rsi.length; t++) {
      assertThat(out[RsiBands.SCORE][t]).isCloseTo(rsi[t] / 100 + position[t] - 1, within(1e-12));
      double expected =
          rsi[t] <= 35 && position[t] <= 0 ? 1 : rsi[t] >= 65 && position[t] >= 1 ? -1 : 0;
      assertThat(out[RsiBands.SIGNAL][t]).isEqualTo(expected);
      signals += expected == 0 ? 0 : 1;
    }
    assertThat(signals).isGreaterThan(20);
  }

  @Test
  void divergenceOfAveragesCountsInTrends() {
    MacdAdx recipe = new MacdAdx();
    double[][] out = recipe.over(WALK);
    double[] histogram = new Macd(12, 26, 9).over(WALK)[Macd.HISTOGRAM];
    double[][] adx = new Adx(14).over(WALK);
    int signals = 0;
    for (int t = recipe.warmup(); t < histogram.length; t++) {
      double side = Math.signum(histogram[t]);
      boolean confirmed =
          adx[Adx.ADX][t] >= 25 && side == Math.signum(adx[Adx.PLUS][t] - adx[Adx.MINUS][t]);
      assertThat(out[MacdAdx.SIGNAL][t]).isEqualTo(confirmed ? side : 0);
      assertThat(out[MacdAdx.STRENGTH][t]).isEqualTo(side * adx[Adx.ADX][t]);
      signals += confirmed ? 1 : 0;
    }
    assertThat(signals).isGreaterThan(20);
  }

  @Test
  void volumeDivergesFromThePrice() {
    for (BarSeries bars : List.of(BARS, WALK)) {
      double[][] out = new VolumeDivergence(10).over(bars);
      for (int t = 10; t < bars.size(); t++) {
        double net = 0;
        double total = 0;
        for (int i = t - 9; i <= t; i++) {
          net += Math.signum(bars.close(i) - bars.close(i - 1)) * bars.volume(i);
          total += bars.volume(i);
        }
        double change = bars.close(t) - bars.close(t - 10);
        double expected = change < 0 && net > 0 ? 1 : change > 0 && net < 0 ? -1 : 0;
        assertThat(out[VolumeDivergence.SIGNAL][t]).isEqualTo(expected);
        assertThat(out[VolumeDivergence.IMBALANCE][t]).isCloseTo(net / total, within(1e-9));
      }
    }
    BarSeries still = flat(50, 7, 0);
    assertThat(new VolumeDivergence(10).over(still)[VolumeDivergence.SIGNAL][40]).isZero();
    assertThat(new VolumeDivergence(10).over(still)[VolumeDivergence.IMBALANCE][40]).isNaN();
  }

  @Test
  void trendsAndRangesAreToldApart() {
    TrendOrRange recipe = new TrendOrRange();
    double[][] out = recipe.over(BARS);
    double[][] adx = new Adx(14).over(BARS);
    for (int t = recipe.warmup(); t < BARS.size(); t++) {
      double path = 0;
      double ranges = 0;
      double highest = 0;
      double lowest = Double.MAX_VALUE;
      for (int i = t - 13; i <= t; i++) {
        double last = BARS.close(i - 1);
        path += Math.abs(BARS.close(i) - last);
        ranges += Math.max(BARS.high(i), last) - Math.min(BARS.low(i), last);
        highest = Math.max(highest, BARS.high(i));
        lowest = Math.min(lowest, BARS.low(i));
      }
      double chop = 100 * Math.log10(ranges / (highest - lowest)) / Math.log10(14);
      assertThat(out[TrendOrRange.CHOPPINESS][t]).isCloseTo(chop, within(1e-9));
      assertThat(out[TrendOrRange.EFFICIENCY][t])
          .isCloseTo(Math.abs(BARS.close(t) - BARS.close(t - 14)) / path, within(1e-9));
      boolean trend = adx[Adx.ADX][t] >= 25 && chop <= 61.8;
      assertThat(out[TrendOrRange.CLASS][t])
          .isEqualTo(trend ? Math.signum(adx[Adx.PLUS][t] - adx[Adx.MINUS][t]) : 0);
    }
    double[] still = column(recipe.over(flat(60, 5, 1)), 50);
    assertThat(still[TrendOrRange.CLASS]).isZero();
    assertThat(still[TrendOrRange.EFFICIENCY]).isNaN();
    assertThat(still[TrendOrRange.CHOPPINESS]).isNaN();
  }

  @Test
  void volatilityIsComparedWithItsOwnPast() {
    VolatilityRegime recipe = new VolatilityRegime(10, 50, 0.2, 0.9);
    double[][] out = recipe.over(BARS);
    double[] volatility = new RollingVolatility(10).over(BARS)[0];
    int[] counts = new int[3];
    for (int t = recipe.warmup(); t < BARS.size(); t++) {
      double[] window = Arrays.copyOfRange(volatility, t - 49, t + 1);
      Arrays.sort(window);
      double low = window[9] + 0.8 * (window[10] - window[9]);
      double high = window[44] + 0.1 * (window[45] - window[44]);
      assertThat(out[VolatilityRegime.VOLATILITY][t]).isEqualTo(volatility[t]);
      assertThat(out[VolatilityRegime.LOWER][t]).isCloseTo(low, within(1e-12));
      assertThat(out[VolatilityRegime.UPPER][t]).isCloseTo(high, within(1e-12));
      int expected = volatility[t] < low ? 0 : volatility[t] > high ? 2 : 1;
      assertThat(out[VolatilityRegime.REGIME][t]).isEqualTo(expected);
      counts[expected]++;
    }
    assertThat(counts).doesNotContain(0);
    assertThat(column(recipe.over(flat(80, 5, 1)), 70)[VolatilityRegime.REGIME]).isEqualTo(1);
  }

  @Test
  void phasesFollowTheOrderOfPriceAndAverages() {
    MarketPhase recipe = new MarketPhase(5, 20);
    double[] out = recipe.over(WALK)[0];
    double[] fast = new Sma(5).over(WALK)[0];
    double[] slow = new Sma(20).over(WALK)[0];
    int[] counts = new int[7];
    for (int t = 19; t < out.length; t++) {
      double price = WALK.close(t);
      int expected =
          fast[t] > slow[t]
              ? (price > fast[t] ? 3 : price > slow[t] ? 4 : 5)
              : (price > slow[t] ? 2 : price > fast[t] ? 1 : 6);
      assertThat(out[t]).isEqualTo(expected);
      counts[expected]++;
    }
    assertThat(Arrays.copyOfRange(counts, 1, 7)).doesNotContain(0);
  }

  @Test
  void bullAndBearMarketsAreToldWhenTheyHaveBegun() {
    double[] prices = {100, 95, 90, 100, 108, 120, 130, 118, 112, 110, 100, 90, 95, 107, 109};
    double[][] out = new double[4][prices.length];
    new BullBear(0.2, 0.15).over(prices, out);
    assertThat(out[BullBear.STATE])
        .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, 1);
    assertThat(out[BullBear.TURN]).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1);
    assertThat(out[BullBear.DELAY]).containsExactly(0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3);
    assertThat(out[BullBear.DISTANCE][7]).isCloseTo(118 / 130.0 - 1, within(1e-15));
    assertThat(out[BullBear.DISTANCE][12]).isCloseTo(95 / 90.0 - 1, within(1e-15));
    assertThat(new BullBear(0.2, 0.15).over(new double[] {1, -1, 2})[1]).isNaN();
  }

  @Test
  void wrongParametersAreNamed() {
    FeatureName name = FeatureName.of("tech", "x", "1", "raw");
    rejected(() -> Combination.of(name, List.of(), values -> 0), "parts must not be empty");
    rejected(() -> new Lagged(new Sma(2), 0), "lag must be at least 1, was 0");
    rejected(() -> new Difference(new Sma(2), -1), "lag must be at least 1, was -1");
    rejected(
        () -> new CrossOver(new Sma(2), 0, new Sma(3), 1), "outputB must be within [0, 0], was 1");
    rejected(() -> new RsiBands(0, 20, 2, 30), "rsiPeriod must be at least 1, was 0");
    rejected(() -> new RsiBands(14, 1, 2, 30), "bandPeriod must be at least 2, was 1");
    rejected(
        () -> new RsiBands(14, 20, Double.NaN, 30), "width must be positive and finite, was NaN");
    rejected(() -> new RsiBands(14, 20, 2, 50), "low must be within (0, 50), was 50.0");
    rejected(() -> new MacdAdx(12, 12, 9, 14, 25), "slow must be longer than 12, was 12");
    rejected(() -> new MacdAdx(12, 26, 9, 1, 25), "period must be at least 2, was 1");
    rejected(() -> new MacdAdx(12, 26, 9, 14, 101), "threshold must be within [0, 100], was 101.0");
    rejected(() -> new VolumeDivergence(0), "period must be at least 1, was 0");
    rejected(() -> new TrendOrRange(1, 25, 60), "period must be at least 2, was 1");
    rejected(() -> new TrendOrRange(14, -1, 60), "trend must be within [0, 100], was -1.0");
    rejected(() -> new TrendOrRange(14, 25, 0), "chop must be positive, was 0.0");
    rejected(() -> new VolatilityRegime(20, 1, 0.3, 0.6), "window must be at least 2, was 1");
    rejected(
        () -> new VolatilityRegime(20, 100, 0.6, 0.3),
        "lower and upper must be within (0, 1) and in order, were 0.6, 0.3");
    rejected(() -> new MarketPhase(50, 50), "slow must be longer than 50, was 50");
    rejected(() -> new BullBear(0, 0.15), "rise must be positive and finite, was 0.0");
    rejected(() -> new BullBear(0.2, 1), "fall must be within (0, 1), was 1.0");
  }

  private static void rejected(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static double[] column(double[][] out, int bar) {
    return Arrays.stream(out).mapToDouble(one -> one[bar]).toArray();
  }

  private static BarSeries flat(int bars, double price, double volume) {
    BarSeries clock = SampleBars.walk(bars, 1);
    BarSeries.Builder builder = BarSeries.builder(clock.symbol(), clock.timeframe());
    for (int t = 0; t < bars; t++) {
      builder.add(clock.start(t), clock.knownAt(t), price, price, price, price, volume);
    }
    return builder.build();
  }
}
