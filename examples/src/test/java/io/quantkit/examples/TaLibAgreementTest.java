package io.quantkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Dema;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Kama;
import io.quantkit.features.indicator.average.Lsma;
import io.quantkit.features.indicator.average.Mama;
import io.quantkit.features.indicator.average.MidPrice;
import io.quantkit.features.indicator.average.Midpoint;
import io.quantkit.features.indicator.average.RegressionSlope;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.average.T3;
import io.quantkit.features.indicator.average.Tema;
import io.quantkit.features.indicator.average.Trima;
import io.quantkit.features.indicator.average.Wma;
import io.quantkit.features.indicator.cycle.DominantCyclePeriod;
import io.quantkit.features.indicator.cycle.DominantCyclePhase;
import io.quantkit.features.indicator.cycle.InstantaneousTrendline;
import io.quantkit.features.indicator.cycle.Phasor;
import io.quantkit.features.indicator.cycle.SineWave;
import io.quantkit.features.indicator.momentum.Bop;
import io.quantkit.features.indicator.momentum.Cmo;
import io.quantkit.features.indicator.momentum.Mfi;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.Stochastic;
import io.quantkit.features.indicator.momentum.StochasticFast;
import io.quantkit.features.indicator.momentum.Trix;
import io.quantkit.features.indicator.momentum.UltimateOscillator;
import io.quantkit.features.indicator.momentum.WilliamsR;
import io.quantkit.features.indicator.price.RollingExtremes;
import io.quantkit.features.indicator.price.RollingSum;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Adxr;
import io.quantkit.features.indicator.trend.Aroon;
import io.quantkit.features.indicator.trend.Cci;
import io.quantkit.features.indicator.trend.DirectionalMovement;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.trend.MacdExtended;
import io.quantkit.features.indicator.trend.ParabolicSar;
import io.quantkit.features.indicator.trend.PercentageOscillator;
import io.quantkit.features.indicator.trend.PriceOscillator;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.Natr;
import io.quantkit.features.indicator.volatility.ScaledDeviation;
import io.quantkit.features.indicator.volatility.Variance;
import io.quantkit.features.indicator.volume.AccumulationDistribution;
import io.quantkit.features.indicator.volume.ChaikinOscillator;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.statistic.InputBeta;
import io.quantkit.features.statistic.InputCorrelation;
import io.quantkit.features.statistic.LinearRegression;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our indicators give the numbers of TA-Lib for Java 0.4.0, from its first value on, for parameters
 * and series drawn at random: walks, and prices on a coarse tick with many ties.
 *
 * <p>Compared to 1e-9, relative to a number and a tenth; to 1e-7 where sums of squares are
 * involved, of which TA-Lib keeps fewer digits. Parameters of which its Java form fails or differs
 * by a rule are not drawn: MACD with a signal of 1, TRIX of 1, a fast average above the slow one
 * (it exchanges them), NATR of 1 (it gives the true range), correlations and betas of two numbers.
 */
class TaLibAgreementTest {
  private static final int TRIES = 40;
  private static final int BARS = 400;
  private static final double EXACT = 1e-9;
  private static final double SQUARES = 1e-7;

  /** What a function of TA-Lib reads and writes. */
  private static final class Call {
    final Core core = new Core();
    final MInteger begin = new MInteger();
    final MInteger count = new MInteger();
    final double[] o;
    final double[] h;
    final double[] l;
    final double[] c;
    final double[] v;
    final int last;
    final double[][] out;

    Call(BarSeries bars) {
      o = bars.toArray(BarField.OPEN);
      h = bars.toArray(BarField.HIGH);
      l = bars.toArray(BarField.LOW);
      c = bars.toArray(BarField.CLOSE);
      v = bars.toArray(BarField.VOLUME);
      last = bars.size() - 1;
      out = new double[3][bars.size()];
    }
  }

  private interface Reference {
    RetCode compute(Call to, int[] n);
  }

  /**
   * A function of both libraries.
   *
   * @param least the smallest value of each parameter
   * @param ours our recipe for some parameters
   * @param outputs which of our outputs are theirs, in their order
   */
  private record Twin(
      String name,
      double tolerance,
      int[] least,
      Function<int[], Feature> ours,
      int[] outputs,
      Reference theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A function of closes and a period, as most of TA-Lib's. */
  private interface OfCloses {
    RetCode compute(
        Core core,
        int from,
        int to,
        double[] c,
        int n,
        MInteger begin,
        MInteger count,
        double[] out);
  }

  /** A function of highs, lows and a period. */
  private interface OfRanges {
    RetCode compute(
        Core core,
        int from,
        int to,
        double[] h,
        double[] l,
        int n,
        MInteger begin,
        MInteger count,
        double[] out);
  }

  /** A function of highs, lows, closes and a period. */
  private interface OfBars {
    RetCode compute(
        Core core,
        int from,
        int to,
        double[] h,
        double[] l,
        double[] c,
        int n,
        MInteger begin,
        MInteger count,
        double[] out);
  }

  /** A function of closes alone. */
  private interface OfClosesAlone {
    RetCode compute(
        Core core, int from, int to, double[] c, MInteger begin, MInteger count, double[] out);
  }

  /** A function of closes alone with two outputs. */
  private interface PairOfCloses {
    RetCode compute(
        Core core,
        int from,
        int to,
        double[] c,
        MInteger begin,
        MInteger count,
        double[] first,
        double[] second);
  }

  private static Twin twin(
      String name, int[] least, Function<int[], Feature> ours, int[] outputs, Reference theirs) {
    return new Twin(name, EXACT, least, ours, outputs, theirs);
  }

  private static Twin closes(
      String name, int least, Function<Integer, Feature> ours, OfCloses theirs) {
    return closes(name, EXACT, least, ours, theirs);
  }

  private static Twin closes(
      String name, double tolerance, int least, Function<Integer, Feature> ours, OfCloses theirs) {
    Reference call =
        (t, n) -> theirs.compute(t.core, 0, t.last, t.c, n[0], t.begin, t.count, t.out[0]);
    return new Twin(name, tolerance, ints(least), n -> ours.apply(n[0]), ints(0), call);
  }

  private static Twin ranges(
      String name, double tolerance, int least, Function<Integer, Feature> ours, OfRanges theirs) {
    Reference call =
        (t, n) -> theirs.compute(t.core, 0, t.last, t.h, t.l, n[0], t.begin, t.count, t.out[0]);
    return new Twin(name, tolerance, ints(least), n -> ours.apply(n[0]), ints(0), call);
  }

  private static Twin bars(
      String name, int least, Function<Integer, Feature> ours, int output, OfBars theirs) {
    Reference call =
        (t, n) ->
            theirs.compute(t.core, 0, t.last, t.h, t.l, t.c, n[0], t.begin, t.count, t.out[0]);
    return twin(name, ints(least), n -> ours.apply(n[0]), ints(output), call);
  }

  private static Twin closesAlone(String name, Feature ours, OfClosesAlone theirs) {
    Reference call = (t, n) -> theirs.compute(t.core, 0, t.last, t.c, t.begin, t.count, t.out[0]);
    return twin(name, ints(), n -> ours, ints(0), call);
  }

  private static Twin pairOfCloses(String name, Feature ours, PairOfCloses theirs) {
    Reference call =
        (t, n) -> theirs.compute(t.core, 0, t.last, t.c, t.begin, t.count, t.out[0], t.out[1]);
    return twin(name, ints(), n -> ours, ints(0, 1), call);
  }

  private static int[] ints(int... numbers) {
    return numbers;
  }

  static List<Twin> averages() {
    return List.of(
        closes("SMA", 2, Sma::new, Core::sma),
        closes("EMA", 2, Ema::new, Core::ema),
        closes("WMA", 2, Wma::new, Core::wma),
        closes("DEMA", 2, Dema::new, Core::dema),
        closes("TEMA", 2, Tema::new, Core::tema),
        closes(
            "T3",
            2,
            T3::new,
            (core, from, to, c, n, begin, count, out) ->
                core.t3(from, to, c, n, 0.7, begin, count, out)),
        closes("TRIMA", 2, Trima::new, Core::trima),
        closes("KAMA", 2, Kama::new, Core::kama),
        pairOfCloses(
            "MAMA",
            new Mama(),
            (core, from, to, c, begin, count, first, second) ->
                core.mama(from, to, c, 0.5, 0.05, begin, count, first, second)),
        closes("LINEARREG", 2, n -> new Lsma(n, 0, Input.CLOSE), Core::linearReg),
        closes("LINEARREG_SLOPE", 2, RegressionSlope::new, Core::linearRegSlope),
        closes(
            "LINEARREG_INTERCEPT",
            2,
            n -> new Lsma(n, 1 - n, Input.CLOSE),
            Core::linearRegIntercept),
        closes("TSF", 2, n -> new Lsma(n, 1, Input.CLOSE), Core::tsf),
        twin(
            "LINEARREG_ANGLE",
            ints(2),
            n -> new LinearRegression(n[0]),
            ints(3),
            (t, n) -> t.core.linearRegAngle(0, t.last, t.c, n[0], t.begin, t.count, t.out[0])),
        closes("MIDPOINT", 2, Midpoint::new, Core::midPoint),
        ranges("MIDPRICE", EXACT, 2, MidPrice::new, Core::midPrice));
  }

  static List<Twin> momentum() {
    return List.of(
        closes("RSI", 2, Rsi::new, Core::rsi),
        closes("CMO", 2, Cmo::new, Core::cmo),
        closes("ROC", 1, n -> new Roc(n, Roc.Scale.PERCENT), Core::roc),
        closes("ROCP", 1, n -> new Roc(n, Roc.Scale.FRACTION), Core::rocP),
        closes("MOM", 1, n -> new Roc(n, Roc.Scale.DIFFERENCE), Core::mom),
        closes("TRIX", 2, Trix::new, Core::trix),
        bars("WILLR", 2, WilliamsR::new, 0, Core::willR),
        twin(
            "MFI",
            ints(2),
            n -> new Mfi(n[0], 1),
            ints(0),
            (t, n) -> t.core.mfi(0, t.last, t.h, t.l, t.c, t.v, n[0], t.begin, t.count, t.out[0])),
        twin(
            "BOP",
            ints(),
            n -> new Bop(),
            ints(0),
            (t, n) -> t.core.bop(0, t.last, t.o, t.h, t.l, t.c, t.begin, t.count, t.out[0])),
        twin(
            "ULTOSC",
            ints(2, 1, 1),
            n -> new UltimateOscillator(n[0], n[0] + n[1], n[0] + n[1] + n[2]),
            ints(0),
            (t, n) ->
                t.core.ultOsc(
                    0,
                    t.last,
                    t.h,
                    t.l,
                    t.c,
                    n[0],
                    n[0] + n[1],
                    n[0] + n[1] + n[2],
                    t.begin,
                    t.count,
                    t.out[0])),
        stochastic("STOCH", 1, AverageKind.SMA, MAType.Sma),
        stochastic("STOCH of EMA", 2, AverageKind.EMA, MAType.Ema),
        twin(
            "STOCHF",
            ints(1, 1),
            n -> new StochasticFast(n[0], n[1], AverageKind.SMA),
            ints(0, 1),
            (t, n) ->
                t.core.stochF(
                    0,
                    t.last,
                    t.h,
                    t.l,
                    t.c,
                    n[0],
                    n[1],
                    MAType.Sma,
                    t.begin,
                    t.count,
                    t.out[0],
                    t.out[1])));
  }

  private static Twin stochastic(String name, int least, AverageKind kind, MAType type) {
    return twin(
        name,
        ints(1, least, least),
        n -> new Stochastic(n[0], n[1], kind, n[2], kind),
        ints(0, 1),
        (t, n) ->
            t.core.stoch(
                0, t.last, t.h, t.l, t.c, n[0], n[1], type, n[2], type, t.begin, t.count, t.out[0],
                t.out[1]));
  }

  static List<Twin> trend() {
    return List.of(
        twin(
            "MACD",
            ints(2, 3, 2),
            n -> new Macd(n[0], n[0] + n[1], n[2]),
            ints(0, 1, 2),
            (t, n) ->
                t.core.macd(
                    0,
                    t.last,
                    t.c,
                    n[0],
                    n[0] + n[1],
                    n[2],
                    t.begin,
                    t.count,
                    t.out[0],
                    t.out[1],
                    t.out[2])),
        twin(
            "MACDEXT",
            ints(2, 3, 2),
            n ->
                new MacdExtended(
                    n[0], AverageKind.SMA, n[0] + n[1], AverageKind.SMA, n[2], AverageKind.SMA),
            ints(0, 1, 2),
            (t, n) ->
                t.core.macdExt(
                    0,
                    t.last,
                    t.c,
                    n[0],
                    MAType.Sma,
                    n[0] + n[1],
                    MAType.Sma,
                    n[2],
                    MAType.Sma,
                    t.begin,
                    t.count,
                    t.out[0],
                    t.out[1],
                    t.out[2])),
        twin(
            "APO",
            ints(2, 1),
            n -> new PriceOscillator(n[0], n[0] + n[1], AverageKind.EMA),
            ints(0),
            (t, n) ->
                t.core.apo(
                    0, t.last, t.c, n[0], n[0] + n[1], MAType.Ema, t.begin, t.count, t.out[0])),
        twin(
            "PPO",
            ints(2, 1),
            n -> new PercentageOscillator(n[0], n[0] + n[1], AverageKind.SMA),
            ints(0),
            (t, n) ->
                t.core.ppo(
                    0, t.last, t.c, n[0], n[0] + n[1], MAType.Sma, t.begin, t.count, t.out[0])),
        bars("ADX", 2, Adx::new, Adx.ADX, Core::adx),
        bars("PLUS_DI", 2, Adx::new, Adx.PLUS, Core::plusDI),
        bars("MINUS_DI", 2, Adx::new, Adx.MINUS, Core::minusDI),
        bars("DX", 2, Adx::new, Adx.DX, Core::dx),
        bars("ADXR", 2, Adxr::new, 0, Core::adxr),
        bars("CCI", 2, Cci::new, 0, Core::cci),
        ranges("PLUS_DM", EXACT, 1, DirectionalMovement::new, Core::plusDM),
        twin(
            "AROON",
            ints(2),
            n -> new Aroon(n[0]),
            ints(Aroon.DOWN, Aroon.UP),
            (t, n) ->
                t.core.aroon(0, t.last, t.h, t.l, n[0], t.begin, t.count, t.out[0], t.out[1])),
        twin(
            "SAR",
            ints(),
            n -> new ParabolicSar(0.02, 0.2),
            ints(0),
            (t, n) -> t.core.sar(0, t.last, t.h, t.l, 0.02, 0.2, t.begin, t.count, t.out[0])),
        closesAlone("HT_DCPERIOD", new DominantCyclePeriod(Input.CLOSE), Core::htDcPeriod),
        closesAlone("HT_DCPHASE", new DominantCyclePhase(Input.CLOSE), Core::htDcPhase),
        closesAlone("HT_TRENDLINE", new InstantaneousTrendline(Input.CLOSE), Core::htTrendline),
        pairOfCloses("HT_PHASOR", new Phasor(Input.CLOSE), Core::htPhasor),
        pairOfCloses("HT_SINE", new SineWave(Input.CLOSE), Core::htSine));
  }

  static List<Twin> volatilityAndVolume() {
    return List.of(
        bars("ATR", 1, Atr::new, 0, Core::atr),
        bars("NATR", 2, Natr::new, 0, Core::natr),
        new Twin(
            "BBANDS",
            SQUARES,
            ints(3),
            n -> new Bollinger(n[0]),
            ints(0, 1, 2),
            (t, n) ->
                t.core.bbands(
                    0,
                    t.last,
                    t.c,
                    n[0],
                    2,
                    2,
                    MAType.Sma,
                    t.begin,
                    t.count,
                    t.out[0],
                    t.out[1],
                    t.out[2])),
        closes(
            "STDDEV",
            SQUARES,
            3,
            n -> new ScaledDeviation(n, 1, 0, Input.CLOSE),
            (core, from, to, c, n, begin, count, out) ->
                core.stdDev(from, to, c, n, 1, begin, count, out)),
        closes(
            "VAR",
            SQUARES,
            3,
            n -> new Variance(n, 0, Input.CLOSE),
            (core, from, to, c, n, begin, count, out) ->
                core.variance(from, to, c, n, 1, begin, count, out)),
        ranges("BETA", SQUARES, 5, n -> new InputBeta(n, Input.HIGH, Input.LOW), Core::beta),
        ranges(
            "CORREL",
            SQUARES,
            5,
            n -> new InputCorrelation(n, Input.HIGH, Input.LOW),
            Core::correl),
        twin(
            "MINMAX",
            ints(2),
            n -> new RollingExtremes(n[0]),
            ints(0, 1),
            (t, n) -> t.core.minMax(0, t.last, t.c, n[0], t.begin, t.count, t.out[0], t.out[1])),
        closes("SUM", 2, RollingSum::new, Core::sum),
        twin(
            "OBV",
            ints(),
            n -> new Obv(),
            ints(0),
            (t, n) -> t.core.obv(0, t.last, t.c, t.v, t.begin, t.count, t.out[0])),
        twin(
            "AD",
            ints(),
            n -> new AccumulationDistribution(),
            ints(0),
            (t, n) -> t.core.ad(0, t.last, t.h, t.l, t.c, t.v, t.begin, t.count, t.out[0])),
        twin(
            "ADOSC",
            ints(2, 1),
            n -> new ChaikinOscillator(n[0], n[0] + n[1], Seed.FIRST),
            ints(0),
            (t, n) ->
                t.core.adOsc(
                    0, t.last, t.h, t.l, t.c, t.v, n[0], n[0] + n[1], t.begin, t.count, t.out[0])));
  }

  @ParameterizedTest
  @MethodSource({"averages", "momentum", "trend", "volatilityAndVolume"})
  void agreesWithTaLib(Twin twin) {
    for (int seed = 0; seed < TRIES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] n = new int[twin.least().length];
      for (int i = 0; i < n.length; i++) {
        double part = random.nextDouble();
        n[i] = twin.least()[i] + (int) (60 * part * part);
      }
      compare(twin, n, walk(random));
      compare(twin, n, ticks(random));
    }
  }

  private static void compare(Twin twin, int[] n, BarSeries bars) {
    Call call = new Call(bars);
    assertThat(twin.theirs().compute(call, n)).isEqualTo(RetCode.Success);
    int begin = call.begin.value;
    int count = call.count.value;
    assertThat(count).as("values of %s %s", twin, Arrays.toString(n)).isPositive();
    double[][] ours = twin.ours().apply(n).over(bars);
    for (int o = 0; o < twin.outputs().length; o++) {
      double[] theirs = call.out[o];
      for (int i = 0; i < count; i++) {
        double value = ours[twin.outputs()[o]][begin + i];
        double most = twin.tolerance() * (Math.abs(theirs[i]) + 0.1);
        assertThat(Math.abs(value - theirs[i]) <= most)
            .as(
                "%s %s output %d at %d: ours %s, TA-Lib's %s",
                twin, Arrays.toString(n), o, begin + i, value, theirs[i])
            .isTrue();
      }
    }
  }

  private static BarSeries walk(SplittableRandom random) {
    BarSeries.Builder bars = bars();
    double open = 100;
    for (int t = 0; t < BARS; t++) {
      double close = open * (1 + 0.02 * (random.nextDouble() - 0.5));
      double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
      bars.add(2L * t, 2L * t + 1, open, high, low, close, 100 + random.nextInt(1000));
      open = close;
    }
    return bars.build();
  }

  private static BarSeries ticks(SplittableRandom random) {
    BarSeries.Builder bars = bars();
    double open = 400;
    for (int t = 0; t < BARS; t++) {
      double close = open + 0.5 * (random.nextInt(3) - 1);
      double high = Math.max(open, close) + 0.25 * random.nextInt(3);
      double low = Math.min(open, close) - 0.25 * random.nextInt(3);
      bars.add(2L * t, 2L * t + 1, open, high, low, close, 100 + random.nextInt(1000));
      open = close;
    }
    return bars.build();
  }

  private static BarSeries.Builder bars() {
    return BarSeries.builder(Symbol.of("RANDOM"), Timeframe.DAY_1);
  }
}
