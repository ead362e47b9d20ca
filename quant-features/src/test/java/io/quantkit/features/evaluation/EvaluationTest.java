package io.quantkit.features.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Symbols SYMBOLS = Symbols.of("A", "B", "C", "D");

  /** Two periods of four symbols: scores, then labels. */
  private static final Dataset DATASET =
      dataset(
          new double[][] {{1, 2, 3, 10}, {4, 3, 2, 1}},
          new double[][] {{0.1, 0.2, 0.3, 0.4}, {0.1, 0.2, 0.4, 0.3}});

  @Test
  void orderAndSizeAreMeasuredByPeriod() {
    InformationCoefficient ic = InformationCoefficient.of(DATASET, "score");
    assertThat(ic.periods()).isEqualTo(2);
    assertThat(ic.count(0)).isEqualTo(4);
    assertThat(ic.rank(0)).isCloseTo(1, within(1e-15));
    assertThat(ic.rank(1)).isCloseTo(-0.8, within(1e-15));
    assertThat(ic.linear(0)).isCloseTo(0.8854377448, within(1e-9));
    IcSummary summary = ic.rank();
    assertThat(summary.mean()).isCloseTo(0.1, within(1e-15));
    assertThat(summary.deviation()).isCloseTo(1.8 / Math.sqrt(2), within(1e-14));
    assertThat(summary.tStatistic()).isCloseTo(0.1 / 1.8 * 2, within(1e-14));
    assertThat(summary.hitRate()).isEqualTo(0.5);
    assertThat(summary.annualRatio(12)).isCloseTo(summary.ratio() * Math.sqrt(12), within(1e-15));
  }

  @Test
  void periodsWithoutAnswerAreLeftOut() {
    double none = Double.NaN;
    Dataset dataset =
        dataset(
            new double[][] {{1, none, none, none}, {1, 1, 1, 1}, {1, 2, none, 3}},
            new double[][] {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}});
    InformationCoefficient ic = InformationCoefficient.of(dataset, "score");
    assertThat(ic.rank(0)).isNaN();
    assertThat(ic.rank(1)).isNaN();
    assertThat(ic.rank().periods()).isEqualTo(1);
    assertThat(ic.rank().mean()).isCloseTo(1, within(1e-15));
    assertThat(ic.count(2)).isEqualTo(3);
  }

  @Test
  void quantilesAverageTheirMembersLabels() {
    QuantileReturns halves = QuantileReturns.of(DATASET, "score", 2);
    assertThat(halves.mean(0, 0)).isCloseTo(0.15, within(1e-15));
    assertThat(halves.mean(0, 1)).isCloseTo(0.35, within(1e-15));
    assertThat(halves.spread(0)).isCloseTo(0.2, within(1e-15));
    assertThat(halves.spread(1)).isCloseTo(-0.2, within(1e-15));
    assertThat(halves.spread()).isCloseTo(0, within(1e-15));
    assertThat(halves.mean(1)).isCloseTo((0.35 + 0.15) / 2, within(1e-15));
    assertThat(halves.turnover(0, 1)).isNaN();
    assertThat(halves.turnover(1, 1)).isEqualTo(1);
    assertThat(halves.turnover(0)).isEqualTo(1);
  }

  @Test
  void equalScoresShareAQuantile() {
    Dataset dataset = dataset(new double[][] {{1, 1, 1, 2}}, new double[][] {{0.1, 0.2, 0.3, 0.4}});
    QuantileReturns halves = QuantileReturns.of(dataset, "score", 2);
    assertThat(halves.mean(0, 0)).isCloseTo(0.2, within(1e-15));
    assertThat(halves.mean(0, 1)).isCloseTo(0.4, within(1e-15));
    QuantileReturns flat =
        QuantileReturns.of(
            dataset(new double[][] {{1, 1, 1, 1}}, new double[][] {{1, 2, 3, 4}}), "score", 2);
    assertThat(flat.mean(0, 1)).isNaN();
    assertThat(flat.spread(0)).isNaN();
  }

  @Test
  void scoresMustMatchTheRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InformationCoefficient.of(DATASET, new double[3]))
        .withMessage("there must be 8 scores, one per row, were 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileReturns.of(DATASET, "score", 1))
        .withMessage("quantiles must be at least 2, was 1");
  }

  private static Dataset dataset(double[][] scores, double[][] labels) {
    FeatureMatrix.Builder features = FeatureMatrix.builder(List.of("score"), SYMBOLS);
    Labels.Builder builder = Labels.builder(SYMBOLS);
    for (int t = 0; t < scores.length; t++) {
      for (int s = 0; s < scores[t].length; s++) {
        features.add(t, s, new double[] {scores[t][s]});
        builder.add(t, s, labels[t][s], t, t + 1);
      }
    }
    return Dataset.join(features.build(), builder.build());
  }
}
