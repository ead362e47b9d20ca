package io.quantkit.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Labels;
import io.quantkit.models.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitsTest {

  /** scikit-learn 1.2.1: TimeSeriesSplit(n_splits=5) of 100 rows. */
  @Test
  void expandingWindowsAreThoseOfScikitLearn() {
    WalkForward schedule =
        WalkForward.expanding(Span.ofBars(20), Span.ofBars(16)).withEmbargo(Embargo.NONE);

    assertThat(schedule.split(rows(100, 0)))
        .extracting(SplitsTest::bounds)
        .containsExactly(
            List.of(0, 19, 20, 35),
            List.of(0, 35, 36, 51),
            List.of(0, 51, 52, 67),
            List.of(0, 67, 68, 83),
            List.of(0, 83, 84, 99));
  }

  /** scikit-learn 1.2.1: TimeSeriesSplit(n_splits=4, test_size=10, gap=3) of 100 rows. */
  @Test
  void embargoIsScikitLearnsGap() {
    WalkForward schedule =
        WalkForward.expanding(Span.ofBars(60), Span.ofBars(10)).withEmbargo(Embargo.ofBars(3));

    assertThat(schedule.split(rows(100, 0)))
        .extracting(SplitsTest::bounds)
        .containsExactly(
            List.of(0, 56, 60, 69),
            List.of(0, 66, 70, 79),
            List.of(0, 76, 80, 89),
            List.of(0, 86, 90, 99));
  }

  @Test
  void labelsThatReachIntoTheTestArePurged() {
    WalkForward schedule =
        WalkForward.rolling(Span.ofBars(50), Span.ofBars(25)).withEmbargo(Embargo.ofBars(2));

    assertThat(schedule.split(rows(100, 10)))
        .extracting(SplitsTest::bounds)
        .containsExactly(List.of(0, 37, 50, 74), List.of(25, 62, 75, 99));
  }

  @Test
  void lastTestMayBeShorter() {
    WalkForward schedule =
        WalkForward.rolling(Span.ofBars(50), Span.ofBars(30)).withEmbargo(Embargo.NONE);

    assertThat(schedule.split(rows(90, 0)))
        .extracting(SplitsTest::bounds)
        .containsExactly(List.of(0, 49, 50, 79), List.of(30, 79, 80, 89));
  }

  @Test
  void defaultEmbargoIsOnePerCentOfTheLine() {
    WalkForward schedule = WalkForward.expanding(Span.ofBars(200), Span.ofBars(200));

    assertThat(bounds(schedule.split(rows(390, 0)).get(0))).isEqualTo(List.of(0, 195, 200, 389));
    assertThat(bounds(schedule.withEmbargo(Embargo.DEFAULT.atLeast(12)).split(rows(390, 0)).get(0)))
        .isEqualTo(List.of(0, 187, 200, 389));
  }

  @Test
  void embargoMayBeATime() {
    WalkForward schedule =
        WalkForward.expanding(Span.ofDays(20), Span.ofDays(10))
            .withEmbargo(Embargo.of(Duration.ofDays(4)));

    assertThat(bounds(schedule.split(rows(30, 0)).get(0))).isEqualTo(List.of(0, 15, 20, 29));
  }

  @Test
  void monthsBeginOnTheFirst() {
    Dataset data = monthEnds(LocalDate.of(2019, 11, 30), 30);
    WalkForward schedule =
        WalkForward.rolling(Span.ofMonths(12), Span.ofMonths(3)).withEmbargo(Embargo.NONE);

    List<Split> splits = schedule.split(data);

    assertThat(splits).hasSize(6);
    assertThat(splits).extracting(split -> split.testRows().length).containsOnly(3);
    assertThat(bounds(splits.get(0))).isEqualTo(List.of(0, 10, 12, 14));
    assertThat(bounds(splits.get(5))).isEqualTo(List.of(15, 25, 27, 29));
  }

  @Test
  void presetsFollowTheirLayouts() {
    Dataset daily = rows(5 * 365, 0);

    List<Split> monthly = WalkForward.MONTHLY.withEmbargo(Embargo.NONE).split(daily);
    assertThat(bounds(monthly.get(0)))
        .isEqualTo(List.of(0, days(1971, 3, 1) - 1, days(1971, 3, 1), days(1971, 4, 1) - 1));
    assertThat(bounds(monthly.get(1)))
        .isEqualTo(
            List.of(
                days(1970, 2, 1), days(1971, 4, 1) - 1, days(1971, 4, 1), days(1971, 5, 1) - 1));

    List<Split> quarterly = WalkForward.QUARTERLY.withEmbargo(Embargo.ofBars(5)).split(daily);
    assertThat(quarterly).hasSize(16);
    assertThat(bounds(quarterly.get(1)))
        .isEqualTo(
            List.of(
                days(1970, 4, 1), days(1971, 4, 1) - 6, days(1971, 4, 1), days(1971, 7, 1) - 1));
    assertThat(bounds(WalkForward.QUARTERLY.anchored().split(daily).get(3)).get(0)).isZero();

    List<Split> weekly = WalkForward.WEEKLY.withEmbargo(Embargo.NONE).split(rows(400, 0));
    assertThat(bounds(weekly.get(2))).isEqualTo(List.of(10, 324, 325, 329));
  }

  @Test
  void tooLittleHistoryIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WalkForward.expanding(Span.ofBars(50), Span.ofBars(5)).split(rows(50, 0)))
        .withMessageContaining("50 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WalkForward.expanding(Span.ofBars(50), Span.ofBars(5)).split(rows(60, 60)));
  }

  @Test
  void unitsAreNotMixed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WalkForward.expanding(Span.ofMonths(5), Span.ofBars(5)))
        .withMessageContaining("same unit");
  }

  /** The rows kept are those of the definition in de Prado (2018), 7.4.1-2. */
  @Test
  void purgedFoldsFollowTheirDefinition() {
    List<Split> splits = new PurgedKFold(5, Embargo.ofBars(5)).split(rows(250, 10));

    assertThat(splits)
        .extracting(split -> split.trainRows().length)
        .containsExactly(185, 175, 175, 175, 190);
    assertThat(splits.get(1).trainRows())
        .containsExactly(
            IntStream.concat(IntStream.rangeClosed(0, 39), IntStream.range(115, 250)).toArray());
    assertThat(new PurgedKFold(5, Embargo.NONE).split(rows(100, 0)))
        .extracting(split -> split.trainRows().length)
        .containsOnly(80);
  }

  @Test
  void splitThatLeaksCannotBeBuilt() {
    Dataset data = rows(20, 3);

    assertThat(Split.of(data, new int[] {0, 1, 14}, new int[] {5, 6, 10}).trainRows()).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(data, new int[] {0, 2}, new int[] {5, 6}))
        .withMessageContaining("train row 2")
        .withMessageContaining("test row 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(data, new int[] {9, 15}, new int[] {5, 6}))
        .withMessageContaining("train row 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(data, new int[] {5}, new int[] {5}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(data, new int[] {3, 1}, new int[] {15}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(data, new int[] {1}, new int[] {20}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(data, new int[0], new int[] {2}));
  }

  @Test
  void labelKnownWithTheFirstTestedRowLeaks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(rows(20, 1), new int[] {4}, new int[] {5}));
  }

  @Test
  void callersArraysAreNotKept() {
    int[] train = {0, 1};
    Split split = Split.of(rows(20, 0), train, new int[] {10});
    train[0] = 10;
    split.testRows()[0] = 0;

    assertThat(bounds(split)).isEqualTo(List.of(0, 1, 10, 10));
  }

  private static int days(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }

  private static List<Integer> bounds(Split split) {
    int[] train = split.trainRows();
    int[] test = split.testRows();
    assertThat(train).hasSize(train[train.length - 1] - train[0] + 1);
    assertThat(test).hasSize(test[test.length - 1] - test[0] + 1);
    return List.of(train[0], train[train.length - 1], test[0], test[test.length - 1]);
  }

  private static Dataset rows(int rows, int horizon) {
    return Samples.panel(rows, 1, 1, horizon, 1);
  }

  private static Dataset monthEnds(LocalDate first, int months) {
    Symbols one = Symbols.of("X");
    FeatureMatrix.Builder rows = FeatureMatrix.builder(List.of("f0"), one);
    Labels.Builder labels = Labels.builder(one);
    for (int m = 0; m < months; m++) {
      long time = monthEnd(first, m);
      rows.add(time, 0, new double[] {m});
      labels.add(time, 0, m, time, monthEnd(first, m + 1));
    }
    return Dataset.join(rows.build(), labels.build());
  }

  private static long monthEnd(LocalDate first, int months) {
    return first.withDayOfMonth(1).plusMonths(months + 1L).minusDays(1).toEpochDay() * Samples.BAR
        + Samples.BAR / 2;
  }
}
