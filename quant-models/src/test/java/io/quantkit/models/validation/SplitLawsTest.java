package io.quantkit.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Labels;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitLawsTest {
  private static final long DAY = 86_400_000_000_000L;

  @Property(tries = 300)
  void walkForwardLearnsFromTheKnownPastOnly(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int train,
      @ForAll @IntRange(min = 1, max = 15) int test,
      @ForAll @IntRange(min = 1, max = 20) int step,
      @ForAll @IntRange(min = 0, max = 6) int bars,
      @ForAll boolean rolling) {
    Dataset data = random(seed);
    SplittableRandom random = new SplittableRandom(seed);
    Span.Unit unit = Span.Unit.values()[random.nextInt(2)];
    Embargo embargo = new Embargo(0.01, bars, Duration.ofHours(random.nextInt(72)));
    WalkForward schedule =
        new WalkForward(
            rolling ? WalkForward.Window.ROLLING : WalkForward.Window.EXPANDING,
            new Span(train, unit),
            new Span(test, unit),
            new Span(step, unit),
            embargo);

    List<Split> splits;
    try {
      splits = schedule.split(data);
    } catch (IllegalArgumentException tooShort) {
      assertThat(tooShort).hasMessageContaining("leave nothing");
      return;
    }

    Timeline times = new Timeline(data);
    long lastStart = Long.MIN_VALUE;
    for (Split split : splits) {
      requireNoOverlap(data, split);
      int[] rows = split.testRows();
      assertThat(split.testStart()).isGreaterThan(lastStart);
      lastStart = split.testStart();
      int first = times.indexOf(split.testStart());
      for (int row : split.trainRows()) {
        assertThat(data.intervalEnd(row)).isLessThan(times.time(Math.max(0, first - bars)));
        assertThat(data.intervalEnd(row))
            .isLessThan(split.testStart() - embargo.duration().toNanos());
      }
      assertThat(rows).isEqualTo(range(rows[0], rows[rows.length - 1]));
    }
  }

  @Property(tries = 200)
  void expandingFoldsDropNothingButWhatLeaks(@ForAll long seed) {
    Dataset data = random(seed);
    WalkForward schedule =
        WalkForward.expanding(Span.ofBars(10), Span.ofBars(7)).withEmbargo(Embargo.NONE);

    List<Split> splits;
    try {
      splits = schedule.split(data);
    } catch (IllegalArgumentException tooShort) {
      return;
    }

    for (Split split : splits) {
      long kept = 0;
      for (int r = 0; r < data.rows(); r++) {
        kept += data.intervalEnd(r) < split.testStart() ? 1 : 0;
      }
      assertThat(split.trainRows()).hasSize((int) kept);
    }
  }

  @Property(tries = 200)
  void purgedFoldsTestEveryRowOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 6) int folds,
      @ForAll @IntRange(min = 0, max = 4) int bars) {
    Dataset data = random(seed);
    List<Split> splits;
    try {
      splits = new PurgedKFold(folds, Embargo.ofBars(bars)).split(data);
    } catch (IllegalArgumentException tooShort) {
      return;
    }

    Timeline times = new Timeline(data);
    int[] tested = new int[data.rows()];
    for (Split split : splits) {
      requireNoOverlap(data, split);
      long end = Long.MIN_VALUE;
      for (int row : split.testRows()) {
        tested[row]++;
        end = Math.max(end, data.intervalEnd(row));
      }
      for (int row : split.trainRows()) {
        if (data.time(row) > split.testStart()) {
          assertThat(times.indexOf(data.time(row)) - times.lastAt(end)).isGreaterThan(bars);
        }
      }
    }
    assertThat(tested).containsOnly(1);
  }

  @Property(tries = 500)
  void splitAcceptsExactlyWhatDoesNotOverlap(@ForAll long seed) {
    Dataset data = random(seed);
    SplittableRandom random = new SplittableRandom(seed);
    int size = Math.min(30, data.rows());
    int tests = 1 + random.nextInt(3);
    int[] parts = new int[size];
    for (int k = 0; k < tests; k++) {
      parts[random.nextInt(size)] = 2;
    }
    for (int k = 0; k < 3; k++) {
      int at = random.nextInt(size);
      parts[at] = parts[at] == 2 ? 2 : 1;
    }
    int[] train = where(parts, 1);
    int[] test = where(parts, 2);
    if (train.length == 0) {
      return;
    }

    if (overlap(data, train, test)) {
      assertThatIllegalArgumentException().isThrownBy(() -> Split.of(data, train, test));
    } else {
      assertThat(Split.of(data, train, test).trainRows()).isEqualTo(train);
    }
  }

  private static void requireNoOverlap(Dataset data, Split split) {
    int[] train = split.trainRows();
    int[] test = split.testRows();
    assertThat(overlap(data, train, test)).isFalse();
    assertThat(train[0]).isNotNegative();
    assertThat(train[train.length - 1]).isLessThan(data.rows());
  }

  private static boolean overlap(Dataset data, int[] train, int[] test) {
    for (int a : train) {
      for (int b : test) {
        if (data.time(a) <= data.intervalEnd(b) && data.time(b) <= data.intervalEnd(a)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] range(int fromInclusive, int toInclusive) {
    int[] range = new int[toInclusive - fromInclusive + 1];
    Arrays.setAll(range, k -> fromInclusive + k);
    return range;
  }

  private static int[] where(int[] parts, int part) {
    return IntStream.range(0, parts.length).filter(r -> parts[r] == part).toArray();
  }

  /** Returns rows of up to three symbols at irregular times with labels of random reach. */
  private static Dataset random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Symbols symbols = Symbols.of("A", "B", "C");
    FeatureMatrix.Builder rows = FeatureMatrix.builder(List.of("f0"), symbols);
    Labels.Builder labels = Labels.builder(symbols);
    int times = 20 + random.nextInt(60);
    int reach = 1 + random.nextInt(12);
    long time = random.nextInt(100_000) * DAY + random.nextLong(DAY);
    for (int t = 0; t < times; t++) {
      time += 1 + random.nextLong(2 * DAY);
      for (int s = 0; s < 3; s++) {
        if (s == t % 3 || random.nextBoolean()) {
          long start = time + random.nextLong(DAY);
          rows.add(time, s, new double[] {t});
          labels.add(time, s, t, start, start + random.nextLong(reach * DAY));
        }
      }
    }
    return Dataset.join(rows.build(), labels.build());
  }
}
