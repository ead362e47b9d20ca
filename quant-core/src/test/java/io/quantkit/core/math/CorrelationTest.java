package io.quantkit.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final double NAN = Double.NaN;

  @Test
  void agreesWithScipyOnRealReturnsAndVolume() {
    double[] returns = Golden.returns();
    double[] volume = Golden.column("spx_close_volume.csv", 1);
    double[] sameDay = Arrays.copyOfRange(volume, 1, volume.length);

    assertThat(Correlation.pearson(returns, sameDay))
        .isEqualTo(Golden.value("pearson_r_volume"), offset(1e-14));
    assertThat(Correlation.spearman(returns, sameDay))
        .isEqualTo(Golden.value("spearman_r_volume"), offset(1e-14));
  }

  @Test
  void leavesIncompletePairsOut() {
    double[] x = {1, NAN, 2, 3, 100, 4};
    double[] y = {2, 50, 4, 7, NAN, 8};
    double[] completeX = {1, 2, 3, 4};
    double[] completeY = {2, 4, 7, 8};

    assertThat(Correlation.pearson(x, y)).isEqualTo(Correlation.pearson(completeX, completeY));
    assertThat(Correlation.spearman(x, y)).isEqualTo(1);
    assertThat(Correlation.covariance(x, y, 1))
        .isEqualTo(Correlation.covariance(completeX, completeY, 1));
  }

  @Test
  void constantsAndTooFewPairsGiveNaN() {
    double[] constant = {0.1, 0.1, 0.1};

    assertThat(Correlation.pearson(constant, new double[] {1, 2, 3})).isNaN();
    assertThat(Correlation.spearman(new double[] {1, 2, 3}, constant)).isNaN();
    assertThat(Correlation.pearson(new double[] {1}, new double[] {1})).isNaN();
    assertThat(Correlation.covariance(new double[] {1}, new double[] {1}, 1)).isNaN();
    assertThat(Correlation.pearson(new double[0], new double[0])).isNaN();
  }

  @Test
  void equalSamplesCorrelateExactly() {
    double[] returns = Golden.returns();

    assertThat(Correlation.pearson(returns, returns)).isEqualTo(1);
    assertThat(Correlation.spearman(returns, returns)).isEqualTo(1);
    assertThat(Correlation.pearson(new double[] {1e100, 3e100, -2e100}, new double[] {1, 3, -2}))
        .isEqualTo(1, offset(1e-15));
  }

  @Test
  void refusesDifferentLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlation.pearson(new double[2], new double[3]))
        .withMessage("x and y must have the same length, were 2 and 3");
  }

  @Property
  void isSymmetricAndWithinOne(@ForAll("samples") double[] x, @ForAll("samples") double[] y) {
    double pearson = Correlation.pearson(x, y);

    assertThat(Double.valueOf(pearson)).isEqualTo(Double.valueOf(Correlation.pearson(y, x)));
    assertThat(Double.isNaN(pearson) || Math.abs(pearson) <= 1).isTrue();
    assertThat(Correlation.covariance(x, x, 1)).isEqualTo(Moments.variance(x, 1), offset(1e-9));
  }

  @Property
  void ranksIgnoreMonotoneMaps(@ForAll("samples") double[] x, @ForAll("samples") double[] y) {
    double[] doubled = Arrays.stream(x).map(v -> 2 * v).toArray();
    double[] mirrored = Arrays.stream(x).map(v -> -v).toArray();

    double spearman = Correlation.spearman(x, y);
    assertThat(Double.valueOf(Correlation.spearman(doubled, y)))
        .isEqualTo(Double.valueOf(spearman));
    assertThat(Math.abs(Correlation.spearman(mirrored, y) + spearman) > 1e-14).isFalse();
  }

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.doubles()
        .between(-1_000, 1_000)
        .ofScale(6)
        .array(double[].class)
        .ofMinSize(30)
        .ofMaxSize(30);
  }
}
