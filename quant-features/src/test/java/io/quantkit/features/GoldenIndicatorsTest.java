package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Ema;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.trend.Sma;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.statistic.ReturnSkewness;
import io.quantkit.features.statistic.StandardDeviation;
import io.quantkit.features.statistic.ZScore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with values that TA-Lib, pandas and TTR computed; see the README beside them. */
class GoldenIndicatorsTest {

  /** What a column should hold. */
  record Expected(Feature feature, int output, double tolerance) {}

  /** How far a column is from what we compute. */
  record Distance(String column, int compared, int misplaced, double relative, boolean within) {}

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "spx"})
  void indicatorsAgreeWithOtherLibraries(String series) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            GoldenIndicatorsTest.class.getResourceAsStream(
                "/golden/indicators/" + series + ".csv.gz"))) {
      List<Distance> distances = distances(file);
      assertThat(distances).hasSizeGreaterThan(20);
      assertThat(distances)
          .allSatisfy(
              distance -> {
                assertThat(distance.within()).as(distance.toString()).isTrue();
                assertThat(distance.misplaced()).as(distance.toString()).isZero();
                assertThat(distance.compared()).isGreaterThan(100);
              });
    }
  }

  static List<Distance> distances(InputStream file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    String[] header;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      header = reader.readLine().split(",");
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        double[] row = new double[cells.length];
        for (int c = 0; c < cells.length; c++) {
          row[c] = cells[c].isEmpty() ? Double.NaN : Double.parseDouble(cells[c]);
        }
        rows.add(row);
      }
    }
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("GOLDEN"), Timeframe.DAY_1);
    for (int t = 0; t < rows.size(); t++) {
      double[] row = rows.get(t);
      builder.add(2L * t, 2L * t + 1, row[0], row[1], row[2], row[3], row[4]);
    }
    BarSeries bars = builder.build();
    List<Distance> distances = new ArrayList<>();
    for (int c = 5; c < header.length; c++) {
      distances.add(distance(header[c], c, rows, bars));
    }
    return distances;
  }

  private static Distance distance(String column, int c, List<double[]> rows, BarSeries bars) {
    Expected expected = expected(column);
    double[] ours = expected.feature().over(bars)[expected.output()];
    int compared = 0;
    int misplaced = 0;
    double largest = 0;
    boolean within = true;
    for (int t = 0; t < ours.length; t++) {
      double theirs = rows.get(t)[c];
      if (Double.isNaN(theirs) || Double.isNaN(ours[t])) {
        misplaced += Double.isNaN(theirs) == Double.isNaN(ours[t]) ? 0 : 1;
        continue;
      }
      compared++;
      double difference = Math.abs(ours[t] - theirs);
      double allowed = expected.tolerance() * Math.abs(theirs) + 1e-8;
      within &= difference <= allowed;
      largest = Math.max(largest, difference / Math.max(Math.abs(theirs), 1e-3));
    }
    boolean pandasStartsEarlier = column.startsWith("pandas.ewm");
    return new Distance(column, compared, pandasStartsEarlier ? 0 : misplaced, largest, within);
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
