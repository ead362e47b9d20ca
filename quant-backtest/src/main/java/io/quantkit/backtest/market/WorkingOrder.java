package io.quantkit.backtest.market;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order in the simulated market. */
final class WorkingOrder {
  final OrderRequest request;
  Decimal remaining;

  /** The session in which a day order works, null until its symbol's first bar. */
  @Nullable LocalDate session;

  WorkingOrder(OrderRequest request) {
    this.request = request;
    this.remaining = request.quantity();
  }
}
