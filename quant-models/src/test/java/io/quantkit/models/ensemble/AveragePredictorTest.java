package io.quantkit.models.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.strategy.Predictor;
import io.quantkit.models.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class AveragePredictorTest {
  private static final double NAN = Double.NaN;

  @Test
  void averagesRanksOfEachTime() {
    FeatureMatrix features =
        matrix(
            new double[][] {
              {1, 10}, {2, 10}, {3, 30}, {4, 5}, {-5, 1}, {NAN, 2}, {7, NAN}, {NAN, NAN}
            });

    double[] out =
        Samples.predict(AveragePredictor.ofRanks(List.of(column(0), column(1))), features);

    assertThat(out)
        .containsExactly(
            (0.125 + 0.5) / 2,
            (0.375 + 0.5) / 2,
            (0.625 + 0.875) / 2,
            (0.875 + 0.125) / 2,
            (0.25 + 0.25) / 2,
            0.75,
            0.75,
            NAN);
  }

  @Test
  void averagesZScoresOfEachTime() {
    FeatureMatrix features =
        matrix(
            new double[][] {
              {1, 0.1}, {2, 0.1}, {3, 0.1}, {4, 0.1}, {2, NAN}, {4, NAN}, {NAN, 3}, {NAN, NAN}
            });

    double[] out =
        Samples.predict(AveragePredictor.ofZScores(List.of(column(0), column(1))), features);

    assertThat(out[0]).isCloseTo(-1.5 / Math.sqrt(1.25) / 2, within(1e-15));
    assertThat(out[3]).isEqualTo(-out[0]);
    assertThat(out[4]).isEqualTo(-1);
    assertThat(out[5]).isEqualTo(1);
    assertThat(out[6]).isZero();
    assertThat(out[7]).isNaN();
  }

  @Test
  void oneTimeGivesTheSameAsTheWholeHistory() {
    FeatureMatrix features = Samples.panel(40, 5, 2, 1, 3).features();
    for (AveragePredictor.Scale scale : AveragePredictor.Scale.values()) {
      Predictor average = new AveragePredictor(List.of(column(0), column(1)), scale);
      double[] all = Samples.predict(average, features);
      for (int t = 0; t < 40; t++) {
        double[] now = Samples.predict(average, features.slice(t * 5, t * 5 + 5));
        for (int s = 0; s < 5; s++) {
          assertThat(now[s]).isEqualTo(all[t * 5 + s]);
        }
      }
    }
  }

  @Test
  void needsWhatItsMembersNeed() {
    assertThat(AveragePredictor.ofRanks(List.of(column(1), column(0), column(1))).featureNames())
        .containsExactly("f1", "f0");
    assertThatIllegalArgumentException().isThrownBy(() -> AveragePredictor.ofRanks(List.of()));
  }

  private static Predictor column(int column) {
    return new Predictor() {
      @Override
      public List<String> featureNames() {
        return List.of("f" + column);
      }

      @Override
      public void predict(FeatureMatrix features, double[] out) {
        System.arraycopy(features.column("f" + column), 0, out, 0, features.rows());
      }
    };
  }

  /** Four symbols a time. */
  private static FeatureMatrix matrix(double[][] rows) {
    FeatureMatrix.Builder builder =
        FeatureMatrix.builder(Samples.names(2), Symbols.of("A", "B", "C", "D"));
    for (int r = 0; r < rows.length; r++) {
      builder.add(r / 4, r % 4, rows[r]);
    }
    return builder.build();
  }
}
