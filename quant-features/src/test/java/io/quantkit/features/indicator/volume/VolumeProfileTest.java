package io.quantkit.features.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.check.SampleBars;
import org.junit.jupiter.api.Test;

class VolumeProfileTest {

  @Test
  void spreadsVolumeOverTheRangeOfBars() {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
    bar(bars, 0, 10, 14, 400); // 100 a level of height 1
    bar(bars, 1, 12, 13, 300); // all in the third level
    bar(bars, 2, 13, 13, 50); // at a border: in the level above
    double[][] profile = new VolumeProfile(3, 4, 0.7).over(bars.build());
    // 100, 100, 400, 150 of 750: the point is the third level, 525 are needed
    assertThat(profile[VolumeProfile.POINT][2]).isEqualTo(12.5);
    assertThat(profile[VolumeProfile.SHARE][2]).isCloseTo(400 / 750.0, within(1e-15));
    assertThat(profile[VolumeProfile.HIGH][2]).isEqualTo(14);
    assertThat(profile[VolumeProfile.LOW][2]).isEqualTo(12);
    assertThat(profile[0][1]).isNaN();
  }

  @Test
  void aWindowWithoutRangeHasOnePrice() {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
    bar(bars, 0, 10, 10, 5);
    bar(bars, 1, 10, 10, 0);
    bar(bars, 2, 10, 10, 0);
    double[][] profile = new VolumeProfile(2, 10).over(bars.build());
    assertThat(profile[VolumeProfile.POINT]).containsExactly(Double.NaN, 10, Double.NaN);
    assertThat(profile[VolumeProfile.SHARE]).containsExactly(Double.NaN, 1, Double.NaN);
  }

  @Test
  void theValueAreaEnclosesThePointAndLiesWithinTheRange() {
    for (int seed = 0; seed < 20; seed++) {
      BarSeries bars = SampleBars.walk(200, seed);
      double[][] profile = new VolumeProfile(15, 30).over(bars);
      for (int t = 14; t < bars.size(); t++) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = t - 14; i <= t; i++) {
          low = Math.min(low, bars.low(i));
          high = Math.max(high, bars.high(i));
        }
        assertThat(profile[VolumeProfile.LOW][t]).isGreaterThanOrEqualTo(low);
        assertThat(profile[VolumeProfile.LOW][t]).isLessThan(profile[VolumeProfile.POINT][t]);
        assertThat(profile[VolumeProfile.HIGH][t]).isGreaterThan(profile[VolumeProfile.POINT][t]);
        assertThat(profile[VolumeProfile.HIGH][t]).isLessThanOrEqualTo(high * (1 + 1e-12));
      }
    }
  }

  @Test
  void refusesWhatIsNoProfile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolumeProfile(20, 0))
        .withMessage("levels must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolumeProfile(20, 10, 1.5))
        .withMessage("area must be within (0, 1], was 1.5");
  }

  private static void bar(BarSeries.Builder bars, long t, double low, double high, double volume) {
    bars.add(t, t + 1, low, high, low, high, volume);
  }
}
