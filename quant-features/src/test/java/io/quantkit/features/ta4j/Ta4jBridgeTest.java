package io.quantkit.features.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Bar;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.GoldenFile;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.check.LookAheadCheck;
import io.quantkit.features.check.ParityCheck;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Atr;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.AbstractIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

class Ta4jBridgeTest {

  /** A feature of ours and ta4j's indicator of the same thing. */
  record Pair(
      String label, Feature ours, Function<org.ta4j.core.BarSeries, Indicator<Num>> theirs) {
    Ta4jFeature bridged() {
      return Ta4jFeature.of(FeatureName.of("tech", "ta4j-" + label, "all", "raw"), theirs);
    }

    @Override
    public String toString() {
      return label;
    }
  }

  static List<Pair> pairs() {
    return List.of(
        new Pair("sma", new Sma(20), bars -> new SMAIndicator(closes(bars), 20)),
        new Pair(
            "ema",
            new Ema(10, Input.CLOSE, Seed.FIRST),
            bars -> new EMAIndicator(closes(bars), 10)),
        new Pair("rsi", new Rsi(6), bars -> new RSIIndicator(closes(bars), 6)),
        new Pair("atr", new Atr(6), bars -> new ATRIndicator(bars, 6)),
        new Pair(
            "macd",
            new Macd(4, 8, 3, Input.CLOSE, Seed.FIRST),
            bars -> new MACDIndicator(closes(bars), 4, 8)));
  }

  private static ClosePriceIndicator closes(org.ta4j.core.BarSeries bars) {
    return new ClosePriceIndicator(bars);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anIndicatorOfTa4jSaysWhatTheFeatureSays(Pair pair) {
    for (BarSeries bars :
        List.of(
            GoldenFile.resource("/golden/indicators/aapl2013.csv.gz").bars(),
            SampleBars.walk(400, 3))) {
      double[] theirs = pair.bridged().over(bars)[0];
      double[] ours = pair.ours().over(bars)[0];
      int settled = Math.max(pair.ours().settle(1e-11), pair.bridged().warmup());
      assertThat(settled).isLessThan(bars.size() - 50);
      for (int t = settled; t < bars.size(); t++) {
        assertThat(theirs[t]).isCloseTo(ours[t], within(1e-9 * bars.close(t)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aFeatureIsAnIndicatorOfTa4j(Pair pair) {
    BarSeries bars = SampleBars.walk(300, 5);
    org.ta4j.core.BarSeries theirs = Ta4jBars.copyOf(bars);
    Indicator<Num> indicator = FeatureIndicator.of(pair.ours(), theirs);
    double[] expected = pair.ours().over(bars)[0];
    assertThat(indicator.getUnstableBars()).isEqualTo(pair.ours().warmup(0));
    assertThat(indicator.getValue(299).doubleValue()).isEqualTo(expected[299]);
    double[] actual = new double[300];
    for (int t = 0; t < 300; t++) {
      actual[t] = indicator.getValue(t).doubleValue();
    }
    assertThat(actual).isEqualTo(expected);
    double[] through =
        Ta4jFeature.of(
                FeatureName.of("tech", "round-trip", "all", "raw"),
                some -> FeatureIndicator.of(pair.ours(), some))
            .over(bars)[0];
    assertThat(through).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bridgedIndicatorsObeyTheLaws(Pair pair) {
    Ta4jFeature feature = pair.bridged();
    new ParityCheck(3).check(feature, SampleBars.walk(150, 3)).assertClean();
    new ParityCheck(4).check(feature, SampleBars.hostile(150, 4)).assertClean();
    new LookAheadCheck(5).check(feature, SampleBars.walk(100, 5)).assertClean();
    double[] out = feature.over(SampleBars.walk(100, 6))[0];
    for (int t = 0; t < out.length; t++) {
      assertThat(Double.isNaN(out[t])).isEqualTo(t < feature.warmup());
    }
  }

  @Test
  void anIndicatorThatLooksAheadHasNothingToSee() {
    Ta4jFeature leak = Ta4jFeature.of(FeatureName.of("tech", "leak", "all", "raw"), NextClose::new);
    BarSeries bars = SampleBars.walk(60, 1);
    new LookAheadCheck(1).check(leak, bars).assertClean();
    assertThat(leak.over(bars)[0][30]).isEqualTo(bars.close(30));
  }

  /** The close of the next bar if there is one: a study that looks ahead in a full series. */
  private static final class NextClose extends AbstractIndicator<Num> {
    NextClose(org.ta4j.core.BarSeries bars) {
      super(bars);
    }

    @Override
    public Num getValue(int index) {
      int next = Math.min(index + 1, getBarSeries().getEndIndex());
      return getBarSeries().getBar(next).getClosePrice();
    }

    @Override
    public int getUnstableBars() {
      return 0;
    }
  }

  @Test
  void aMissingNumberStartsAgainUnlessItIsNotRead() {
    Ta4jFeature all =
        Ta4jFeature.of(
            FeatureName.of("tech", "ta4j-sma", 3, "raw"),
            bars -> new SMAIndicator(closes(bars), 3));
    Ta4jFeature closesAlone = all.reading(BarField.CLOSE);
    BarSeries.Builder builder =
        BarSeries.builder(SampleBars.walk(1, 1).symbol(), SampleBars.walk(1, 1).timeframe());
    for (int t = 0; t < 12; t++) {
      builder.add(
          t == 5
              ? Bar.ofClose(10L * t, 10L * t + 10, 7)
              : new Bar(10L * t, 10L * t + 10, 7, 7, 7, 7, 1));
    }
    BarSeries bars = builder.build();
    double[] restarted = all.over(bars)[0];
    assertThat(restarted[4]).isEqualTo(7);
    assertThat(restarted[5]).isNaN();
    assertThat(restarted[6 + all.warmup() - 1]).isNaN();
    assertThat(restarted[6 + all.warmup()]).isEqualTo(7);
    double[] through = closesAlone.over(bars)[0];
    for (int t = closesAlone.warmup(); t < 12; t++) {
      assertThat(through[t]).isEqualTo(7);
    }
    FeatureKernel kernel = closesAlone.start();
    kernel.update(1, 1, 1, 1, Double.POSITIVE_INFINITY, 1);
    assertThat(kernel.value(0)).isNaN();
  }

  @Test
  void otherNumbersOfTa4jMayBeAskedFor() {
    BarSeries bars = SampleBars.walk(60, 9);
    Ta4jFeature inDoubles =
        Ta4jFeature.of(
            FeatureName.of("tech", "ta4j-rsi", 6, "raw"),
            some -> new RSIIndicator(closes(some), 6));
    double[] decimals = inDoubles.withNumbers(DecimalNum.ZERO).over(bars)[0];
    double[] doubles = inDoubles.over(bars)[0];
    for (int t = inDoubles.warmup(); t < 60; t++) {
      assertThat(decimals[t]).isCloseTo(doubles[t], within(1e-9));
    }
    assertThat(Ta4jBars.copyOf(bars, DecimalNum.ZERO).getLastBar().getClosePrice())
        .isInstanceOf(DecimalNum.class);
  }

  @Test
  void theLastBarOfATa4jSeriesMayStillChange() {
    org.ta4j.core.BarSeries live = Ta4jBars.copyOf(SampleBars.walk(30, 2));
    Indicator<Num> average = FeatureIndicator.of(new Sma(3), live);
    double before = average.getValue(29).doubleValue();
    assertThat(average.getValue(29).doubleValue()).isEqualTo(before);
    double old = live.getLastBar().getClosePrice().doubleValue();
    live.addPrice(DoubleNum.valueOf(old + 30));
    assertThat(average.getValue(29).doubleValue()).isCloseTo(before + 10, within(1e-9));
    live.addBar(Duration.ofDays(1), live.getLastBar().getEndTime().plusDays(1), 50, 51, 49, 50, 10);
    assertThat(average.getValue(29).doubleValue()).isCloseTo(before + 10, within(1e-9));
    assertThat(average.getValue(30).doubleValue())
        .isCloseTo(
            (live.getBar(28).getClosePrice().doubleValue() + old + 30 + 50) / 3, within(1e-9));
  }

  @Test
  void aBarBeforeItsFirstTradeHasNoValue() {
    org.ta4j.core.BarSeries live = Ta4jBars.copyOf(SampleBars.walk(10, 2));
    Indicator<Num> average = FeatureIndicator.of(new Sma(3), live);
    assertThat(average.getValue(9).isNaN()).isFalse();
    live.addBar(Duration.ofDays(1), live.getLastBar().getEndTime().plusDays(1));
    assertThat(average.getValue(10).isNaN()).isTrue();
    live.addTrade(1, 50);
    double expected =
        (live.getBar(8).getClosePrice().doubleValue()
                + live.getBar(9).getClosePrice().doubleValue()
                + 50)
            / 3;
    assertThat(average.getValue(10).doubleValue()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aSeriesMayForgetItsFirstBars() {
    BarSeries bars = SampleBars.walk(50, 8);
    org.ta4j.core.BarSeries live =
        new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.ZERO).withMaxBarCount(10).build();
    Indicator<Num> watched = FeatureIndicator.of(new Sma(3), live);
    org.ta4j.core.BarSeries source = Ta4jBars.copyOf(bars);
    double[] expected = new Sma(3).over(bars)[0];
    for (int t = 0; t < 50; t++) {
      live.addBar(source.getBar(t));
      if (t > 5 && t < 20 || t > 40) {
        double value = watched.getValue(t).doubleValue();
        assertThat(value).isEqualTo(expected[t]);
      }
    }
    assertThat(watched.getValue(31).isNaN()).isTrue();
    assertThat(watched.getValue(45).doubleValue()).isEqualTo(expected[45]);
  }

  @Test
  void wrongArgumentsAreNamed() {
    org.ta4j.core.BarSeries bars = Ta4jBars.copyOf(SampleBars.walk(5, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureIndicator.of(new Sma(3), 1, bars))
        .withMessage("output must be within [0, 0], was 1");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> FeatureIndicator.of(new Sma(3), bars).getValue(5))
        .withMessage("index must be within [0, 4], was 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pairs().get(0).bridged().reading(BarField.VWAP))
        .withMessageEndingWith("was [VWAP]");
  }
}
