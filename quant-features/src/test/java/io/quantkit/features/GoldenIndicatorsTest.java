package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.statistic.ReturnSkewness;
import io.quantkit.features.statistic.StandardDeviation;
import io.quantkit.features.statistic.ZScore;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with values that TA-Lib, pandas and TTR computed; see the README beside them. */
class GoldenIndicatorsTest {

  /** What a column should hold. */
  record Expected(Feature feature, int output, double tolerance) {}

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "spx"})
  void indicatorsAgreeWithOtherLibraries(String series) {
    GoldenFile golden = GoldenFile.resource("/golden/indicators/" + series + ".csv.gz");
    assertThat(golden.columns()).hasSizeGreaterThan(20);
    assertThat(golden.columns())
        .allSatisfy(
            column -> {
              Expected expected = expected(column);
              GoldenFile.Distance distance =
                  golden.distance(
                      column, expected.feature(), expected.output(), expected.tolerance());
              assertThat(distance.within()).as(distance.toString()).isTrue();
              assertThat(distance.compared()).isGreaterThan(100);
              boolean startsEarlier = column.startsWith("pandas.ewm");
              assertThat(startsEarlier ? 0 : distance.misplaced()).as(distance.toString()).isZero();
            });
  }

  private static Expected expected(String column) {
    String[] parts = column.split("\\.", -1);
    String output = parts.length > 3 ? parts[3] : "";
    String[] window = parts.length > 2 ? parts[2].split("x") : new String[] {""};
    int n = window[0].matches("\\d+") ? Integer.parseInt(window[0]) : 0;
    return switch (parts[0] + "." + parts[1]) {
      case "talib.SMA", "pandas.close_mean" -> new Expected(new Sma(n), 0, 1e-9);
      case "talib.EMA" -> new Expected(new Ema(n), 0, 1e-9);
      case "talib.RSI", "ttr.RSI" -> new Expected(new Rsi(n), 0, 1e-9);
      case "talib.MACD" ->
          new Expected(
              new Macd(n, Integer.parseInt(window[1]), Integer.parseInt(window[2])),
              List.of("MACD", "MACDSignal", "MACDHist").indexOf(output),
              1e-9);
      case "talib.BBANDS" ->
          new Expected(
              new Bollinger(n),
              List.of("UpperBand", "MiddleBand", "LowerBand").indexOf(output),
              1e-7);
      case "talib.ATR", "ttr.ATR" -> new Expected(new Atr(n), 0, 1e-9);
      case "talib.ADX" -> new Expected(new Adx(n), Adx.ADX, 1e-9);
      case "talib.PLUS_DI" -> new Expected(new Adx(n), Adx.PLUS, 1e-9);
      case "talib.MINUS_DI" -> new Expected(new Adx(n), Adx.MINUS, 1e-9);
      case "talipp.ADX" -> new Expected(new Adx(n, Convention.WILDER), Adx.ADX, 1e-9);
      case "tulip.atr" -> new Expected(new Atr(n, Convention.WILDER), 0, 1e-9);
      case "ttr.ADX" -> new Expected(new Adx(n), Adx.DX, 1e-9);
      case "talib.OBV", "ttr.OBV" -> new Expected(new Obv(), 0, 1e-9);
      case "talib.ROC" -> new Expected(new Roc(n), 0, 1e-9);
      case "talib.ROCP" -> new Expected(new Roc(n, Roc.Scale.FRACTION), 0, 1e-9);
      case "talib.MOM" -> new Expected(new Roc(n, Roc.Scale.DIFFERENCE), 0, 1e-9);
      case "ttr.ROC" -> new Expected(new Roc(n, Roc.Scale.LOG), 0, 1e-9);
      case "talib.STDDEV" -> new Expected(new StandardDeviation(n, 0), 0, 1e-7);
      case "pandas.close_std" -> new Expected(new StandardDeviation(n, 1), 0, 1e-9);
      case "pandas.close_std_ddof0" -> new Expected(new StandardDeviation(n, 0), 0, 1e-9);
      case "pandas.zscore" -> new Expected(new ZScore(n), 0, 1e-9);
      case "pandas.r_skew" -> new Expected(new ReturnSkewness(n), 0, 1e-9);
      case "pandas.ewm" -> new Expected(new Ema(n, Input.CLOSE, Seed.FIRST), 0, 1e-9);
      case "ttr.volatility" -> new Expected(new RollingVolatility(n - 1, 252), 0, 1e-9);
      default -> throw new IllegalArgumentException(column);
    };
  }
}
