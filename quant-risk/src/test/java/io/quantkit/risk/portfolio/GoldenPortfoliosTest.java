package io.quantkit.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Returns;
import io.quantkit.core.strategy.PortfolioConstraints;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.risk.covariance.ConstantCorrelation;
import io.quantkit.risk.covariance.Covariance;
import io.quantkit.risk.covariance.CovarianceEstimator;
import io.quantkit.risk.covariance.LedoitWolf;
import io.quantkit.risk.covariance.SampleCovariance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Covariances and portfolios of real shares against NumPy, SciPy and scikit-learn. */
class GoldenPortfoliosTest {
  private static final List<String> CLOSES = read("monthly_7stocks_2005_2014.csv");
  private static final List<String> VALUES = read("monthly_7stocks_2005_2014_values.csv");
  private static final Symbols SYMBOLS =
      Symbols.of(CLOSES.get(0).substring("date,".length()).split(","));
  private static final Returns RETURNS = returns();

  @Test
  void sampleCovarianceAgreesWithNumpy() {
    agrees(SampleCovariance.UNBIASED, "sample_");
  }

  @Test
  void ledoitWolfAgreesWithScikitLearn() {
    agrees(new LedoitWolf(), "ledoit_wolf_");
    assertThat(new LedoitWolf().intensity(RETURNS))
        .isCloseTo(row("ledoit_wolf_shrinkage")[0], within(1e-13));
  }

  @Test
  void constantCorrelationAgreesWithTheAuthorsFormula() {
    agrees(ConstantCorrelation.DEFAULT, "constant_correlation_");
    agrees(new ConstantCorrelation(1), "constant_correlation_ddof1_");
    assertThat(ConstantCorrelation.DEFAULT.intensity(RETURNS))
        .isCloseTo(row("constant_correlation_shrinkage")[0], within(1e-12));
  }

  @Test
  void hierarchicalRiskParityAgreesWithScipy() {
    agrees(HierarchicalRiskParity.DEFAULT, "hrp");
    agrees(new HierarchicalRiskParity(new LedoitWolf()), "hrp_ledoit_wolf");
  }

  @Test
  void inverseVolatilityAgreesWithNumpy() {
    agrees(InverseVolatility.DEFAULT, "inverse_volatility");
    agrees(new InverseVolatility(new LedoitWolf()), "inverse_volatility_ledoit_wolf");
  }

  private static void agrees(PortfolioConstructor constructor, String name) {
    double[] expected = row(name);
    double[] actual =
        Problems.chosen(constructor, Problems.of(RETURNS, "", PortfolioConstraints.LONG_ONLY));
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as(name).isCloseTo(expected[i], within(1e-13 * expected[i]));
    }
  }

  private static void agrees(CovarianceEstimator estimator, String name) {
    Covariance actual = estimator.estimate(RETURNS);
    for (int i = 0; i < SYMBOLS.size(); i++) {
      double[] expected = row(name + SYMBOLS.get(i));
      for (int j = 0; j < expected.length; j++) {
        assertThat(actual.get(i, j)).isCloseTo(expected[j], within(1e-12 * Math.abs(expected[j])));
      }
    }
  }

  private static double[] row(String name) {
    for (String line : VALUES) {
      if (line.startsWith(name + ",")) {
        return numbers(line);
      }
    }
    throw new IllegalArgumentException("there is no row " + name);
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  private static Returns returns() {
    int rows = CLOSES.size() - 2;
    int columns = SYMBOLS.size();
    double[] values = new double[rows * columns];
    for (int t = 0; t < rows; t++) {
      double[] before = numbers(CLOSES.get(t + 1));
      double[] after = numbers(CLOSES.get(t + 2));
      for (int s = 0; s < columns; s++) {
        values[t * columns + s] = after[s] / before[s] - 1;
      }
    }
    return Problems.returns(SYMBOLS, values);
  }

  private static List<String> read(String name) {
    try (InputStream in =
        GoldenPortfoliosTest.class.getResourceAsStream("/golden/portfolio/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
