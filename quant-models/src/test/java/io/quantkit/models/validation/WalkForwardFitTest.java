package io.quantkit.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Labels;
import io.quantkit.models.Model;
import io.quantkit.models.Samples;
import io.quantkit.models.Trainer;
import io.quantkit.models.linear.Ridge;
import io.quantkit.models.tree.XGBoost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkForwardFitTest {
  private static final WalkForward SCHEDULE =
      WalkForward.expanding(Span.ofBars(60), Span.ofBars(20)).withEmbargo(Embargo.ofBars(2));
  private static final Trainer TREES = XGBoost.builder().rounds(15).build();

  @Test
  void predictsEveryTestedRowAndNoOther() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);

    WalkForwardFit fit = WalkForwardFit.run(Ridge.of(1), SCHEDULE, data, 7);

    double[] predictions = fit.predictions();
    assertThat(fit.folds()).hasSize(5);
    for (int r = 0; r < data.rows(); r++) {
      assertThat(Double.isNaN(predictions[r])).isEqualTo(r < 60 * 4);
    }
    assertThat(fit.scores().rows()).isEqualTo(90 * 4);
    assertThat(fit.scores().rankIcTimes()).isEqualTo(90);
    assertThat(fit.scores().rankIc()).isGreaterThan(0.4);
  }

  @Test
  void eachFoldCanBeFittedAgain() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);

    WalkForwardFit fit = WalkForwardFit.run(TREES, SCHEDULE, data, 7);

    for (WalkForwardFit.Fold fold : fit.folds()) {
      Model again = TREES.fit(fold.split().train(), 7);
      assertThat(again.payload()).isEqualTo(fold.model().payload());
      assertThat(fold.scores())
          .isEqualTo(
              Scores.of(
                  fold.split().test(), Samples.predict(again, fold.split().test().features())));
    }
  }

  @Test
  void resultDoesNotDependOnTheThreads() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);
    WalkForwardFit alone = WalkForwardFit.run(TREES, SCHEDULE, data, 7);

    for (int threads : new int[] {1, 2, 4}) {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      List<String> progress = new ArrayList<>();
      try {
        WalkForwardFit fit =
            WalkForwardFit.run(
                TREES,
                SCHEDULE,
                data,
                7,
                (task, done, total) -> progress.add(done + "/" + total),
                executor);

        assertThat(Samples.bits(fit.predictions())).isEqualTo(Samples.bits(alone.predictions()));
        assertThat(fit.scores()).isEqualTo(alone.scores());
        for (int k = 0; k < fit.folds().size(); k++) {
          assertThat(fit.folds().get(k).model().payload())
              .isEqualTo(alone.folds().get(k).model().payload());
        }
        assertThat(progress).containsExactly("1/5", "2/5", "3/5", "4/5", "5/5");
      } finally {
        executor.shutdownNow();
      }
    }
  }

  @Test
  void scheduledPredictionsAreThoseOutOfSample() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);
    WalkForwardFit fit = WalkForwardFit.run(TREES, SCHEDULE, data, 7);

    double[] scheduled = Samples.predict(fit.predictor(), data.features());

    assertThat(Samples.bits(scheduled)).isEqualTo(Samples.bits(fit.predictions()));
  }

  @Test
  void futureCannotChangeAScheduledPrediction() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);
    for (Trainer trainer : List.of(Ridge.of(1), TREES)) {
      double[] before =
          Samples.predict(
              WalkForwardFit.run(trainer, SCHEDULE, data, 7).predictor(), data.features());
      for (int known : new int[] {60, 75, 80, 81, 120}) {
        Dataset changed = withOtherFuture(data, known * Samples.BAR);
        WalkForwardFit fit = WalkForwardFit.run(trainer, SCHEDULE, changed, 7);

        double[] after = Samples.predict(fit.predictor(), changed.features());

        int rows = (known + 1) * 4;
        for (int r = 0; r < rows; r++) {
          assertThat(Double.doubleToRawLongBits(after[r]))
              .isEqualTo(Double.doubleToRawLongBits(before[r]));
        }
        assertThat(after[data.rows() - 1]).isNotEqualTo(before[data.rows() - 1]);
      }
    }
  }

  @Test
  void moreHistoryDoesNotChangeWhatWasPredicted() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);
    int[] firstRows = IntStream.range(0, 110 * 4).toArray();

    double[] all = WalkForwardFit.run(TREES, SCHEDULE, data, 7).predictions();
    double[] some = WalkForwardFit.run(TREES, SCHEDULE, data.pick(firstRows), 7).predictions();

    assertThat(Samples.bits(some)).isEqualTo(Samples.bits(Arrays.copyOf(all, some.length)));
  }

  @Test
  void noiseHasNoSkill() {
    SplittableRandom random = new SplittableRandom(5);
    Dataset data = Samples.panel(400, 10, 5, 3, 1);
    Labels.Builder labels = Labels.builder(data.features().symbols());
    for (int r = 0; r < data.rows(); r++) {
      labels.add(
          data.time(r),
          data.features().symbolIndex(r),
          Samples.normal(random),
          data.intervalStart(r),
          data.intervalEnd(r));
    }
    Dataset noise = Dataset.join(data.features(), labels.build());

    WalkForwardFit fit = WalkForwardFit.run(Ridge.of(1), SCHEDULE, noise, 7);

    double standardError = 1 / Math.sqrt(9.0 * fit.scores().rankIcTimes());
    assertThat(fit.scores().rankIc()).isCloseTo(0, within(2 * standardError));
    assertThat(fit.scores().rSquared()).isLessThan(0.01);
  }

  @Test
  void newestModelWinsWhereTestsOverlap() {
    Dataset data = Samples.panel(100, 3, 4, 1, 1);
    WalkForward overlapping =
        WalkForward.expanding(Span.ofBars(60), Span.ofBars(20)).withStep(Span.ofBars(10));

    WalkForwardFit fit = WalkForwardFit.run(Ridge.of(1), overlapping, data, 7);

    assertThat(Samples.bits(fit.predictions()))
        .isEqualTo(Samples.bits(Samples.predict(fit.predictor(), data.features())));
  }

  @Test
  void failureOfAFoldIsPassedOn() {
    Dataset data = Samples.panel(100, 3, 4, 1, 1);
    Trainer failing =
        (rows, seed) -> {
          throw new TrainingException("broken", "out of luck");
        };
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      assertThatExceptionOfType(TrainingException.class)
          .isThrownBy(
              () ->
                  WalkForwardFit.run(
                      failing, SCHEDULE, data, 7, (task, done, total) -> {}, executor))
          .withMessage("out of luck");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void modelNeverPredictsBeforeItsDataAreKnown() {
    Dataset data = Samples.panel(100, 3, 4, 5, 1);
    Model model = Ridge.of(1).fit(data, 0);
    long known = 104 * Samples.BAR;

    assertThat(ScheduledPredictor.Turn.of(model).from()).isEqualTo(known);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScheduledPredictor.Turn(known - 1, model))
        .withMessageContaining("must not predict");
    ScheduledPredictor predictor =
        ScheduledPredictor.of(List.of(ScheduledPredictor.Turn.of(model)));
    FeatureMatrix rows = Samples.panel(110, 3, 4, 5, 1).features();
    double[] predictions = Samples.predict(predictor, rows);
    for (int r = 0; r < rows.rows(); r++) {
      assertThat(Double.isNaN(predictions[r])).isEqualTo(rows.time(r) < known);
    }
  }

  @Test
  void rowsAtATimePredictAsAllAtOnce() {
    Dataset data = Samples.panel(150, 4, 5, 3, 1);
    ScheduledPredictor predictor = WalkForwardFit.run(TREES, SCHEDULE, data, 7).predictor();
    double[] all = Samples.predict(predictor, data.features());

    for (int t = 0; t < 150; t++) {
      FeatureMatrix now = data.features().slice(t * 4, t * 4 + 4);
      assertThat(Samples.bits(Samples.predict(predictor, now)))
          .isEqualTo(Samples.bits(Arrays.copyOfRange(all, t * 4, t * 4 + 4)));
    }
  }

  @Test
  void twoModelsCannotTakeOverAtOnce() {
    Dataset data = Samples.panel(100, 3, 4, 5, 1);
    ScheduledPredictor.Turn turn = ScheduledPredictor.Turn.of(Ridge.of(1).fit(data, 0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScheduledPredictor.of(List.of(turn, turn)));
    assertThatIllegalArgumentException().isThrownBy(() -> ScheduledPredictor.of(List.of()));
  }

  private static Dataset withOtherFuture(Dataset data, long known) {
    SplittableRandom random = new SplittableRandom(known);
    FeatureMatrix features = data.features();
    FeatureMatrix.Builder rows = FeatureMatrix.builder(features.names(), features.symbols());
    Labels.Builder labels = Labels.builder(features.symbols());
    double[] row = new double[features.columns()];
    for (int r = 0; r < data.rows(); r++) {
      features.copyRow(r, row);
      if (data.time(r) > known) {
        Arrays.setAll(row, c -> Samples.normal(random));
      }
      rows.add(data.time(r), features.symbolIndex(r), row);
      labels.add(
          data.time(r),
          features.symbolIndex(r),
          data.intervalEnd(r) > known ? Samples.normal(random) : data.label(r),
          data.intervalStart(r),
          data.intervalEnd(r));
    }
    return Dataset.join(rows.build(), labels.build());
  }
}
