package io.quantkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.engine.StrategyHarness;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The strategies of the examples, without a backtest. */
class StrategiesTest {
  private static final Symbol SPX = Symbol.of("SPX");
  private static final Symbol IBM = Symbol.of("IBM");
  private static final Decimal CASH = Decimal.of(10_000);

  @Test
  void buysWhenTheFastAverageCrossesAboveTheSlowOneAndSellsBelow() {
    Universe universe = Universe.of(Instrument.equity("SPX"));
    StrategyHarness harness = StrategyHarness.of(new MovingAverageCross(SPX, 2, 3), universe, CASH);

    harness.closes(SPX, 10, 10, 10);
    assertThat(harness.orders()).isEmpty();
    harness.closes(SPX, 12);
    assertThat(harness.orders()).extracting(OrderRequest::side).containsExactly(Side.BUY);

    harness.fill(harness.orders().get(0).id(), Decimal.of(12)).closes(SPX, 9, 8);
    assertThat(harness.orders())
        .extracting(OrderRequest::side)
        .containsExactly(Side.BUY, Side.SELL);
    assertThat(harness.orders().get(1).quantity()).isEqualTo(harness.orders().get(0).quantity());
  }

  @Test
  void doesNotOrderTwiceWhileAnOrderIsWorking() {
    Universe universe = Universe.of(Instrument.equity("SPX"));
    StrategyHarness harness = StrategyHarness.of(new MovingAverageCross(SPX, 1, 2), universe, CASH);

    harness.closes(SPX, 10, 11, 12, 13);

    assertThat(harness.orders()).hasSize(1);
  }

  @Test
  void equalPartsAreEqual() {
    Universe universe = Universe.of(Instrument.equity("SPX"), Instrument.equity("IBM"));
    StrategyHarness harness = StrategyHarness.of(new EqualParts(), universe, CASH);

    harness.bars(Map.of(SPX, Bar.ofClose(0, 1, 10), IBM, Bar.ofClose(0, 1, 50)));

    assertThat(harness.orders())
        .extracting(order -> order.quantity().toString())
        .containsExactly("475", "95");
  }

  @Test
  void buyAndHoldBuysOnce() {
    Universe universe = Universe.of(Instrument.equity("SPX"), Instrument.index("^I"));
    StrategyHarness harness = StrategyHarness.of(new BuyAndHold(), universe, CASH);

    harness.closes(Symbol.of("^I"), 5);
    assertThat(harness.orders()).isEmpty();
    harness.closes(SPX, 10, 20, 30);

    assertThat(harness.orders()).hasSize(1);
  }
}
