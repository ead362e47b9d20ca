package io.quantkit.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.engine.StrategyHarness;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LongOnlyTest {
  private static final Symbol X = Symbol.of("X");

  /** A working purchase does not cover a sale: it may never be filled. */
  @Test
  void sellsWhatIsHeldOnceWhateverIsBeingBought() {
    AtomicInteger bar = new AtomicInteger();
    StrategyHarness harness =
        StrategyHarness.of(
            (context, bars) -> {
              switch (bar.getAndIncrement()) {
                case 0 -> context.buy(X, Decimal.of(3));
                case 1 -> {
                  context.buy(X, Decimal.of(5));
                  context.sell(X, Decimal.of(3));
                  context.sell(X, Decimal.of(3));
                }
                default -> {}
              }
            },
            Universe.of(Instrument.equity("X")),
            Decimal.of(1000),
            new LongOnly());

    harness.closes(X, 10);
    harness.fill(harness.orders().get(0).id(), Decimal.of(10)).closes(X, 10);

    assertThat(harness.orders())
        .extracting(OrderRequest::side)
        .containsExactly(Side.BUY, Side.BUY, Side.SELL);
  }
}
