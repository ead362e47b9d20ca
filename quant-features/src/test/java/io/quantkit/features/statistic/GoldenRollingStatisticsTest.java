package io.quantkit.features.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.features.Feature;
import io.quantkit.features.GoldenFile;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with pandas, empyrical and numpy; see the README beside the values. */
class GoldenRollingStatisticsTest {

  @ParameterizedTest
  @ValueSource(strings = {"spx", "aapl2013"})
  void rollingStatisticsAgree(String series) {
    GoldenFile golden = GoldenFile.resource("/golden/statistic/" + series + ".csv.gz");
    assertThat(golden.columns())
        .filteredOn(column -> !column.contains("cusum"))
        .hasSizeGreaterThan(11)
        .allSatisfy(
            column -> {
              String[] parts = column.split("\\.", 3);
              GoldenFile.Distance distance =
                  column.contains("fracdiff")
                      ? golden.distance(column, fractional(parts[2]), 0, 1e-9)
                      : golden.distance(column, feature(parts), output(parts[1]), 1e-9);
              assertThat(distance.within()).as(distance.toString()).isTrue();
              assertThat(distance.compared()).isGreaterThan(100);
              assertThat(distance.misplaced())
                  .as(distance.toString())
                  .isLessThanOrEqualTo(parts[1].equals("sharpe") ? 1 : 0);
            });
  }

  @Test
  void eventsOfTheFilterAgree() {
    GoldenFile golden = GoldenFile.resource("/golden/statistic/spx.csv.gz");
    double[] events = new CusumFilter(0.03).over(golden.bars())[CusumFilter.EVENT];
    double[] theirs = golden.column("numpy.cusum.0.03");
    for (int t = 1; t < events.length; t++) {
      assertThat(Math.abs(events[t])).as("bar %d", t).isEqualTo(theirs[t]);
    }
  }

  private static Feature fractional(String parameters) {
    String[] numbers = parameters.split("x");
    return new FractionalDifference(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  private static Feature feature(String[] parts) {
    int window = Integer.parseInt(parts[2].split("x")[0]);
    return switch (parts[1]) {
      case "r_mean", "r_var", "r_skew", "r_kurt" -> new RollingMoments(window);
      case "close_mean", "close_var", "close_skew", "close_kurt" ->
          new RollingMoments(window, RollingMoments.Bias.SAMPLE, Measured.LEVELS, Input.CLOSE);
      case "corr_close_volume" ->
          new MeasuredCorrelation(window, Measured.LEVELS, Input.CLOSE, Input.VOLUME);
      case "cov_r_ropen", "corr_r_ropen", "beta_r_on_ropen" ->
          new MeasuredCorrelation(window, Measured.RETURNS, Input.CLOSE, Input.OPEN);
      case "sharpe" -> new RiskAdjustedReturn(window, 252, 0, Input.CLOSE);
      default -> throw new IllegalArgumentException(parts[1]);
    };
  }

  private static int output(String name) {
    return switch (name) {
      case "r_var", "close_var" -> RollingMoments.VARIANCE;
      case "r_skew", "close_skew" -> RollingMoments.SKEWNESS;
      case "r_kurt", "close_kurt" -> RollingMoments.KURTOSIS;
      case "cov_r_ropen" -> MeasuredCorrelation.COVARIANCE;
      case "beta_r_on_ropen" -> MeasuredCorrelation.SLOPE;
      default -> 0;
    };
  }
}
