package io.quantkit.backtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final long MILLI = 1_000_000;

  @Test
  void aConstantIsConstant() {
    assertThat(Latency.constant(7).start(1, 0).next(100)).isEqualTo(7);
    assertThat(Latency.NONE.start(1, 0).next(100)).isZero();
  }

  @Test
  void aUniformLatencyReachesBothEndsAndItsMean() {
    Latency.Delays delays = Latency.uniform(10, 13).start(42, 0);
    int[] counts = new int[4];
    for (int i = 0; i < 40_000; i++) {
      counts[(int) delays.next(i) - 10]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_700, 10_300);
    }
  }

  @Test
  void aLogNormalLatencyHasItsMedianAndSpread() {
    Latency.Delays delays = new Latency.LogNormal(2 * MILLI, 12 * MILLI, 0.5).start(3, 0);
    int size = 40_001;
    double[] logs = new double[size];
    for (int i = 0; i < size; i++) {
      long delay = delays.next(i);
      assertThat(delay).isGreaterThanOrEqualTo(2 * MILLI);
      logs[i] = Math.log((delay - 2 * MILLI) / (10.0 * MILLI));
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    double variance = Arrays.stream(logs).map(x -> x * x).average().orElseThrow() - mean * mean;
    assertThat(mean).isCloseTo(0, within(0.01));
    assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.01));
    Arrays.sort(logs);
    assertThat(logs[size / 2]).isCloseTo(0, within(0.01));
  }

  /**
   * The two orders in the documentation of hftbacktest's {@code IntpOrderLatency}: requested,
   * processed and answered at.
   */
  @Test
  void measuredLatenciesAreInterpolatedLikeHftbacktest() {
    long[][] orders = {
      {1_670_026_844_751_525_000L, 1_670_026_844_759_000_000L, 1_670_026_844_762_122_000L},
      {1_670_026_845_754_020_000L, 1_670_026_845_762_000_000L, 1_670_026_845_770_003_000L}
    };
    Latency entry =
        Latency.measured(
            new long[] {orders[0][0], orders[1][0]},
            new long[] {orders[0][1] - orders[0][0], orders[1][1] - orders[1][0]});
    Latency response =
        Latency.measured(
            new long[] {orders[0][1], orders[1][1]},
            new long[] {orders[0][2] - orders[0][1], orders[1][2] - orders[1][1]});
    Latency.Delays in = entry.start(0, 0);
    assertThat(in.next(orders[0][0] - 1)).isEqualTo(7_475_000);
    assertThat(in.next(orders[0][0])).isEqualTo(7_475_000);
    // 7,475,000 + 505,000 / 1,002,495,000 * 501,247,500, rounded down as there
    assertThat(in.next(orders[0][0] + 501_247_500)).isEqualTo(7_727_499);
    assertThat(in.next(orders[1][0])).isEqualTo(7_980_000);
    assertThat(in.next(orders[1][0] + 1)).isEqualTo(7_980_000);
    Latency.Delays out = response.start(0, 0);
    assertThat(out.next(orders[0][1])).isEqualTo(3_122_000);
    // 3,122,000 + 4,881,000 * 100,000,000 / 1,003,000,000, rounded down
    assertThat(out.next(orders[0][1] + 100_000_000)).isEqualTo(3_608_640);
  }

  @Test
  void theRetailPresetHasTheStatedRanges() {
    Latencies retail = Latencies.RETAIL;
    assertThat(retail.signal()).isEqualTo(new Latency.Uniform(50 * MILLI, 200 * MILLI));
    assertThat(retail.transmission()).isEqualTo(new Latency.Uniform(10 * MILLI, 50 * MILLI));
    assertThat(retail.exchange()).isEqualTo(new Latency.Uniform(MILLI, 10 * MILLI));
    assertThat(retail.confirmation()).isEqualTo(new Latency.Uniform(10 * MILLI, 50 * MILLI));
    assertThat(retail.marketData()).isEqualTo(new Latency.Uniform(10 * MILLI, 100 * MILLI));
    assertThat(retail.processing()).isEqualTo(new Latency.Uniform(10 * MILLI, 50 * MILLI));
    Latency.Delays requests = retail.startRequests(5);
    Latency.Delays reports = retail.startReports(5);
    Latency.Delays data = retail.startData(5);
    for (int i = 0; i < 10_000; i++) {
      assertThat(requests.next(i)).isBetween(61 * MILLI, 260 * MILLI);
      assertThat(reports.next(i)).isBetween(10 * MILLI, 50 * MILLI);
      assertThat(data.next(i)).isBetween(20 * MILLI, 150 * MILLI);
    }
  }

  @Property(tries = 50)
  void theSameSeedGivesTheSameDelaysAndAnotherLegOthers(@ForAll long seed) {
    for (Latency latency :
        new Latency[] {Latency.uniform(0, 1L << 40), Latency.logNormal(1L << 30, 1)}) {
      Latency.Delays one = latency.start(seed, 1);
      Latency.Delays same = latency.start(seed, 1);
      Latency.Delays other = latency.start(seed, 2);
      boolean differs = false;
      for (int i = 0; i < 20; i++) {
        long delay = one.next(i);
        assertThat(same.next(i)).isEqualTo(delay);
        differs |= other.next(i) != delay;
      }
      assertThat(differs).isTrue();
    }
  }

  @Property(tries = 50)
  void aUniformLatencyStaysInItsRange(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 1L << 50) long least,
      @ForAll @LongRange(min = 0, max = 1L << 50) long width) {
    Latency.Delays delays = Latency.uniform(least, least + width).start(seed, 0);
    for (int i = 0; i < 20; i++) {
      assertThat(delays.next(i)).isBetween(least, least + width);
    }
  }

  @Test
  void rejectsLatenciesThatGoBackInTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Latency.constant(-1))
        .withMessage("nanos must be at least 0, was -1");
    assertThatIllegalArgumentException().isThrownBy(() -> Latency.uniform(5, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.LogNormal(5, 4, 1))
        .withMessage("median must be at least the floor, was 4 < 5");
    assertThatIllegalArgumentException().isThrownBy(() -> Latency.logNormal(5, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Latency.measured(new long[] {2, 2}, new long[] {1, 1}))
        .withMessage("times must rise, was 2 after 2 at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Latency.measured(new long[0], new long[0]));
  }
}
