package io.quantkit.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void averagesTheRankCorrelationsOfTimes() {
    Dataset data = data(new double[][] {{1, 2, 3, 4}, {1, 2, 3, 4}, {4, 3, 1, 2}});

    Scores scores = Scores.of(data, new double[] {10, 20, 30, 40, 4, 3, 2, 1, 5, Double.NaN, 1, 2});

    assertThat(scores.rankIcTimes()).isEqualTo(3);
    assertThat(scores.rankIc()).isCloseTo((1.0 - 1.0 + 1.0) / 3, within(1e-15));
    assertThat(scores.rows()).isEqualTo(11);
  }

  @Test
  void timesWithoutOrderDoNotCount() {
    Dataset data = data(new double[][] {{1, 2, 3, 4}, {7, 7, 7, 7}, {1, 2, 3, 4}});
    double nan = Double.NaN;

    Scores scores = Scores.of(data, new double[] {5, 5, 5, 5, 1, 2, 3, 4, 1, 2, nan, nan});

    assertThat(scores.rankIcTimes()).isZero();
    assertThat(scores.rankIc()).isNaN();
  }

  @Test
  void measuresErrorsByWeight() {
    Dataset data = data(new double[][] {{1, 3, 5, 9}}).withWeights(new double[] {1, 1, 2, 0});

    Scores scores = Scores.of(data, new double[] {2, 3, 4, 100});

    assertThat(scores.meanSquaredError()).isCloseTo(3.0 / 4, within(1e-15));
    assertThat(scores.rSquared()).isCloseTo(1 - 3.0 / 11, within(1e-15));
  }

  @Test
  void noPredictionsHaveNoScores() {
    double nan = Double.NaN;

    Scores scores =
        Scores.of(data(new double[][] {{1, 3, 5, 9}}), new double[] {nan, nan, nan, nan});

    assertThat(scores.rows()).isZero();
    assertThat(scores.rankIc()).isNaN();
    assertThat(scores.meanSquaredError()).isNaN();
    assertThat(scores.rSquared()).isNaN();
  }

  @Test
  void needsAPredictionPerRow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scores.of(data(new double[][] {{1, 3, 5, 9}}), new double[3]));
  }

  private static Dataset data(double[][] values) {
    Symbols symbols = Symbols.of("A", "B", "C", "D");
    FeatureMatrix.Builder rows = FeatureMatrix.builder(List.of("f0"), symbols);
    Labels.Builder labels = Labels.builder(symbols);
    for (int t = 0; t < values.length; t++) {
      for (int s = 0; s < 4; s++) {
        rows.add(t, s, new double[] {0});
        labels.add(t, s, values[t][s], t, t);
      }
    }
    return Dataset.join(rows.build(), labels.build());
  }
}
