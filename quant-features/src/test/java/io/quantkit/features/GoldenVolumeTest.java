package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.price.CloseLocation;
import io.quantkit.features.indicator.price.ExtremePositions;
import io.quantkit.features.indicator.price.MathOperator;
import io.quantkit.features.indicator.price.MathTransform;
import io.quantkit.features.indicator.price.Price;
import io.quantkit.features.indicator.price.RollingExtremes;
import io.quantkit.features.indicator.price.RollingSum;
import io.quantkit.features.indicator.volatility.AccelerationBands;
import io.quantkit.features.indicator.volatility.AverageDeviation;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.DeviationBands;
import io.quantkit.features.indicator.volatility.Donchian;
import io.quantkit.features.indicator.volatility.GarmanKlass;
import io.quantkit.features.indicator.volatility.HistoricalVolatility;
import io.quantkit.features.indicator.volatility.Natr;
import io.quantkit.features.indicator.volatility.Parkinson;
import io.quantkit.features.indicator.volatility.RogersSatchell;
import io.quantkit.features.indicator.volatility.ScaledDeviation;
import io.quantkit.features.indicator.volatility.TrueRange;
import io.quantkit.features.indicator.volatility.Variance;
import io.quantkit.features.indicator.volatility.YangZhang;
import io.quantkit.features.indicator.volume.AccumulationDistribution;
import io.quantkit.features.indicator.volume.ChaikinMoneyFlow;
import io.quantkit.features.indicator.volume.ChaikinOscillator;
import io.quantkit.features.indicator.volume.EaseOfMovement;
import io.quantkit.features.indicator.volume.Klinger;
import io.quantkit.features.indicator.volume.MarketFacilitation;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.indicator.volume.PositiveVolumeIndex;
import io.quantkit.features.indicator.volume.RollingVwap;
import io.quantkit.features.indicator.volume.SmoothedObv;
import io.quantkit.features.indicator.volume.VolumeOscillator;
import io.quantkit.features.indicator.volume.WilliamsAccumulation;
import io.quantkit.features.statistic.InputBeta;
import io.quantkit.features.statistic.InputCorrelation;
import io.quantkit.features.statistic.InputCovariance;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with values that TA-Lib, TTR, Tulip and talipp computed; see the README beside them. */
class GoldenVolumeTest {

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "aapl2013_alt", "spx"})
  void indicatorsAgreeWithOtherLibraries(String series) {
    GoldenFile golden = GoldenFile.resource("/golden/volume/" + series + ".csv.gz");
    assertThat(golden.columns()).hasSizeGreaterThan(30);
    assertThat(golden.columns())
        .allSatisfy(
            column -> {
              GoldenFile.Distance distance =
                  golden.distance(column, ours(column, golden.bars()), tolerance(column));
              assertThat(distance.within()).as("%s", distance).isTrue();
              assertThat(distance.compared()).as("%s", distance).isGreaterThan(100);
              assertThat(distance.misplaced())
                  .as("%s", distance)
                  .isEqualTo(withheld(column, golden.bars().size()));
            });
  }

  /** Returns the tolerance that TA-Lib's drifting sums need, else that of everything. */
  static double tolerance(String column) {
    return column.matches("talib\\.(STDDEV|BBANDS|CORREL|BETA)\\..*")
            || column.matches("(ttr\\.run|ttr\\.vol|tulip\\.(std|var|volat)).*")
        ? 1e-7
        : 1e-9;
  }

  /** Returns how many values others tell that we withhold or do not have. */
  static int withheld(String column, int size) {
    if (column.startsWith("tulip.kvo")) {
      return 19; // from the second bar on; here until the slow average has seen its span
    }
    return column.startsWith("talib.LOG10") ? 1 : 0; // of zero: minus infinity there, no value here
  }

  static double[] ours(String column, BarSeries bars) {
    int afterSource = column.indexOf('.');
    int afterFunction = column.indexOf('.', afterSource + 1);
    int beforeOutput = column.lastIndexOf('.');
    String[] parts = {
      column.substring(0, afterSource),
      column.substring(afterSource + 1, afterFunction),
      column.substring(afterFunction + 1, beforeOutput),
      column.substring(beforeOutput + 1)
    };
    String function = parts[0] + "." + parts[1];
    String[] p = parts[2].split("[x]");
    int n = parts[2].isEmpty() ? 0 : Integer.parseInt(p[0].replace("lag", ""));
    int m = p.length > 1 && p[1].matches("\\d+") ? Integer.parseInt(p[1]) : 0;
    double[] closes = bars.toArray(BarField.CLOSE);
    return switch (function) {
      case "talib.NATR" -> of(new Natr(n), 0, bars);
      case "tulip.natr", "talipp.NATR" -> of(new Natr(n, Convention.WILDER), 0, bars);
      case "talib.AD", "ttr.chaikinAD", "tulip.ad", "talipp.AccuDist" ->
          of(new AccumulationDistribution(), 0, bars);
      case "talib.ADOSC" -> of(new ChaikinOscillator(n, m), 0, bars);
      case "talipp.ChaikinOsc" -> of(new ChaikinOscillator(n, m, Seed.MEAN), 0, bars);
      case "talib.AVGDEV", "tulip.md" -> of(new AverageDeviation(n), 0, bars);
      case "talib.AVGPRICE", "tulip.avgprice" -> of(new Price(Input.AVERAGE), 0, bars);
      case "talib.TYPPRICE", "tulip.typprice" -> of(new Price(Input.TYPICAL), 0, bars);
      case "talib.WCLPRICE", "tulip.wcprice" -> of(new Price(Input.WEIGHTED), 0, bars);
      case "talib.BETA" -> of(new InputBeta(n, Input.HIGH, Input.LOW), 0, bars);
      case "talib.CORREL" -> of(new InputCorrelation(n, Input.HIGH, Input.LOW), 0, bars);
      case "talib.STDDEV" -> of(new ScaledDeviation(n, Double.parseDouble(p[1])), 0, bars);
      case "tulip.stddev" -> of(new ScaledDeviation(n, 1), 0, bars);
      case "tulip.stderr" -> of(new ScaledDeviation(n, 1 / Math.sqrt(n)), 0, bars);
      case "talib.ADD", "talib.SUB", "talib.DIV" ->
          of(
              new MathOperator(MathOperator.Operation.valueOf(parts[1]), Input.HIGH, Input.LOW),
              0,
              bars);
      case "talib.MIN", "ttr.runMin", "tulip.min" -> of(new RollingExtremes(n), 0, bars);
      case "ttr.runMax", "tulip.max" -> of(new RollingExtremes(n), 1, bars);
      case "talib.MIDPOINT" -> of(new RollingExtremes(n), 2, bars);
      case "talib.MINMAX" -> of(new RollingExtremes(n), parts[3].equals("outMin") ? 0 : 1, bars);
      case "talib.MAXINDEX" -> positions(of(new ExtremePositions(n), 1, bars));
      case "talib.MINMAXINDEX" ->
          positions(of(new ExtremePositions(n), parts[3].equals("outMinIdx") ? 0 : 1, bars));
      case "talib.SUM", "ttr.runSum", "tulip.sum" -> of(new RollingSum(n), 0, bars);
      case "talib.ACCBANDS" -> of(new AccelerationBands(n), band(parts[3]), bars);
      case "talib.BBANDS" -> {
        double width = Double.parseDouble(p[1]);
        Feature bands =
            p[2].equals("0")
                ? new Bollinger(n, width, Input.CLOSE)
                : new DeviationBands(new Ema(n), n, width, width);
        yield of(bands, band(parts[3]), bars);
      }
      case "talib.MIDPRICE" -> of(new Donchian(n), Donchian.MIDDLE, bars);
      case "ttr.CLV" -> of(new CloseLocation(), 0, bars);
      case "ttr.CMF" -> of(new ChaikinMoneyFlow(n), 0, bars);
      case "ttr.VWAP" -> of(new RollingVwap(n, 2, Input.CLOSE), 0, bars);
      case "ttr.volatility" ->
          switch (parts[3]) {
            case "close" ->
                of(
                    new HistoricalVolatility(
                        n - 1, 252, true, HistoricalVolatility.Center.SAMPLE_MEAN, Input.CLOSE),
                    0,
                    bars);
            case "gk" -> of(new GarmanKlass(n, 252, false), 0, bars);
            case "parkinson" -> of(new Parkinson(n, 252), 0, bars);
            default -> of(new YangZhang(n, 252), 0, bars);
          };
      case "ttr.runCov" -> of(new InputCovariance(n, 1, Input.CLOSE, Input.VOLUME), 0, bars);
      case "ttr.runCor" -> of(new InputCorrelation(n, Input.CLOSE, Input.VOLUME), 0, bars);
      case "ttr.runVar" -> of(new Variance(n, 1), 0, bars);
      case "tulip.var" -> of(new Variance(n, 0), 0, bars);
      case "ttr.tr" -> of(new TrueRange(), 0, bars);
      case "tulip.tr" -> of(new TrueRange(Convention.TRADING_VIEW), 0, bars);
      case "ttr.Donchian" ->
          of(
              new Donchian(n, p[0].endsWith("lag") ? 1 : 0),
              switch (parts[3]) {
                case "high" -> 0;
                case "mid" -> 1;
                default -> 2;
              },
              bars);
      case "talipp.Donchian" ->
          of(
              new Donchian(n),
              switch (parts[3]) {
                case "ub" -> 0;
                case "cb" -> 1;
                default -> 2;
              },
              bars);
      case "ttr.OBV" -> of(new Obv(), 0, bars);
      case "tulip.kvo" -> of(new Klinger(n, m, 9), 0, bars);
      case "talipp.KVO" -> of(new Klinger(n, m, 9, Klinger.Rule.TALIPP), 0, bars);
      case "tulip.marketfi" -> of(new MarketFacilitation(), 0, bars);
      case "tulip.pvi" -> of(new PositiveVolumeIndex(), 0, bars);
      case "tulip.volatility" ->
          of(
              new HistoricalVolatility(
                  n, 252, false, HistoricalVolatility.Center.POPULATION_MEAN, Input.CLOSE),
              0,
              bars);
      case "tulip.vosc" -> of(new VolumeOscillator(n, m), 0, bars);
      case "tulip.wad" -> of(new WilliamsAccumulation(), 0, bars);
      case "talipp.EMV" -> of(new EaseOfMovement(n, 10000), 0, bars);
      case "talipp.RogersSatchell" -> of(new RogersSatchell(n, 1), 0, bars);
      case "talipp.SOBV" -> of(new SmoothedObv(n), 0, bars);
      default ->
          new MathTransform(MathTransform.Function.valueOf(parts[1]), Input.CLOSE)
              .over(normalised(closes));
    };
  }

  private static double[] of(Feature feature, int output, BarSeries bars) {
    return feature.over(bars)[output];
  }

  private static int band(String name) {
    return switch (name) {
      case "Upper" -> 0;
      case "Middle" -> 1;
      default -> 2;
    };
  }

  /** Returns positions in the array of positions that are told in bars ago. */
  private static double[] positions(double[] ago) {
    double[] positions = new double[ago.length];
    for (int t = 0; t < ago.length; t++) {
      positions[t] = t - ago[t];
    }
    return positions;
  }

  private static double[] normalised(double[] closes) {
    double min = Arrays.stream(closes).min().orElseThrow();
    double max = Arrays.stream(closes).max().orElseThrow();
    return Arrays.stream(closes).map(x -> (x - min) / (max - min)).toArray();
  }
}
