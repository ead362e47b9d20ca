package io.quantkit.backtest.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every model. */
class CostLawsTest {
  private static final List<CostModel> MODELS =
      List.of(
          new FixedSlippage(7),
          new FixedSpread(7),
          VolumeSlippage.DEFAULT,
          VolumeShareSlippage.DEFAULT,
          new VolatilitySlippage(5, 3, 10, 4),
          new VolatilitySpread(5, 3, 10, 4),
          new SquareRootImpact(0.4, Recent.DAYS),
          AlmgrenChrissImpact.LEAN,
          AlmgrenChrissImpact.of2005(200, 0.5, Recent.DAYS),
          new ObizhaevaWangImpact(1, 0.3, Duration.ofHours(1), Recent.DAYS),
          new Propagator(1, 0.5, 0.5, Duration.ofSeconds(10), Recent.DAYS),
          new EstimatedSpread(EstimatedSpread.Method.CORWIN_SCHULTZ, 5, 10, 0, 500),
          new EstimatedSpread(EstimatedSpread.Method.ABDI_RANALDO, 5, 10, 0, 500),
          CostPreset.OPTIMISTIC,
          CostPreset.REALISTIC,
          CostPreset.PESSIMISTIC);

  private static Costs warm(CostModel model, long seed, int bars) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    Costs costs = Market.start(model);
    double price = 100;
    for (int day = 0; day < bars; day++) {
      price *= 1 + (random.nextDouble() - 0.5) * 0.06;
      double high = price * (1 + random.nextDouble() * 0.02);
      double low = price * (1 - random.nextDouble() * 0.02);
      costs.onBars(Market.bar(day, high, low, price, Math.rint(random.nextDouble() * 1e6)));
    }
    return costs;
  }

  @Property(tries = 100)
  void takersNeverGainWithoutEarlierImpact(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 40) int bars,
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double quantity) {
    for (CostModel model : MODELS) {
      Costs costs = warm(model, seed, bars);
      long time = bars * Market.DAY;
      for (Side side : Side.values()) {
        double slippage = costs.slippage(0, side, quantity, 100, 1e5, time);
        assertThat(slippage).as(model.toString()).isBetween(0.0, 0.99);
        assertThat(costs.halfSpread(0, time, 100)).isBetween(0.0, 0.99);
      }
    }
  }

  @Example
  void anOrderFarBeyondTheMarketsSizeStillHasAPrice() {
    Costs pessimistic = warm(CostPreset.PESSIMISTIC, 4, 0);
    assertThat(pessimistic.slippage(0, Side.SELL, 1e9, 100, 1e5, 0)).isEqualTo(0.99);
    CostModel fixed =
        CostModel.of(
            new FixedSpread(9000),
            new FixedSpread(9000),
            new FixedSlippage(9000),
            new FixedSlippage(9000));
    Costs costs = warm(fixed, 4, 0);
    assertThat(costs.slippage(0, Side.SELL, 1, 100, 1e5, 0)).isEqualTo(0.99);
    assertThat(costs.halfSpread(0, 0, 100)).isEqualTo(0.9);
  }

  @Property(tries = 100)
  void largerOrdersNeverSlipLess(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 40) int bars,
      @ForAll @DoubleRange(min = 0.01, max = 1e7) double quantity,
      @ForAll @DoubleRange(min = 0, max = 1e7) double more) {
    for (CostModel model : MODELS) {
      Costs costs = warm(model, seed, bars);
      long time = bars * Market.DAY;
      double small = costs.slippage(0, Side.BUY, quantity, 100, 1e5, time);
      double large = costs.slippage(0, Side.BUY, quantity + more, 100, 1e5, time);
      assertThat(large).as(model.toString()).isGreaterThanOrEqualTo(small);
    }
  }

  @Property(tries = 200)
  void presetsAreOrdered(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 40) int bars,
      @ForAll @IntRange(min = 1, max = 1_000_000) int quantity,
      @ForAll @IntRange(min = 1, max = 1_000_000) int cents) {
    double last = -1;
    Decimal lastFee = Decimal.of(-1);
    for (CostPreset preset : CostPreset.values()) {
      Costs costs = warm(preset, seed, bars);
      long time = bars * Market.DAY;
      double inPrice =
          costs.halfSpread(0, time, 100) + costs.slippage(0, Side.SELL, quantity, 100, 1e6, time);
      Decimal fee =
          costs.fees(0, Side.SELL, Decimal.of(quantity), Decimal.ofScaled(cents, 2), true, time);
      assertThat(inPrice).isGreaterThan(last);
      assertThat(fee).isGreaterThanOrEqualTo(lastFee);
      last = inPrice;
      lastFee = fee;
    }
  }

  /** What comes after an execution does not change it: models only ever see the past. */
  @Property(tries = 50)
  void runsOfOneModelDoNotKnowOfEachOther(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int bars) {
    for (CostModel model : MODELS) {
      Costs first = warm(model, seed, bars);
      Costs second = warm(model, seed, bars);
      first.onFill(0, Side.BUY, 1e5, 100, 1e6, bars * Market.DAY);
      warm(model, ~seed, bars);
      Costs third = warm(model, seed, bars);
      long time = bars * Market.DAY + 5;
      assertThat(Double.doubleToRawLongBits(second.slippage(0, Side.BUY, 10, 100, 1, time)))
          .isEqualTo(Double.doubleToRawLongBits(third.slippage(0, Side.BUY, 10, 100, 1, time)));
    }
  }
}
