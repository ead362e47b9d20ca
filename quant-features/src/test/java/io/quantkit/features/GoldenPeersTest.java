package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.indicator.average.Alma;
import io.quantkit.features.indicator.average.DeviationVidya;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Evwma;
import io.quantkit.features.indicator.average.Frama;
import io.quantkit.features.indicator.average.Laguerre;
import io.quantkit.features.indicator.average.RelativeAverage;
import io.quantkit.features.indicator.average.SineWeighted;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.average.SuperSmoother;
import io.quantkit.features.indicator.average.SwissArmyKnife;
import io.quantkit.features.indicator.average.Vidya;
import io.quantkit.features.indicator.momentum.AcceleratorOscillator;
import io.quantkit.features.indicator.momentum.ChandeMomentum;
import io.quantkit.features.indicator.momentum.ConnorsRsi;
import io.quantkit.features.indicator.momentum.DeMarker;
import io.quantkit.features.indicator.momentum.EfficiencyRatio;
import io.quantkit.features.indicator.momentum.ElderRay;
import io.quantkit.features.indicator.momentum.InternalBarStrength;
import io.quantkit.features.indicator.momentum.Kdj;
import io.quantkit.features.indicator.momentum.Kst;
import io.quantkit.features.indicator.momentum.Pmo;
import io.quantkit.features.indicator.momentum.PremierStochastic;
import io.quantkit.features.indicator.momentum.PrettyGood;
import io.quantkit.features.indicator.momentum.PsychologicalLine;
import io.quantkit.features.indicator.momentum.RelativeVigor;
import io.quantkit.features.indicator.momentum.RelativeVolatility;
import io.quantkit.features.indicator.momentum.Rmi;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.RsiGrid;
import io.quantkit.features.indicator.momentum.SchaffTrendCycle;
import io.quantkit.features.indicator.momentum.Smi;
import io.quantkit.features.indicator.pattern.Fractals;
import io.quantkit.features.indicator.price.CandleShape;
import io.quantkit.features.indicator.price.ExtremeDistance;
import io.quantkit.features.indicator.price.Gap;
import io.quantkit.features.indicator.price.HeikinAshi;
import io.quantkit.features.indicator.price.PivotRule;
import io.quantkit.features.indicator.price.Pivots;
import io.quantkit.features.indicator.trend.Alligator;
import io.quantkit.features.indicator.trend.ChandeKrollStop;
import io.quantkit.features.indicator.trend.ChandelierExit;
import io.quantkit.features.indicator.trend.Choppiness;
import io.quantkit.features.indicator.trend.CorrelationTrend;
import io.quantkit.features.indicator.trend.MacdFixed;
import io.quantkit.features.indicator.trend.ParabolicSarExtended;
import io.quantkit.features.indicator.trend.SignalToNoise;
import io.quantkit.features.indicator.trend.SuperTrend;
import io.quantkit.features.indicator.trend.SwingIndex;
import io.quantkit.features.indicator.trend.TrendDetection;
import io.quantkit.features.indicator.trend.TrendDistance;
import io.quantkit.features.indicator.trend.TrendIntensity;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.AtrBands;
import io.quantkit.features.indicator.volatility.AverageRange;
import io.quantkit.features.indicator.volatility.ChaikinVolatility;
import io.quantkit.features.indicator.volatility.EnvelopeBands;
import io.quantkit.features.indicator.volatility.EwmaVolatility;
import io.quantkit.features.indicator.volatility.Keltner;
import io.quantkit.features.indicator.volatility.Kirshenbaum;
import io.quantkit.features.indicator.volatility.SemiDeviation;
import io.quantkit.features.indicator.volatility.Squeeze;
import io.quantkit.features.indicator.volatility.UlcerIndex;
import io.quantkit.features.indicator.volatility.VixFix;
import io.quantkit.features.indicator.volume.AnchoredVwap;
import io.quantkit.features.indicator.volume.ForceIndex;
import io.quantkit.features.indicator.volume.IntradayIntensity;
import io.quantkit.features.indicator.volume.Klinger;
import io.quantkit.features.indicator.volume.NegativeVolumeIndex;
import io.quantkit.features.indicator.volume.NetVolume;
import io.quantkit.features.indicator.volume.PercentageVolumeOscillator;
import io.quantkit.features.indicator.volume.PriceVolumeTrend;
import io.quantkit.features.indicator.volume.TimeSegmentedVolume;
import io.quantkit.features.indicator.volume.TwiggsMoneyFlow;
import io.quantkit.features.indicator.volume.VolumeProfile;
import io.quantkit.features.indicator.volume.VolumeRatio;
import io.quantkit.features.indicator.volume.VolumeWeightedMomentum;
import io.quantkit.features.indicator.volume.VolumeZoneOscillator;
import io.quantkit.features.statistic.ChangePoint;
import io.quantkit.features.statistic.Drawdown;
import io.quantkit.features.statistic.QuadraticRegression;
import io.quantkit.features.statistic.RealizedVariance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the rarer indicators with values that other libraries computed; see the README beside
 * them, which also says why some are compared from a later bar on.
 */
class GoldenPeersTest {

  /** What a column should hold from a bar on, in our scale. */
  private record Expected(Feature feature, int output, int from, double scale, boolean flat) {}

  private static final Map<String, Expected> EXPECTED = new LinkedHashMap<>();

  static {
    averages();
    oscillators();
    swings();
    trends();
    bands();
    volumes();
    prices();
    statistics();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "spx"})
  void indicatorsAgreeWithOtherLibraries(String series) {
    GoldenFile golden = GoldenFile.resource("/golden/peers/" + series + ".csv.gz");
    BarSeries flat = flat(golden.bars());
    assertThat(golden.columns()).hasSizeGreaterThan(100);
    assertThat(golden.columns())
        .allSatisfy(
            column -> {
              assertThat(EXPECTED).containsKey(column);
              Expected expected = EXPECTED.get(column);
              double[] ours =
                  expected.feature()
                      .over(expected.flat() ? flat : golden.bars())[expected.output()];
              for (int t = 0; t < ours.length; t++) {
                ours[t] *= expected.scale();
              }
              GoldenFile.Distance distance = golden.distance(column, expected.from(), ours, 1e-9);
              assertThat(distance.within()).as(distance.toString()).isTrue();
              assertThat(distance.misplaced()).as(distance.toString()).isZero();
              assertThat(distance.compared()).as(distance.toString()).isGreaterThan(70);
              if (expected.from() < 60) {
                assertThat(distance.relative()).as(distance.toString()).isLessThan(1e-8);
              }
            });
  }

  @Test
  void everyExpectationHasAColumn() {
    assertThat(GoldenFile.resource("/golden/peers/aapl2013.csv.gz").columns())
        .as("all but two that remember their beginning for longer than this series")
        .hasSize(EXPECTED.size() - 4);
  }

  private static void averages() {
    expect("ts.ALMA.9x0-85x6.", new Alma(9));
    expect("lci.ALMA.9x0-85x6.", new Alma(9));
    expect("ttr.ALMA.9x0-85x6.", new Alma(9, 0.85, 6, true, Input.CLOSE));
    expect("ttr.WMA.14.sine", new SineWeighted(14));
    expect("scipy.lfilter.0-8.laguerre", new Laguerre(0.8));
    expect("ts.SuperSmoother.10.", new SuperSmoother(10), 0, 40);
    expect("pandas-ta.ssf3.10.", new SuperSmoother(10, 3, Input.CLOSE), 0, 60);
    expect("scipy.lfilter.20x0-1.gauss", knife(SwissArmyKnife.Tool.GAUSS), 0, 19);
    expect("scipy.lfilter.20x0-1.butterworth", knife(SwissArmyKnife.Tool.BUTTERWORTH), 0, 19);
    expect("scipy.lfilter.20x0-1.highpass", knife(SwissArmyKnife.Tool.HIGH_PASS), 0, 19);
    expect("scipy.lfilter.20x0-1.highpass2", knife(SwissArmyKnife.Tool.TWO_POLE_HIGH_PASS), 0, 19);
    expect("scipy.lfilter.20x0-1.bandpass", knife(SwissArmyKnife.Tool.BAND_PASS), 0, 19);
    expect("scipy.lfilter.20x0-1.bandstop", knife(SwissArmyKnife.Tool.BAND_STOP), 0, 19);
    expect("ttr.EVWMA.20.", new Evwma(20));
    expect("ttr.SMA.5.relative", new RelativeAverage(5, Input.CLOSE));
    expectOfCloses("ts.FRAMA.16.", new Frama(16, Input.CLOSE), 0, 50);
    expect("ts.VIDYA.5.", new Vidya(5, 5, Input.CLOSE), 0, 100);
    expect("ix.vidya.2x5x0-2.", new DeviationVidya(2, 5, 0.2), 0, 4);
  }

  private static SwissArmyKnife knife(SwissArmyKnife.Tool tool) {
    return new SwissArmyKnife(tool, 20, 0.1, Input.CLOSE);
  }

  private static void oscillators() {
    expect("ts.KST..", new Kst());
    expect("ti.kst..line", new Kst(), Kst.LINE);
    expect("ti.kst..signal", new Kst(), Kst.SIGNAL);
    expect("ix.smi.13x25x2.", new Smi(13, 2, 25, 9, Seed.FIRST), Smi.INDEX, 37);
    expect("lci.SMI.13x25x2.", new Smi(13, 2, 25, 9), Smi.INDEX, 38);
    expect("lci.SMI.13x25x2.signal", new Smi(13, 2, 25, 9), Smi.SIGNAL);
    Pmo pmo = new Pmo(35, 20, 10, Input.CLOSE, Seed.FIRST);
    expect("ts.PMO.35x20x10.pmo", pmo, Pmo.OSCILLATOR, 230);
    expect("ts.PMO.35x20x10.signal", pmo, Pmo.SIGNAL, 230);
    expect(
        "ts.STC.10x23x50.", new SchaffTrendCycle(10, 23, 50, 3, Input.CLOSE, Seed.FIRST), 0, 120);
    expect("ts.PSO.8x5.", new PremierStochastic(8, 5, Seed.FIRST), 0, 60);
    expect("ts.RMI.20x5.", new Rmi(20, 5, Input.CLOSE));
    expect("ts.ConnorsRSI.3x2x100.", new ConnorsRsi(3, 2, 100));
    expect("ts.ElderRay.13.bullPower", new ElderRay(13, Seed.FIRST), 0);
    expect("ts.ElderRay.13.bearPower", new ElderRay(13, Seed.FIRST), 1);
    expect("lci.KDJ.9x3.k", new Kdj(9, 3), 0, 70);
    expect("lci.KDJ.9x3.d", new Kdj(9, 3), 1, 70);
    expect("lci.KDJ.9x3.j", new Kdj(9, 3), 2, 70);
    expect("ts.RVI.10x14.", new RelativeVolatility(10, 14, Convention.TA_LIB));
    expect("lci.RVI.10x14.", new RelativeVolatility(10, 14, Convention.TRADING_VIEW), 0, 170);
    expect("lci.RSI.14.", new Rsi(14, Input.CLOSE, Convention.TRADING_VIEW));
    expect("oak.ema.14.prettygood", new PrettyGood(14, Seed.FIRST), 0, 130);
    expect("ttr.CMO.14.", new ChandeMomentum(14));
    expect("ts.DeMarker.14.", new DeMarker(14));
    expect("ts.PSL.12.", new PsychologicalLine(12, Input.CLOSE));
    expect("lci.RVGI.10.line", new RelativeVigor(10), 0);
    expect("lci.RVGI.10.signal", new RelativeVigor(10), 1);
    expect("ts.AC.5x34x5.", new AcceleratorOscillator(5, 34, 5));
    expect("ts.IBS..", new InternalBarStrength());
    expect("pandas.rolling.10.efficiency", new EfficiencyRatio(10, Input.CLOSE));
    RsiGrid grid = new RsiGrid(List.of(7, 21, 28), Input.CLOSE);
    expect("tictactec.RSI.7.", grid, 0);
    expect("tictactec.RSI.21.", grid, 1);
    expect("tictactec.RSI.28.", grid, 2);
  }

  private static void swings() {
    expect("ts.SI.3.", new SwingIndex(3), SwingIndex.INDEX);
    expect("ts.ASI.3.", new SwingIndex(3), SwingIndex.TOTAL);
    expect("ts.SwingHigh.2.", new Fractals(2), 0);
    expect("ts.SwingLow.2.", new Fractals(2), 1);
    expect("ts.ChandeKrollStop.10x1x9.shortStop", new ChandeKrollStop(10, 1, 9), 0, 150);
    expect("ts.ChandeKrollStop.10x1x9.longStop", new ChandeKrollStop(10, 1, 9), 1, 150);
    expect("ti.chandelier.22x3.long", new ChandelierExit(22, 3), 0);
    expect("ti.chandelier.22x3.short", new ChandelierExit(22, 3), 1);
    SuperTrend superTrend = new SuperTrend(10, 3, Convention.TRADING_VIEW);
    expect("ts.SuperTrend.10x3.supertrend", superTrend, 0);
    expect("ts.SuperTrend.10x3.trend", superTrend, 1);
    expect("oak.supertrend.10x3.line", superTrend, 0);
    expect(
        "tictactec.SAREXT..",
        new ParabolicSarExtended(
            0,
            0.01,
            new ParabolicSarExtended.Acceleration(0.02, 0.02, 0.2),
            new ParabolicSarExtended.Acceleration(0.03, 0.01, 0.1)));
  }

  private static void trends() {
    expect("lci.WilliamsAlligator..jaw", new Alligator(), 0);
    expect("lci.WilliamsAlligator..teeth", new Alligator(), 1);
    expect("lci.WilliamsAlligator..lips", new Alligator(), 2);
    expect("ts.Gator..upper", new Alligator(), 3);
    expect("ts.Gator..lower", new Alligator(), 4, 20);
    expect("lci.CHOP.14.", new Choppiness(14, Convention.TRADING_VIEW));
    expect("ttr.SNR.14.", new SignalToNoise(14));
    expect("ttr.TDI.20x2.tdi", new TrendDetection(20, 2, Input.CLOSE), 0, 59);
    expect("ttr.TDI.20x2.di", new TrendDetection(20, 2, Input.CLOSE), 1, 39);
    expect("ttr.runSum.60x30.tii", new TrendIntensity(60, 30, Input.CLOSE));
    expect("oak.correlation.20.", new CorrelationTrend(20, Input.CLOSE));
    expect("ta4j.DistanceFromMA.50.", new TrendDistance(50, Input.CLOSE), 0, 49);
    expect("tictactec.MACDFIX.9.line", new MacdFixed(9), MacdFixed.LINE);
    expect("tictactec.MACDFIX.9.signal", new MacdFixed(9), MacdFixed.SIGNAL);
    expect("tictactec.MACDFIX.9.histogram", new MacdFixed(9), MacdFixed.HISTOGRAM);
  }

  private static void bands() {
    expect("lci.UlcerIndex.14.", new UlcerIndex(14, Input.CLOSE));
    expect("lci.ATR.14.", new Atr(14, Convention.TRADING_VIEW));
    Keltner raschke = new Keltner(new Ema(20), 10, 2, Keltner.Range.WILDER);
    expect("ti.keltner.20x10x2.upper", raschke, 0);
    expect("ti.keltner.20x10x2.middle", raschke, 1);
    expect("ti.keltner.20x10x2.lower", raschke, 2);
    Ema first = new Ema(20, Input.CLOSE, Seed.FIRST);
    expect("ix.kc.20x2.upper", new Keltner(first, 20, 2, Keltner.Range.EXPONENTIAL), 0, 170);
    Sma typical = new Sma(20, Input.TYPICAL);
    expect(
        "ttr.SMA.10x1.keltner-bars",
        new Keltner(new Sma(10, Input.TYPICAL), 10, 1, Keltner.Range.BARS));
    expect("ttr.SMA.20x1-5.keltner-simple", new Keltner(typical, 20, 1.5, Keltner.Range.SIMPLE));
    EnvelopeBands envelope = new EnvelopeBands(new Sma(20), 2.5);
    expect("lci.Envelope.20x2-5.upper", envelope, 0);
    expect("lci.Envelope.20x2-5.middle", envelope, 1);
    expect("lci.Envelope.20x2-5.lower", envelope, 2);
    Keltner wilder = new Keltner(first, 20, 1.5, Keltner.Range.WILDER);
    expect("ts.TTM.20x2x20x1-5.isSqueezed", new Squeeze(20, 2, wilder), 0, 38);
    expect("ttr.BBands.20x2x20x1-5.squeeze-ratio", new Squeeze(20), 1);
    expect("lci.ADR.20.", new AverageRange(20));
    expect("ts.CVI.10.", new ChaikinVolatility(10, 10, Seed.FIRST));
    EXPECTED.put(
        "ttr.chaikinVolatility.10.",
        new Expected(new ChaikinVolatility(10, 10, Seed.MEAN), 0, 0, 0.01, false));
    expect("lci.VixFix.22.", new VixFix(22), 0, 22);
    Kirshenbaum kirshenbaum = new Kirshenbaum(20, 20, 1.75, Input.CLOSE);
    expect("r.lm.20x1-75.kirshenbaum", kirshenbaum, 0);
    expect("r.lm.20.sigma", kirshenbaum, 3);
    expect("ttr.ATR.14.upper", new AtrBands(14, 2, Input.CLOSE), 0);
    expect("ttr.ATR.14.lower", new AtrBands(14, 2, Input.CLOSE), 1);
    expect("pandas.ewm.0-94.deviation", new EwmaVolatility(0.94, 1, Input.CLOSE));
    expect("pandas.rolling.20.semideviation", new SemiDeviation(20, 0, Input.CLOSE));
  }

  private static void volumes() {
    expect("lci.PVT..", new PriceVolumeTrend());
    expect("ts.NVI..", new NegativeVolumeIndex(1000));
    expect("ts.ForceIndex.13.", new ForceIndex(13, Seed.FIRST));
    expect("ti.forceindex.13.", new ForceIndex(13));
    expect("ti.forceindex.1.", new ForceIndex(1));
    PercentageVolumeOscillator pvo = new PercentageVolumeOscillator(12, 26, 9, Seed.FIRST);
    expect("ts.PVO.12x26.", pvo, 0);
    expect("its.pvo.12x26x9.signal", pvo, 1, 120);
    expect("ta4j.TSV.18.", new TimeSegmentedVolume(18));
    expect("ts.VWAP..", new AnchoredVwap(0, 2, Input.TYPICAL), 0);
    expect("r.cov-wt..deviation", new AnchoredVwap(0, 2, Input.TYPICAL), 3);
    Klinger klinger = new Klinger(5, 20, 9, Klinger.Rule.TRADING_VIEW);
    expect("lci.Klinger.5x20x9.line", klinger, 0, 300);
    expect("lci.Klinger.5x20x9.signal", klinger, 1, 300);
    expect("ttr.EMA.21.twiggs", new TwiggsMoneyFlow(21));
    expectOfCloses("numpy.histogram.20x24.poc", new VolumeProfile(20, 24), 0, 0);
    expectOfCloses("numpy.histogram.20x24.share", new VolumeProfile(20, 24), 3, 0);
    expect("ttr.EMA.14.vzo", new VolumeZoneOscillator(14));
    expect("ttr.CLV..intensity", new IntradayIntensity());
    expect("ttr.OBV..net", new NetVolume());
    expect("ttr.SMA.20.volumeratio", new VolumeRatio(20));
    expect("ttr.runSum.20.volumemomentum", new VolumeWeightedMomentum(20));
  }

  private static void prices() {
    expect("ti.heikinashi..open", new HeikinAshi(), 0);
    expect("ti.heikinashi..high", new HeikinAshi(), 1);
    expect("ti.heikinashi..low", new HeikinAshi(), 2);
    expect("ti.heikinashi..close", new HeikinAshi(), 3);
    expect("ta4j.candle..body", new CandleShape(), 0);
    expect("ta4j.candle..upper", new CandleShape(), 1);
    expect("ta4j.candle..lower", new CandleShape(), 2);
    expect("ta4j.gap..", new Gap());
    expect("ttr.runMax.120.high", new ExtremeDistance(120), 0);
    expect("ttr.runMin.120.low", new ExtremeDistance(120), 1);
    pivots("Traditional", PivotRule.FLOOR);
    pivots("Fibonacci", PivotRule.FIBONACCI);
    pivots("Woodie", PivotRule.WOODIE);
    pivots("Camarilla", PivotRule.CAMARILLA);
    expect("ta4j.DeMark..p", new Pivots(PivotRule.DEMARK), 0, 1);
    expect("ta4j.DeMark..RESISTANCE", new Pivots(PivotRule.DEMARK), 1, 1);
    expect("ta4j.DeMark..SUPPORT", new Pivots(PivotRule.DEMARK), 2, 1);
  }

  private static void pivots(String name, PivotRule rule) {
    String prefix = "oak.pivot_point_levels." + name + ".";
    expect(prefix + "p", new Pivots(rule), 0);
    for (int level = 1; level <= rule.levels(); level++) {
      expect(prefix + "r" + level, new Pivots(rule), 2 * level - 1);
      expect(prefix + "s" + level, new Pivots(rule), 2 * level);
    }
  }

  private static void statistics() {
    expect("ttr.runMax.60.drawdown", new Drawdown(60, Input.CLOSE));
    QuadraticRegression parabola = new QuadraticRegression(20, Input.CLOSE);
    expect("r.lm.20.value", parabola, 0);
    expect("r.lm.20.slope", parabola, 1);
    expect("r.lm.20.curvature", parabola, 2);
    expect("r.lm.20.r2", parabola, 3);
    ChangePoint change = new ChangePoint(10, 500, 100, 0.01, Input.CLOSE);
    expect("bocpd.online.10x100x0-01.probability", change, ChangePoint.PROBABILITY);
    expect("bocpd.online.10x100x0-01.run", change, ChangePoint.RUN);
    RealizedVariance variance = new RealizedVariance(5, 22, Input.CLOSE);
    expect("pandas.rolling.5x22.day", variance, 0);
    expect("pandas.rolling.5x22.week", variance, 1);
    expect("pandas.rolling.5x22.month", variance, 2);
  }

  private static void expect(String column, Feature feature) {
    expect(column, feature, 0);
  }

  private static void expect(String column, Feature feature, int output) {
    expect(column, feature, output, 0);
  }

  private static void expect(String column, Feature feature, int output, int from) {
    EXPECTED.put(column, new Expected(feature, output, from, 1, false));
  }

  private static void expectOfCloses(String column, Feature feature, int output, int from) {
    EXPECTED.put(column, new Expected(feature, output, from, 1, true));
  }

  /** Bars without a range, of the closes: some libraries know no highs and lows. */
  private static BarSeries flat(BarSeries bars) {
    BarSeries.Builder flat = BarSeries.builder(Symbol.of("FLAT"), Timeframe.DAY_1);
    for (int t = 0; t < bars.size(); t++) {
      double close = bars.close(t);
      flat.add(2L * t, 2L * t + 1, close, close, close, close, bars.volume(t));
    }
    return flat.build();
  }
}
