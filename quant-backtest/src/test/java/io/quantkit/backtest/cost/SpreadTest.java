package io.quantkit.backtest.cost;

import static io.quantkit.backtest.cost.Market.A;
import static io.quantkit.backtest.cost.Market.DAY;
import static io.quantkit.backtest.cost.Market.bar;
import static io.quantkit.backtest.cost.Market.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.TradingCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void isTheSameAlwaysIfFixed() {
    assertThat(start(new FixedSpread(10)).halfSpread(0, 0, 100)).isEqualTo(0.0005);
  }

  @Test
  void isTheLastOneKnown() {
    Costs costs =
        start(
            SpreadSeries.builder(50)
                .add(A, new long[] {10, 20, 20, 30}, new double[] {0.01, 0.02, 0.03, 0.04})
                .build());
    assertThat(costs.halfSpread(0, 9, 100)).isEqualTo(0.0025);
    assertThat(costs.halfSpread(0, 10, 100)).isEqualTo(0.005);
    assertThat(costs.halfSpread(0, 19, 100)).isEqualTo(0.005);
    assertThat(costs.halfSpread(0, 20, 100)).isEqualTo(0.015);
    assertThat(costs.halfSpread(0, 1000, 100)).isEqualTo(0.02);
  }

  @Test
  void comesFromQuotes() {
    List<Quote> quotes =
        List.of(
            new Quote(1, 2, 99.5, 1, 100.5, 1),
            new Quote(3, 4, Double.NaN, 0, 100.5, 1),
            new Quote(5, 6, 101, 1, 100, 1),
            new Quote(7, 8, 100, 1, 100, 1));
    Costs costs = start(SpreadSeries.builder(0).add(A, quotes).build());
    assertThat(costs.halfSpread(0, 1, 100)).isZero();
    assertThat(costs.halfSpread(0, 6, 100)).isEqualTo(0.005);
    assertThat(costs.halfSpread(0, 8, 100)).isZero();
  }

  /** Random prices with a known spread: the high is an ask, the low a bid. */
  @Test
  void isFoundInBars() {
    java.util.SplittableRandom random = new java.util.SplittableRandom(7);
    Costs corwinSchultz =
        start(new EstimatedSpread(EstimatedSpread.Method.CORWIN_SCHULTZ, 2000, 10, 0, 1000));
    Costs abdiRanaldo =
        start(new EstimatedSpread(EstimatedSpread.Method.ABDI_RANALDO, 2000, 10, 0, 1000));
    double mid = 100;
    double half = 0.01;
    for (int day = 0; day < 2000; day++) {
      double high = 0;
      double low = Double.MAX_VALUE;
      double close = 0;
      for (int i = 0; i < 390; i++) {
        mid *= 1 + (random.nextDouble() - 0.5) * 0.0008;
        close = mid * (random.nextBoolean() ? 1 + half : 1 - half);
        high = Math.max(high, close);
        low = Math.min(low, close);
      }
      corwinSchultz.onBars(bar(day, high, low, close, 1));
      abdiRanaldo.onBars(bar(day, high, low, close, 1));
    }
    assertThat(corwinSchultz.halfSpread(0, 3000 * DAY, 100)).isCloseTo(half, within(half * 0.1));
    assertThat(abdiRanaldo.halfSpread(0, 3000 * DAY, 100)).isCloseTo(half, within(half * 0.1));
  }

  /** Corwin and Schultz' formula, spelled out for two bars. */
  @Test
  void isEstimatedAsPublished() {
    Costs costs = start(new EstimatedSpread(EstimatedSpread.Method.CORWIN_SCHULTZ, 5, 7, 0, 9000));
    costs.onBars(bar(0, 102, 99, 100, 1));
    assertThat(costs.halfSpread(0, DAY, 100)).isEqualTo(7 / 20_000.0);
    costs.onBars(bar(1, 102.5, 99.2, 100, 1));
    double beta = square(Math.log(102.0 / 99)) + square(Math.log(102.5 / 99.2));
    double gamma = square(Math.log(102.5 / 99));
    double k = 3 - 2 * Math.sqrt(2);
    double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / k - Math.sqrt(gamma / k);
    double spread = 2 * (Math.exp(alpha) - 1) / (1 + Math.exp(alpha));
    assertThat(costs.halfSpread(0, 2 * DAY, 100)).isCloseTo(spread / 2, within(1e-14));

    Costs other = start(new EstimatedSpread(EstimatedSpread.Method.ABDI_RANALDO, 5, 7, 0, 9000));
    other.onBars(bar(0, 102, 99, 101.9, 1));
    other.onBars(bar(1, 102.5, 99.2, 100, 1));
    double c = Math.log(101.9);
    double then = c - (Math.log(102) + Math.log(99)) / 2;
    double now = c - (Math.log(102.5) + Math.log(99.2)) / 2;
    assertThat(other.halfSpread(0, 2 * DAY, 100))
        .isCloseTo(Math.sqrt(4 * then * now) / 2, within(1e-14));
  }

  private static double square(double x) {
    return x * x;
  }

  @Test
  void dependsOnlyOnTheLastPairs() {
    CostModel model = new EstimatedSpread(EstimatedSpread.Method.CORWIN_SCHULTZ, 3, 7, 1, 90);
    Costs asked = start(model);
    Costs late = start(model);
    java.util.SplittableRandom random = new java.util.SplittableRandom(1);
    for (int day = 0; day < 50; day++) {
      double low = 90 + random.nextDouble();
      double high = low + random.nextDouble();
      asked.onBars(bar(day, high, low, (high + low) / 2, 1));
      late.onBars(bar(day, high, low, (high + low) / 2, 1));
      double half = asked.halfSpread(0, day * DAY, 100);
      assertThat(half).isBetween(1 / 20_000.0, 90 / 20_000.0);
    }
    assertThat(late.halfSpread(0, 51 * DAY, 100)).isEqualTo(asked.halfSpread(0, 51 * DAY, 100));
  }

  @Test
  void widensWithVolatility() {
    Costs costs = start(new VolatilitySpread(10, 1, 2, 4));
    costs.onBars(bar(0, 100, 1));
    costs.onBars(bar(1, 100, 1));
    costs.onBars(bar(2, 101, 1));
    assertThat(costs.halfSpread(0, 3 * DAY, 100)).isCloseTo(0.0005 * Math.sqrt(2), within(1e-12));
  }

  @Test
  void changesWithTheTimeOfDay() {
    Costs costs =
        start(
            new SpreadByTime(
                CostModel.of(new FixedSpread(20), new FixedSlippage(3)),
                TradingCalendar.xnys(),
                List.of(2.0, 1.0, 0.5),
                3));
    assertThat(at(costs, "2024-03-04T14:29:59Z")).isEqualTo(0.003);
    assertThat(at(costs, "2024-03-04T14:30:00Z")).isEqualTo(0.002);
    assertThat(at(costs, "2024-03-04T16:39:59Z")).isEqualTo(0.002);
    assertThat(at(costs, "2024-03-04T16:40:00Z")).isEqualTo(0.001);
    assertThat(at(costs, "2024-03-04T20:59:59Z")).isEqualTo(0.0005);
    assertThat(at(costs, "2024-03-04T21:00:00Z")).isEqualTo(0.0005);
    assertThat(at(costs, "2024-03-04T21:00:01Z")).isEqualTo(0.003);
    assertThat(at(costs, "2024-03-05T14:30:00Z")).isEqualTo(0.002);
    assertThat(Market.buy(costs, 1, 1, 0)).isEqualTo(0.0003);
    assertThat(SpreadByTime.REVERSE_J.stream().mapToDouble(x -> x).average().orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  private static double at(Costs costs, String time) {
    return costs.halfSpread(0, EpochNanos.parse(time), 100);
  }

  @Test
  void refusesWhatIsNoSpread() {
    SpreadSeries.Builder builder = SpreadSeries.builder(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(A, new long[] {2, 1}, new double[] {0, 0}))
        .withMessage("times must be ascending, were 2, 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(A, new long[] {1}, new double[] {-0.1}))
        .withMessageContaining("spread of A in basis points must be at least 0");
    builder.add(Symbol.of("B"), new long[0], new double[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(Symbol.of("B"), new long[0], new double[0]))
        .withMessage("symbol B has spreads already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EstimatedSpread(EstimatedSpread.Method.ABDI_RANALDO, 1, 5, 10, 9))
        .withMessage("mostBps must be at least leastBps = 10.0, was 9.0");
  }
}
