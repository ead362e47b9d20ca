package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Dema;
import io.quantkit.features.indicator.average.Hma;
import io.quantkit.features.indicator.average.Kama;
import io.quantkit.features.indicator.average.Lsma;
import io.quantkit.features.indicator.average.Mama;
import io.quantkit.features.indicator.average.McGinley;
import io.quantkit.features.indicator.average.MidPrice;
import io.quantkit.features.indicator.average.Midpoint;
import io.quantkit.features.indicator.average.RegressionSlope;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.average.Smma;
import io.quantkit.features.indicator.average.T3;
import io.quantkit.features.indicator.average.Tema;
import io.quantkit.features.indicator.average.Trima;
import io.quantkit.features.indicator.average.VariablePeriodAverage;
import io.quantkit.features.indicator.average.Vwma;
import io.quantkit.features.indicator.average.Wma;
import io.quantkit.features.indicator.average.Zlema;
import io.quantkit.features.indicator.cycle.DominantCyclePeriod;
import io.quantkit.features.indicator.cycle.DominantCyclePhase;
import io.quantkit.features.indicator.cycle.InstantaneousTrendline;
import io.quantkit.features.indicator.cycle.MesaSineWave;
import io.quantkit.features.indicator.cycle.Phasor;
import io.quantkit.features.indicator.cycle.SineWave;
import io.quantkit.features.indicator.cycle.TrendMode;
import io.quantkit.features.statistic.LinearRegression;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares averages, cycles and regressions with other libraries; see the README beside them. */
class GoldenAveragesTest {
  private static final Set<String> OTHER_START = Set.of("tulip.kama.14.", "talipp.HMA.9.");

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "spx"})
  void averagesAgreeWithOtherLibraries(String series) {
    GoldenFile golden = GoldenFile.resource("/golden/average/" + series + ".csv.gz");
    assertThat(golden.columns()).hasSizeGreaterThan(40);
    assertThat(golden.columns())
        .allSatisfy(
            column -> {
              GoldenFile.Distance distance =
                  golden.distance(column, ours(column, golden.bars()), 1e-9);
              assertThat(distance.within()).as(distance.toString()).isTrue();
              assertThat(distance.compared()).isGreaterThan(100);
              assertThat(OTHER_START.contains(column) ? 0 : distance.misplaced())
                  .as(distance.toString())
                  .isZero();
            });
  }

  private static double[] ours(String column, BarSeries bars) {
    String name = column.substring(0, column.indexOf('.', column.indexOf('.') + 1));
    String output = column.substring(column.lastIndexOf('.') + 1);
    String window = column.substring(name.length() + 1, column.lastIndexOf('.'));
    if (name.equals("talib.MA")) {
      String[] parts = window.split("_");
      return average(AverageKind.valueOf(parts[0]), Integer.parseInt(parts[1]), bars);
    }
    if (name.equals("tictactec.MAVP")) {
      return variable(AverageKind.valueOf(output), bars);
    }
    String[] parts = window.split("x");
    int n = parts[0].matches("\\d+") ? Integer.parseInt(parts[0]) : 0;
    double second = parts.length > 1 ? Double.parseDouble(parts[1]) : Double.NaN;
    return switch (name) {
      case "talib.WMA", "tulip.wma" -> first(new Wma(n), bars);
      case "talib.TRIMA", "tulip.trima" -> first(new Trima(n), bars);
      case "talib.T3" -> first(new T3(n, second, Input.CLOSE), bars);
      case "talib.MAMA" ->
          new Mama(Double.parseDouble(parts[0]), second, Input.CLOSE)
              .over(bars)[output.equals("MAMA") ? Mama.MAMA : Mama.FAMA];
      case "talib.MIDPOINT" -> first(new Midpoint(n), bars);
      case "talib.MIDPRICE" -> first(new MidPrice(n), bars);
      case "talib.LINEARREG_ANGLE" -> new LinearRegression(n).over(bars)[LinearRegression.ANGLE];
      case "talib.LINEARREG_INTERCEPT" -> first(new Lsma(n, 1 - n, Input.CLOSE), bars);
      case "talib.TSF" -> first(new Lsma(n, 1, Input.CLOSE), bars);
      case "tictactec.LINEARREG", "tulip.linreg" -> first(new Lsma(n), bars);
      case "tictactec.LINEARREG_SLOPE" -> first(new RegressionSlope(n), bars);
      case "tictactec.KAMA", "tulip.kama", "talipp.KAMA" -> first(new Kama(n), bars);
      case "tictactec.TEMA" -> first(new Tema(n), bars);
      case "talib.HT_TRENDLINE" -> first(new InstantaneousTrendline(), bars);
      case "talib.HT_DCPERIOD" -> first(new DominantCyclePeriod(), bars);
      case "talib.HT_DCPHASE" -> first(new DominantCyclePhase(), bars);
      case "talib.HT_TRENDMODE" -> first(new TrendMode(), bars);
      case "talib.HT_SINE" ->
          new SineWave().over(bars)[output.equals("sine") ? SineWave.SINE : SineWave.LEAD];
      case "tictactec.HT_PHASOR" ->
          new Phasor().over(bars)[output.equals("i") ? Phasor.IN_PHASE : Phasor.QUADRATURE];
      case "tulip.dema" -> first(new Dema(n, 1, Input.CLOSE, Seed.FIRST), bars);
      case "tulip.msw" ->
          new MesaSineWave(n, Input.CLOSE, MesaSineWave.Circle.TULIP)
              .over(bars)[output.equals("sine") ? MesaSineWave.SINE : MesaSineWave.LEAD];
      case "talipp.HMA" -> first(new Hma(n), bars);
      case "talipp.McGinleyDynamic" -> first(new McGinley(n), bars);
      case "ttr.EMA_wilder" -> first(new Smma(n), bars);
      case "ttr.DEMA" -> first(new Dema(n, second, Input.CLOSE, Seed.MEAN), bars);
      case "ttr.ZLEMA" -> first(new Zlema(n, Input.CLOSE, Zlema.Rules.TTR), bars);
      case "ttr.VWMA" -> first(new Vwma(n), bars);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static double[] first(Feature feature, BarSeries bars) {
    return feature.over(bars)[0];
  }

  private static double[] average(AverageKind kind, int period, BarSeries bars) {
    double[] out = new double[bars.size()];
    kind.kernel(period).update(closes(bars), 0, bars.size(), new double[][] {out}, 0);
    return out;
  }

  private static double[] variable(AverageKind kind, BarSeries bars) {
    double[] periods = new double[bars.size()];
    for (int t = 0; t < periods.length; t++) {
      periods[t] = 2 + t % 29;
    }
    return new VariablePeriodAverage(Input.CLOSE, new Sma(1), 2, 30, kind)
        .over(closes(bars), periods);
  }

  private static double[] closes(BarSeries bars) {
    return new Sma(1).over(bars)[0];
  }
}
