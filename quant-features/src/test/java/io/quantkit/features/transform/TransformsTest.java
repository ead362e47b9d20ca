package io.quantkit.features.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Phase;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.kernel.SlidingOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TransformsTest {
  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final Symbol A = Symbol.of("A");

  /** Bars of an hour over some sessions; a closing price of 0 leaves the bar out. */
  private static BarSeries hours(double... closes) {
    List<Bar> bars = new ArrayList<>();
    Session session = XNYS.session(LocalDate.of(2024, 6, 3)).orElseThrow();
    int k = 0;
    while (k < closes.length) {
      for (long start : Timeframe.HOUR_1.starts(session, XNYS)) {
        if (k < closes.length && closes[k] > 0) {
          long end = Timeframe.HOUR_1.endOf(start, XNYS);
          double close = closes[k];
          bars.add(new Bar(start, end, close, close * 1.01, close * 0.99, close, 10));
        }
        k++;
      }
      session = XNYS.nextSession(session.date());
    }
    return BarSeries.copyOf(A, Timeframe.HOUR_1, bars);
  }

  @Test
  void fillsGapsForwardUpToTheLimitAndSaysSo() {
    BarSeries series = hours(10, 11, 0, 0, 0, 12, 13, 14);

    CleanedBars cleaned = BarCleaner.of(new ForwardFill(XNYS, 2, Long.MIN_VALUE)).clean(series);

    assertThat(cleaned.series().toArray(BarField.CLOSE))
        .containsExactly(10, 11, 11, 11, 12, 13, 14);
    assertThat(cleaned.filledColumn()).containsExactly(0, 0, 1, 1, 0, 0, 0);
    assertThat(cleaned.series().volume(2)).isZero();
    assertThat(cleaned.count(BarChange.Kind.FILLED)).isEqualTo(2);
    assertThat(cleaned.causal()).isTrue();
    assertThat(
            BarCleaner.of(new ForwardFill(XNYS, 9, Long.MIN_VALUE)).clean(series).series().size())
        .isEqualTo(8);
    BarSeries thin = hours(10, 11, 12);
    assertThat(
            BarCleaner.of(new ForwardFill(XNYS, 9, thin.knownAt(2) + 2 * Timeframe.HOUR_1.nanos()))
                .clean(thin)
                .filledColumn())
        .containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void interpolatedBarsAreForChartsOnly() {
    BarSeries series = hours(10, 0, 0, 13, 14, 0, 0, 0, 18);

    CleanedBars cleaned = BarCleaner.of(new Interpolation(XNYS, 2)).clean(series);

    assertThat(cleaned.forCharts().toArray(BarField.CLOSE)).containsExactly(10, 11, 12, 13, 14, 18);
    assertThat(cleaned.filled(1)).isTrue();
    assertThat(cleaned.causal()).isFalse();
    assertThatThrownBy(cleaned::series)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bars of A were interpolated and depend on later bars");
  }

  /** Leaves out every seventh bar and puts the others on whole hours. */
  private static BarSeries thin(BarSeries series) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      if (i % 7 != 3) {
        long start = i * Timeframe.HOUR_1.nanos();
        bars.add(Bar.ofClose(start, start + Timeframe.HOUR_1.nanos(), series.close(i)));
      }
    }
    return BarSeries.copyOf(series.symbol(), Timeframe.HOUR_1, bars);
  }

  /** Returns the closes that are known at a time, cleaned from what was known then. */
  private static double[] closesThen(BarSeries series, CleaningStep step, long time) {
    return BarCleaner.of(step)
        .clean(series.knownBy(time))
        .forCharts()
        .knownBy(time)
        .toArray(BarField.CLOSE);
  }

  /** Returns the closes that are known at a time, cleaned from the whole history. */
  private static double[] closesLater(BarSeries series, CleaningStep step, long time) {
    return BarCleaner.of(step).clean(series).forCharts().knownBy(time).toArray(BarField.CLOSE);
  }

  @Test
  void whatIsCleanedLaterIsWhatWasCleanedThen() {
    TradingCalendar calendar = TradingCalendar.alwaysOpen();
    for (int seed = 0; seed < 5; seed++) {
      BarSeries series = thin(SampleBars.walk(120, seed));
      long end = series.knownAt(series.size() - 1);
      for (long time = 0; time <= end; time += Timeframe.HOUR_1.nanos()) {
        for (Outliers.Action action : Outliers.Action.values()) {
          Outliers outliers = Outliers.robust(20, 3, action);
          assertThat(closesThen(series, outliers, time))
              .isEqualTo(closesLater(series, outliers, time));
        }
        assertThat(closesThen(series, new ForwardFill(calendar, 3, time), time))
            .isEqualTo(closesLater(series, new ForwardFill(calendar, 3, end), time));
      }
    }
  }

  @Test
  void interpolationIsCaughtLookingAhead() {
    BarSeries series = thin(SampleBars.walk(120, 1));
    Interpolation step = new Interpolation(TradingCalendar.alwaysOpen(), 2);
    long inTheGap = 4 * Timeframe.HOUR_1.nanos();

    assertThat(closesThen(series, step, inTheGap))
        .isNotEqualTo(closesLater(series, step, inTheGap));
  }

  @Test
  void aBadTickIsTreatedAndAJumpIsNotForgotten() {
    SplittableRandom random = new SplittableRandom(3);
    double[] closes = new double[80];
    double price = 100;
    for (int i = 0; i < closes.length; i++) {
      price *= 1 + 0.001 * (random.nextDouble() - 0.5);
      closes[i] = i == 50 ? price * 3 : i >= 60 ? price * 1.5 : price;
    }
    BarSeries series = hours(closes);

    CleanedBars dropped =
        BarCleaner.of(Outliers.robust(30, 10, Outliers.Action.DROP)).clean(series);
    CleanedBars capped =
        BarCleaner.of(Outliers.deviation(30, 10, Outliers.Action.CAP)).clean(series);
    CleanedBars marked = BarCleaner.of(Outliers.robust(30, 10, Outliers.Action.MARK)).clean(series);

    assertThat(dropped.changes())
        .extracting(BarChange::start)
        .containsExactly(series.start(50), series.start(60));
    assertThat(capped.changes())
        .extracting(BarChange::start)
        .containsExactly(series.start(50), series.start(60));
    assertThat(marked.changes())
        .extracting(BarChange::start)
        .containsExactly(series.start(50), series.start(60));
    assertThat(dropped.changes().get(0).reason()).contains("spreads from the usual");
    assertThat(dropped.series().size()).isEqualTo(78);
    assertThat(capped.series().close(50)).isLessThan(closes[50] / 2);
    assertThat(capped.count(BarChange.Kind.CAPPED)).isEqualTo(2);
    assertThat(marked.series().toArray(BarField.CLOSE)).isEqualTo(closes);
  }

  @Test
  void aBadTickAfterAJumpIsStillFound() {
    SplittableRandom random = new SplittableRandom(4);
    double[] closes = new double[80];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = (i >= 50 ? 150 : 100) * (1 + 0.002 * random.nextDouble()) * (i == 60 ? 1.4 : 1);
    }
    BarSeries series = hours(closes);

    for (Outliers.Spread spread : Outliers.Spread.values()) {
      assertThat(
              BarCleaner.of(new Outliers(30, 8, spread, Outliers.Action.CAP))
                  .clean(series)
                  .changes())
          .extracting(BarChange::start)
          .containsExactly(series.start(50), series.start(60));
    }
  }

  @Test
  void aFilledBarStaysOneWhateverIsDoneToItLater() {
    double[] closes = new double[40];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i == 33 ? 0 : 100 + i % 3;
    }

    CleanedBars cleaned =
        BarCleaner.of(
                new ForwardFill(XNYS, 2, Long.MIN_VALUE),
                new Outliers(5, 1e-9, Outliers.Spread.DEVIATION, Outliers.Action.MARK))
            .clean(hours(closes));

    assertThat(cleaned.count(BarChange.Kind.MARKED)).isPositive();
    assertThat(cleaned.filled(33)).isTrue();
  }

  @Test
  void barsOutsideRegularHoursCanBeLeftOut() {
    Session session = XNYS.session(LocalDate.of(2024, 6, 3)).orElseThrow();
    long hour = Timeframe.HOUR_1.nanos();
    BarSeries series =
        BarSeries.copyOf(
            A,
            Timeframe.HOUR_1,
            List.of(
                Bar.ofClose(session.open() - hour, session.open(), 1),
                Bar.ofClose(session.open(), session.open() + hour, 2)));

    assertThat(Alignment.regularHours(series, XNYS).toArray(BarField.CLOSE)).containsExactly(2);
  }

  @Test
  void scalingsThatCannotBeAreRefused() {
    for (String json :
        List.of(
            "[1]",
            "{'scaling':'Z_SCORE','fittedFrom':0,'fittedTo':1,'columns':[{'name':'x','parameters':['a',null]}]}",
            "{'scaling':'Z_SCORE','fittedFrom':0,'fittedTo':1,'columns':[{'name':'x','parameters':[1,0]}]}",
            "{'scaling':'Z_SCORE','fittedFrom':'a','fittedTo':1,'columns':[{'name':'x','parameters':[1,1]}]}",
            "{'scaling':'Z_SCORE','fittedFrom':2,'fittedTo':1,'columns':[{'name':'x','parameters':[1,1]}]}",
            "{'scaling':'UNIFORM','fittedFrom':0,'fittedTo':1,'columns':[{'name':'x','parameters':[]}]}",
            "{'scaling':'UNIFORM','fittedFrom':0,'fittedTo':1,'columns':[{'name':'x','parameters':[2,1]}]}")) {
      assertThatThrownBy(() -> FittedScaling.parse(json.replace('\'', '"')))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("text must be a fitted scaling");
    }
  }

  @Test
  void columnsWithoutSpreadBeyondRoundingAreShiftedOnly() {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(List.of("x"), Symbols.of("A"));
    for (int t = 0; t < 10; t++) {
      builder.add(t, 0, new double[] {0.1 + t % 2 * 1e-17});
    }

    assertThat(Scaling.Z_SCORE.fit(builder.build()).scale(0, 0.2)).isBetween(0.09, 0.11);
    assertThatThrownBy(
            () ->
                Scaling.MIN_MAX.fit(
                    FeatureMatrix.builder(List.of("x"), Symbols.of("A"))
                        .add(0, 0, new double[] {-1.7e308})
                        .add(1, 0, new double[] {1.7e308})
                        .build()))
        .hasMessageContaining("too widely spread");
  }

  @Test
  void constantPricesHaveNoOutliers() {
    double[] closes = new double[40];
    Arrays.fill(closes, 5);
    closes[35] = 9;

    assertThat(
            BarCleaner.of(Outliers.deviation(10, 5, Outliers.Action.DROP))
                .clean(hours(closes))
                .changes())
        .isEmpty();
  }

  @Test
  void parametersAreChecked() {
    assertThatThrownBy(() -> Outliers.robust(4, 5, Outliers.Action.MARK))
        .hasMessage("window must be at least 5, was 4");
    assertThatThrownBy(() -> Outliers.robust(9, Double.NaN, Outliers.Action.MARK))
        .hasMessage("limit must be positive and finite, was NaN");
    assertThatThrownBy(() -> new ForwardFill(XNYS, 0, 0)).hasMessageContaining("at least 1, was 0");
    assertThatThrownBy(() -> new Interpolation(XNYS, 0)).hasMessageContaining("at least 1, was 0");
    assertThatThrownBy(() -> new RollingMinMax(1)).hasMessageContaining("at least 2, was 1");
    assertThatThrownBy(() -> new RollingRobust(1)).hasMessageContaining("at least 2, was 1");
    assertThatThrownBy(() -> new RollingRank(1)).hasMessageContaining("at least 2, was 1");
    assertThatThrownBy(() -> new ExpandingZScore(1)).hasMessageContaining("at least 2, was 1");
    assertThatThrownBy(() -> new ExpandingMinMax(1)).hasMessageContaining("at least 2, was 1");
  }

  @Test
  void commonTimeLinesHaveEverybodyTrading() {
    Panel gappy = SampleBars.gappyPanel(4, 100, 1);
    List<BarSeries> series = new ArrayList<>();
    gappy.symbols().forEach(symbol -> series.add(gappy.series(symbol)));

    Panel common = Alignment.common(series);

    assertThat(common.rows()).isPositive().isLessThan(gappy.rows());
    for (int row = 0; row < common.rows(); row++) {
      for (int s = 0; s < 4; s++) {
        assertThat(common.trading(row, s)).isTrue();
      }
    }
  }

  @Test
  void otherHoursAreSeenOnceTheyAreKnown() {
    BarSeries leader =
        BarSeries.copyOf(
            A,
            Timeframe.DAY_1,
            List.of(Bar.ofClose(0, 10, 1), Bar.ofClose(10, 20, 2), Bar.ofClose(30, 40, 3)));
    BarSeries other =
        BarSeries.copyOf(
            Symbol.of("B"),
            Timeframe.DAY_1,
            List.of(Bar.ofClose(5, 15, 7), Bar.ofClose(18, 21, 8)));

    AsOfColumn column = Alignment.asOf(leader, other, BarField.CLOSE);

    assertThat(column.value(0)).isNaN();
    assertThat(column.value(1)).isEqualTo(7);
    assertThat(column.value(2)).isEqualTo(8);
    assertThat(column.age(1)).isEqualTo(5);
    assertThat(column.fresh(10)).containsExactly(Double.NaN, 7, Double.NaN);
  }

  @Test
  void barsKnowTheirPlaceInTheDay() {
    BarSeries series = hours(1, 2, 3, 4, 5, 6, 7, 8, 9);

    SessionMarks marks = SessionMarks.of(series, XNYS);

    assertThat(marks.phase(0)).isEqualTo(Phase.REGULAR);
    assertThat(marks.first(0)).isTrue();
    assertThat(marks.last(6)).isTrue();
    assertThat(marks.last(5)).isFalse();
    assertThat(marks.first(7)).isTrue();
    assertThat(marks.position(8)).isEqualTo(1);
    assertThat(marks.tradingDate(7)).isEqualTo(LocalDate.of(2024, 6, 4));
    assertThatThrownBy(() -> SessionMarks.of(SampleBars.walk(5, 1), XNYS))
        .hasMessageContaining("must be intraday");
  }

  @Test
  void scalingAppliesToLaterRowsOnly() {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(List.of("x", "flat"), Symbols.of("A"));
    for (int t = 0; t < 20; t++) {
      builder.add(t, 0, new double[] {t, 3});
    }
    FeatureMatrix all = builder.build();
    FeatureMatrix training = all.slice(0, 10);

    FittedScaling fitted = Scaling.MIN_MAX.fit(training);

    assertThat(fitted.fittedFrom()).isZero();
    assertThat(fitted.fittedTo()).isEqualTo(9);
    assertThat(fitted.apply(all.slice(10, 20)).value(0, 0)).isEqualTo(10 / 9.0);
    assertThat(fitted.apply(all.slice(10, 20)).value(0, 1)).isZero();
    assertThat(fitted.applyToTraining(training).value(9, 0)).isEqualTo(1);
    assertThatThrownBy(() -> fitted.apply(all))
        .hasMessageContaining("row 0 at 1970-01-01T00:00:00Z is not after the rows");
    assertThatThrownBy(() -> fitted.applyToTraining(all))
        .hasMessageContaining("must be among those of the fit");
    assertThatThrownBy(() -> fitted.apply(all.select(List.of("x")).slice(10, 20)))
        .hasMessageContaining("columns must be [x, flat], were [x]");
    assertThatThrownBy(() -> FittedScaling.parse("{}")).hasMessageContaining("fitted scaling");
    assertThatThrownBy(
            () ->
                Scaling.Z_SCORE.fit(
                    FeatureMatrix.builder(List.of("x"), Symbols.of("A"))
                        .add(0, 0, new double[] {Double.NaN})
                        .build()))
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("column x has no number in 1 rows");
  }

  @Test
  void preparedRowsAreCheckedByName() {
    FeatureMatrix matrix =
        FeatureMatrix.builder(List.of("x"), Symbols.of("A", "B"))
            .add(0, 0, new double[] {0.5})
            .add(0, 1, new double[] {0.5})
            .add(1, 1, new double[] {1.5})
            .add(2, 0, new double[] {Double.NaN})
            .build();

    assertThatThrownBy(() -> MatrixChecks.requireFinite(matrix, List.of("x")))
        .isInstanceOf(DataValidationException.class)
        .hasMessage(
            "row 3, A at 1970-01-01T00:00:00.000000002Z: x must be a finite number, was NaN");
    assertThatThrownBy(() -> MatrixChecks.requireWithin(matrix, "x", 0, 1))
        .hasMessageContaining("row 2, B")
        .hasMessageContaining("must be within [0.0, 1.0], was 1.5");
    assertThatThrownBy(() -> MatrixChecks.requireConsistent(matrix))
        .hasMessageContaining("row 3, A")
        .hasMessageContaining("1 are missing");
    MatrixChecks.requireConsistent(matrix.slice(0, 3));
    MatrixChecks.requireFinite(matrix.slice(0, 3), List.of("x"));
  }

  @Property
  void anOrderedWindowAgreesWithSorting(
      @ForAll List<@IntRange(min = -4, max = 4) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 9) int size) {
    SlidingOrder window = new SlidingOrder(size);
    for (int i = 0; i < numbers.size(); i++) {
      boolean full = window.add(numbers.get(i));
      double[] last =
          numbers.subList(Math.max(0, i + 1 - size), i + 1).stream()
              .mapToDouble(Integer::doubleValue)
              .sorted()
              .toArray();
      assertThat(full).isEqualTo(last.length == size);
      double x = numbers.get(i);
      long below = Arrays.stream(last).filter(other -> other < x).count();
      long same = Arrays.stream(last).filter(other -> other == x).count();
      assertThat(window.rank(x)).isEqualTo(below + (same + 1) / 2.0);
      if (full) {
        assertThat(window.quantile(0)).isEqualTo(last[0]);
        assertThat(window.quantile(1)).isEqualTo(last[size - 1]);
        assertThat(window.copy().quantile(0.5))
            .isEqualTo((last[(size - 1) / 2] + last[size / 2]) / 2);
      } else {
        assertThat(window.quantile(0.5)).isNaN();
      }
    }
  }
}
