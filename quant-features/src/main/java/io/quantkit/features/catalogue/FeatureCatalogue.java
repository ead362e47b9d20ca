package io.quantkit.features.catalogue;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.crosssection.Beta;
import io.quantkit.features.crosssection.CrossSectionalRank;
import io.quantkit.features.crosssection.CrossSectionalZScore;
import io.quantkit.features.crosssection.FeatureFactor;
import io.quantkit.features.crosssection.IdiosyncraticVolatility;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Ema;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.trend.Sma;
import io.quantkit.features.indicator.trend.TrendDistance;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.statistic.Drawdown;
import io.quantkit.features.statistic.ReturnSkewness;
import io.quantkit.features.statistic.RollingQuantile;
import io.quantkit.features.statistic.StandardDeviation;
import io.quantkit.features.statistic.ZScore;
import io.quantkit.features.transform.ExpandingMinMax;
import io.quantkit.features.transform.ExpandingZScore;
import io.quantkit.features.transform.RollingMinMax;
import io.quantkit.features.transform.RollingRank;
import io.quantkit.features.transform.RollingRobust;
import java.util.List;

/** Every feature and factor of this module, with usual parameters. */
public final class FeatureCatalogue {
  private FeatureCatalogue() {}

  /** Returns the features; each recipe and each of its conventions occurs, names are distinct. */
  public static List<Feature> features() {
    return List.of(
        new Sma(20),
        new Sma(1),
        new Ema(20),
        new Ema(20, Input.TYPICAL, Seed.FIRST),
        new TrendDistance(50),
        new Macd(12, 26, 9),
        new Macd(12, 26, 9, Input.CLOSE, Seed.FIRST),
        new Adx(14),
        new Rsi(14),
        new Roc(10),
        new Roc(10, Roc.Scale.FRACTION),
        new Roc(10, Roc.Scale.LOG),
        new Roc(10, Roc.Scale.DIFFERENCE),
        new Atr(14),
        new Bollinger(20),
        new Bollinger(20, 2.5, Input.WEIGHTED),
        new RollingVolatility(20),
        new RollingVolatility(20, 252),
        new Obv(),
        new StandardDeviation(20, 0),
        new StandardDeviation(20, 1),
        new ZScore(60),
        new ZScore(20, 0, Input.VOLUME),
        new ReturnSkewness(60),
        new RollingQuantile(20, 0.5),
        new RollingQuantile(60, 0.05, Input.VOLUME),
        new Drawdown(60),
        new RollingMinMax(20),
        new RollingRobust(60),
        new RollingRank(60),
        new RollingRank(20, RollingRank.Scale.NORMAL, Input.VOLUME),
        new ExpandingZScore(20),
        new ExpandingMinMax(20));
  }

  /**
   * Returns the factors that need more than one symbol.
   *
   * @param benchmark what beta and idiosyncratic volatility are measured against
   */
  public static List<Factor> factors(Symbol benchmark) {
    return List.of(
        FeatureFactor.of(new Roc(10, Roc.Scale.FRACTION)),
        FeatureFactor.of(new Bollinger(20)),
        CrossSectionalRank.of(new Rsi(14)),
        new CrossSectionalRank(FeatureFactor.of(new Rsi(21)), CrossSectionalRank.Scale.PERCENT),
        CrossSectionalZScore.of(new Roc(20, Roc.Scale.LOG)),
        new Beta(benchmark, 60),
        new IdiosyncraticVolatility(benchmark, 60));
  }
}
