package io.quantkit.backtest.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeflatedSharpeTest {

  /** The example of Bailey and Lopez de Prado 2014: 100 trials, 1250 days, Sharpe 2.5 a year. */
  @Test
  void agreesWithTheExampleOfThePaper() {
    double daily = 2.5 / Math.sqrt(250);
    SharpeSample sample = new SharpeSample(1250, daily, -3, 10);
    double variance = 0.5 / 250;

    assertThat(DeflatedSharpe.expectedMaximum(100, variance)).isCloseTo(0.1132, within(5e-5));
    assertThat(DeflatedSharpe.probability(sample, 100, variance)).isCloseTo(0.9004, within(5e-5));
    assertThat(DeflatedSharpe.probability(sample, 46, variance)).isCloseTo(0.9505, within(5e-5));
  }

  @Property
  void probabilitiesAreProbabilitiesAndFallWithMoreTrials(
      @ForAll @DoubleRange(min = -0.5, max = 0.5) double sharpe,
      @ForAll @IntRange(min = 2, max = 1000) int trials,
      @ForAll @DoubleRange(min = 0, max = 0.1) double variance) {
    SharpeSample sample = new SharpeSample(500, sharpe, -0.5, 5);

    double probability = DeflatedSharpe.probability(sample, trials, variance);

    assertThat(probability).isBetween(0.0, 1.0);
    assertThat(DeflatedSharpe.probability(sample, trials + 1, variance))
        .isLessThanOrEqualTo(probability);
    assertThat(sample.probabilityAbove(sharpe)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void itTakesForeverToShowWhatIsNotThere() {
    SharpeSample sample = new SharpeSample(100, 0.1, 0, 3);

    assertThat(sample.minimumTrackRecord(0.1, 0.95)).isInfinite();
    assertThat(sample.minimumTrackRecord(0, 0.95)).isBetween(250.0, 300.0);
  }

  @Test
  void oneTrialCannotBeDeflated() {
    assertThatThrownBy(() -> DeflatedSharpe.expectedMaximum(1, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trials must be at least 2, was 1");
  }
}
