package io.quantkit.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.GoldenFile;
import io.quantkit.features.check.LookAheadCheck;
import io.quantkit.features.check.ParityCheck;
import io.quantkit.features.check.SampleBars;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartPatternTest {
  private static final long DAY = 86_400_000_000_000L;
  private static final double MIRROR = 230;

  /**
   * A shape drawn by straight lines, and what is to be found.
   *
   * @param points bar and price in turn
   */
  record Drawing(
      Shape shape,
      List<Double> points,
      int bar,
      int signal,
      int delay,
      double height,
      double target) {
    @Override
    public String toString() {
      return shape.label();
    }

    BarSeries bars() {
      double[] prices = new double[points.get(points.size() - 2).intValue() + 1];
      for (int i = 0; i + 3 < points.size(); i += 2) {
        int from = points.get(i).intValue();
        int to = points.get(i + 2).intValue();
        double start = points.get(i + 1);
        double end = points.get(i + 3);
        for (int t = from; t <= to; t++) {
          prices[t] = t == to ? end : start + (end - start) * (t - from) / (to - from);
        }
      }
      return flat(prices);
    }
  }

  static List<Drawing> drawings() {
    return List.of(
        new Drawing(
            Shape.DOUBLE_TOP,
            List.of(0., 100., 10., 120., 20., 110., 30., 120.5, 50., 100.),
            41,
            -1,
            11,
            10.25,
            99.75),
        new Drawing(
            Shape.TRIPLE_TOP,
            List.of(0., 95., 10., 120., 20., 110., 30., 121., 40., 109., 50., 120., 70., 100.),
            62,
            -1,
            12,
            361 / 3.0 - 109,
            218 - 361 / 3.0),
        new Drawing(
            Shape.HEAD_AND_SHOULDERS,
            List.of(0., 90., 10., 110., 20., 100., 30., 120., 40., 102., 50., 111., 80., 81.),
            58,
            -1,
            8,
            19,
            84.8),
        new Drawing(
            Shape.ASCENDING_TRIANGLE,
            List.of(0., 90., 10., 110., 20., 95., 30., 110.5, 40., 102., 60., 122.),
            49,
            1,
            9,
            15.5,
            126),
        new Drawing(
            Shape.SYMMETRICAL_TRIANGLE,
            List.of(0., 98., 10., 115., 20., 100., 30., 110., 40., 103., 60., 123.),
            44,
            1,
            4,
            15,
            121.5),
        new Drawing(
            Shape.RISING_WEDGE,
            List.of(0., 80., 10., 110., 20., 102., 30., 113., 40., 107.5, 50., 116., 80., 86.),
            55,
            -1,
            5,
            10.75,
            100.875),
        new Drawing(
            Shape.FLAG,
            List.of(0., 105., 5., 100., 15., 130., 20., 124., 25., 128., 30., 122.5, 45., 137.5),
            34,
            1,
            9,
            30,
            156.2));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void aDrawnShapeIsFoundAtTheBarThatBreaksItsLine(Drawing drawing) {
    double[][] out = pattern(drawing.shape()).over(drawing.bars());
    expect(out, drawing, 1);
    assertThat(out[ChartPattern.TARGET][drawing.bar()]).isCloseTo(drawing.target(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void itsMirrorImageIsTheMirroredPattern(Drawing drawing) {
    double[][] out = pattern(mirror(drawing.shape())).over(mirrored(drawing.bars(), MIRROR));
    expect(out, drawing, -1);
    assertThat(out[ChartPattern.TARGET][drawing.bar()])
        .isCloseTo(MIRROR - drawing.target(), within(1e-9));
  }

  private static void expect(double[][] out, Drawing drawing, int side) {
    for (int t = 0; t < out[0].length; t++) {
      double signal = t == drawing.bar() ? side * drawing.signal() : 0;
      assertThat(out[ChartPattern.SIGNAL][t]).as("bar %s", t).isEqualTo(signal);
    }
    assertThat(out[ChartPattern.DELAY][drawing.bar()]).isEqualTo(drawing.delay());
    assertThat(out[ChartPattern.HEIGHT][drawing.bar()]).isCloseTo(drawing.height(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void aShapeWhoseLineHoldsIsNotTold(Drawing drawing) {
    BarSeries unbroken = drawing.bars().slice(0, drawing.bar());
    for (double signal : pattern(drawing.shape()).over(unbroken)[ChartPattern.SIGNAL]) {
      assertThat(signal).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void nothingIsFoundInNoiseSmallerThanASwing(Shape shape) {
    SplittableRandom random = new SplittableRandom(5);
    double[] prices = new double[3000];
    for (int t = 0; t < prices.length; t++) {
      prices[t] = 100 + random.nextDouble();
    }
    double[][] out = pattern(shape).over(flat(prices));
    for (int t = 0; t < prices.length; t++) {
      assertThat(out[ChartPattern.SIGNAL][t]).isZero();
      assertThat(out[ChartPattern.DELAY][t]).isZero();
      assertThat(out[ChartPattern.HEIGHT][t]).isZero();
      assertThat(out[ChartPattern.TARGET][t]).isEqualTo(prices[t]);
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void mirroredPricesHaveMirroredPatterns(Shape shape) {
    ChartPattern here = ChartPattern.of(shape, Swings.atr(2, 10));
    ChartPattern there = ChartPattern.of(mirror(shape), Swings.atr(2, 10));
    int found = 0;
    for (int seed = 0; seed < 8; seed++) {
      BarSeries bars = SampleBars.walk(1500, seed);
      double[][] out = here.over(bars);
      double[][] mirrored = there.over(mirrored(bars, 2000));
      for (int t = 0; t < bars.size(); t++) {
        assertThat(mirrored[ChartPattern.SIGNAL][t] + out[ChartPattern.SIGNAL][t])
            .isIn(0.0, Double.NaN);
        assertThat(mirrored[ChartPattern.DELAY][t])
            .isEqualTo(Double.valueOf(out[ChartPattern.DELAY][t]));
        found += out[ChartPattern.SIGNAL][t] != 0 && t >= 10 ? 1 : 0;
      }
    }
    assertThat(found).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void patternsDoNotChangeWithTheScaleOfPrices(Shape shape) {
    BarSeries bars = SampleBars.walk(1500, 4);
    double[][] out = pattern(shape).over(bars);
    for (double scale : new double[] {1e-6, 1000, 1e9}) {
      double[][] scaled = pattern(shape).over(scaled(bars, scale));
      assertThat(scaled[ChartPattern.SIGNAL]).isEqualTo(out[ChartPattern.SIGNAL]);
      assertThat(scaled[ChartPattern.DELAY]).isEqualTo(out[ChartPattern.DELAY]);
      for (int t = 0; t < bars.size(); t++) {
        double height = scale * out[ChartPattern.HEIGHT][t];
        assertThat(scaled[ChartPattern.HEIGHT][t]).isCloseTo(height, within(1e-9 * height));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void patternsOfAverageRangesObeyTheLaws(Shape shape) {
    ChartPattern pattern = ChartPattern.of(shape, Swings.atr(1.5, 5));
    for (int seed = 0; seed < 3; seed++) {
      new LookAheadCheck(seed).check(pattern, SampleBars.walk(300, seed)).assertClean();
      new ParityCheck(seed).check(pattern, SampleBars.walk(300, seed)).assertClean();
      new ParityCheck(seed).check(pattern, SampleBars.hostile(300, seed)).assertClean();
    }
    double[] signal = pattern.over(SampleBars.walk(50, 1))[ChartPattern.SIGNAL];
    assertThat(signal[4]).isNaN();
    assertThat(signal[5]).isNotNaN();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everySignalInRealPricesIsACloseBeyondTheLine(Shape shape) {
    for (String file : List.of("aapl2013", "spx")) {
      BarSeries bars = GoldenFile.resource("/golden/indicators/" + file + ".csv.gz").bars();
      double[][] out = ChartPattern.of(shape, Swings.percent(0.03)).over(bars);
      for (int t = 0; t < bars.size(); t++) {
        double signal = out[ChartPattern.SIGNAL][t];
        double line = out[ChartPattern.TARGET][t] - signal * out[ChartPattern.HEIGHT][t];
        assertThat(signal * (bars.close(t) - line)).isGreaterThanOrEqualTo(0);
        if (signal != 0) {
          assertThat(out[ChartPattern.DELAY][t]).isBetween(1.0, 250.0);
          assertThat(out[ChartPattern.HEIGHT][t]).isPositive();
        }
      }
    }
  }

  /**
   * The tops of 2007: 1555.90 on 16 July and 1576.09 on 11 October, between them 1370.60 on 16
   * August; the first close below that was on 17 January 2008, bar 262.
   */
  @Test
  void theDoubleTopOf2007InTheSp500IsToldInJanuary2008() {
    BarSeries bars = GoldenFile.resource("/golden/indicators/spx.csv.gz").bars();
    double[][] out = ChartPattern.of(Shape.DOUBLE_TOP, Swings.percent(0.08)).over(bars);
    for (int t = 0; t < bars.size(); t++) {
      assertThat(out[ChartPattern.SIGNAL][t]).as("bar %s", t).isEqualTo(t == 262 ? -1 : 0);
    }
    double height = (1555.900024 + 1576.089966) / 2 - 1370.599976;
    assertThat(bars.close(262)).isEqualTo(1333.25);
    assertThat(bars.high(262 - (int) out[ChartPattern.DELAY][262])).isEqualTo(1576.089966);
    assertThat(out[ChartPattern.HEIGHT][262]).isCloseTo(height, within(1e-9));
    assertThat(out[ChartPattern.TARGET][262]).isCloseTo(1370.599976 - height, within(1e-9));
  }

  @Test
  void aPatternThatTakesTooLongIsDropped() {
    Drawing top = drawings().get(0);
    Geometry exact = new Geometry(0.2, 0.15, 0.5, 41);
    Geometry tooShort = new Geometry(0.2, 0.15, 0.5, 40);
    Swings swings = Swings.percent(0.02);
    double[][] found = new ChartPattern(top.shape(), swings, exact).over(top.bars());
    double[][] dropped = new ChartPattern(top.shape(), swings, tooShort).over(top.bars());
    assertThat(found[ChartPattern.SIGNAL][41]).isEqualTo(-1);
    assertThat(dropped[ChartPattern.SIGNAL]).containsOnly(0.0);
  }

  @Test
  void topsThatDifferTooMuchAreNoDoubleTop() {
    Drawing top = drawings().get(0);
    Geometry strict = new Geometry(0.04, 0.15, 0.5, 250);
    double[][] out = new ChartPattern(top.shape(), Swings.percent(0.02), strict).over(top.bars());
    assertThat(out[ChartPattern.SIGNAL]).containsOnly(0.0);
  }

  @Test
  void aCloseAboveBothTopsMakesThemVoid() {
    Drawing failed =
        new Drawing(
            Shape.DOUBLE_TOP,
            List.of(0., 100., 10., 120., 20., 110., 30., 120., 33., 114., 45., 126., 70., 101.),
            0,
            0,
            0,
            0,
            0);
    double[][] out = pattern(Shape.DOUBLE_TOP).over(failed.bars());
    assertThat(out[ChartPattern.SIGNAL]).containsOnly(0.0);
  }

  @Test
  void aMissingBarStartsAgain() {
    Drawing top = drawings().get(0);
    FeatureKernel kernel = pattern(top.shape()).start();
    BarSeries bars = top.bars();
    for (int t = 0; t < bars.size(); t++) {
      double x = t == 25 ? Double.NaN : bars.close(t);
      kernel.update(bars.knownAt(t), x, x, x, x, 1);
      if (t == 25) {
        assertThat(kernel.value(ChartPattern.SIGNAL)).isNaN();
        assertThat(kernel.value(ChartPattern.TARGET)).isNaN();
      } else {
        assertThat(kernel.value(ChartPattern.SIGNAL)).isZero();
      }
    }
  }

  @Test
  void wrongParametersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Geometry(0, 0.1, 0.5, 100))
        .withMessage("level must be within (0, 1), was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Geometry(0.1, Double.NaN, 0.5, 100))
        .withMessage("slope must be within (0, 1), was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Geometry(0.1, 0.1, 1, 100))
        .withMessage("retrace must be within (0, 1), was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Geometry(0.1, 0.1, 0.5, 1))
        .withMessage("longest must be at least 2, was 1");
  }

  private static ChartPattern pattern(Shape shape) {
    return ChartPattern.of(shape, Swings.percent(0.02));
  }

  private static Shape mirror(Shape shape) {
    return switch (shape) {
      case DOUBLE_TOP -> Shape.DOUBLE_BOTTOM;
      case DOUBLE_BOTTOM -> Shape.DOUBLE_TOP;
      case TRIPLE_TOP -> Shape.TRIPLE_BOTTOM;
      case TRIPLE_BOTTOM -> Shape.TRIPLE_TOP;
      case HEAD_AND_SHOULDERS -> Shape.INVERSE_HEAD_AND_SHOULDERS;
      case INVERSE_HEAD_AND_SHOULDERS -> Shape.HEAD_AND_SHOULDERS;
      case ASCENDING_TRIANGLE -> Shape.DESCENDING_TRIANGLE;
      case DESCENDING_TRIANGLE -> Shape.ASCENDING_TRIANGLE;
      case RISING_WEDGE -> Shape.FALLING_WEDGE;
      case FALLING_WEDGE -> Shape.RISING_WEDGE;
      case SYMMETRICAL_TRIANGLE, FLAG -> shape;
    };
  }

  static BarSeries flat(double[] prices) {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("DRAWN"), Timeframe.DAY_1);
    for (int t = 0; t < prices.length; t++) {
      double x = prices[t];
      builder.add(t * DAY, (t + 1) * DAY, x, x, x, x, 1);
    }
    return builder.build();
  }

  private static BarSeries mirrored(BarSeries bars, double about) {
    BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      builder.add(
          bars.start(t),
          bars.knownAt(t),
          about - bars.open(t),
          about - bars.low(t),
          about - bars.high(t),
          about - bars.close(t),
          bars.volume(t));
    }
    return builder.build();
  }

  private static BarSeries scaled(BarSeries bars, double by) {
    BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      builder.add(
          bars.start(t),
          bars.knownAt(t),
          by * bars.open(t),
          by * bars.high(t),
          by * bars.low(t),
          by * bars.close(t),
          bars.volume(t));
    }
    return builder.build();
  }
}
