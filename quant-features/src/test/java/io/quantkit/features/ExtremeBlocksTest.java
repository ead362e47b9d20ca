package io.quantkit.features;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.check.ParityCheck;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Frama;
import io.quantkit.features.indicator.average.Kama;
import io.quantkit.features.indicator.average.MidPrice;
import io.quantkit.features.indicator.average.Midpoint;
import io.quantkit.features.indicator.momentum.Kst;
import io.quantkit.features.indicator.momentum.RelativeVigor;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Stochastic;
import io.quantkit.features.indicator.momentum.StochasticFast;
import io.quantkit.features.indicator.momentum.StochasticRsi;
import io.quantkit.features.indicator.momentum.WilliamsR;
import io.quantkit.features.indicator.pattern.Fractals;
import io.quantkit.features.indicator.price.ExtremeDistance;
import io.quantkit.features.indicator.price.RollingExtremes;
import io.quantkit.features.indicator.trend.Aroon;
import io.quantkit.features.indicator.trend.Ichimoku;
import io.quantkit.features.indicator.trend.ParabolicSar;
import io.quantkit.features.indicator.trend.ParabolicSarExtended;
import io.quantkit.features.indicator.trend.ParabolicSarExtended.Acceleration;
import io.quantkit.features.indicator.volatility.Donchian;
import io.quantkit.features.statistic.GiniDifference;
import io.quantkit.features.statistic.QuadraticRegression;
import io.quantkit.features.statistic.RollingQuantile;
import io.quantkit.features.transform.RollingMinMax;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long runs of bars without gaps, but with ties, flat stretches and numbers of every size: what
 * whole blocks are computed from.
 */
class ExtremeBlocksTest {

  static Stream<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (int period : new int[] {1, 2, 5, 26, 128, 129, 600}) {
      features.add(new Aroon(period));
      features.add(new RollingExtremes(period));
      features.add(new Midpoint(period));
      features.add(new MidPrice(period));
      features.add(new WilliamsR(period));
      features.add(new Donchian(period, 0));
      features.add(new Donchian(period, period));
      features.add(new ExtremeDistance(period));
      features.add(new RollingMinMax(period + 1));
      features.add(new Kama(period));
      features.add(new RollingQuantile(period, 0.4));
      features.add(new GiniDifference(period + 1));
      features.add(new QuadraticRegression(period + 2));
      features.add(new Stochastic(period, 3, 3));
      features.add(new Stochastic(5, period, AverageKind.SMA, 9, AverageKind.EMA));
      features.add(new StochasticFast(period, 3));
      features.add(new StochasticRsi(14, period, 1, 3));
      features.add(new Ichimoku(period, 2 * period, 3, period));
    }
    for (Roc.Scale scale : Roc.Scale.values()) {
      features.add(new Roc(10, scale));
    }
    features.add(new Kst());
    features.add(new RelativeVigor(10));
    features.add(new Frama(16));
    features.add(new Fractals(1));
    features.add(new Fractals(30));
    features.add(new ParabolicSar(0.02, 0.2));
    features.add(new ParabolicSar(0, 0));
    Acceleration slow = new Acceleration(0.01, 0.02, 0.1);
    Acceleration fast = new Acceleration(0.05, 0.01, 0.4);
    features.add(new ParabolicSarExtended(-90, 0.03, slow, fast));
    return features.stream();
  }

  @ParameterizedTest
  @MethodSource("features")
  void blocksHaveTheBitsOfSingleBars(Feature feature) {
    for (int seed = 1; seed <= 3; seed++) {
      new ParityCheck(seed).check(feature, bars(seed, 0)).assertClean();
      new ParityCheck(seed).check(feature, bars(seed, 40)).assertClean();
    }
  }

  /** Returns bars of which one in some is of another scale; none if {@code leaps} is 0. */
  private static BarSeries bars(long seed, int leaps) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("TIES"), Timeframe.DAY_1);
    double price = 100;
    for (int t = 0; t < 1700; t++) {
      price = t % 300 < 60 ? price : price + (random.nextInt(9) - 4) / 8.0;
      double close = price;
      if (leaps > 0 && random.nextInt(leaps) == 0) {
        close = random.nextBoolean() ? Double.MIN_VALUE : 1e300 * random.nextDouble();
      }
      double high = t % 300 < 60 ? close : close * (1 + random.nextInt(3) / 100.0);
      double low = t % 300 < 60 ? close : close * (1 - random.nextInt(3) / 100.0);
      low = Math.max(low, Double.MIN_VALUE);
      builder.add(2L * t, 2L * t + 1, close, Math.max(high, low), low, close, 1 + t);
    }
    return builder.build();
  }
}
