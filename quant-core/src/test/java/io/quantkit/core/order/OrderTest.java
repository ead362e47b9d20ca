package io.quantkit.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final ClientOrderId ID = ClientOrderId.of("o-1");
  private static final Symbol IBM = Symbol.of("IBM");
  private static final OrderRequest REQUEST =
      OrderRequest.market(ID, IBM, Side.SELL, Decimal.of(10), TimeInForce.DAY);

  @Test
  void aNewOrderHasNoPast() {
    Order order = Order.created(REQUEST, 7);

    assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
    assertThat(order.submitted()).isFalse();
    assertThat(order.filledQuantity()).isEqualTo(Decimal.ZERO);
    assertThat(order.remaining()).isEqualTo(Decimal.of(10));
    assertThat(order.averageFillPrice()).isEmpty();
    assertThat(order.brokerOrderId()).isEmpty();
    assertThat(order.reason()).isEmpty();
    assertThat(order.fills()).isEmpty();
    assertThat(order.createdAt()).isEqualTo(7);
    assertThat(order.updatedAt()).isEqualTo(7);
  }

  @Test
  void addsUpItsFills() {
    Fill first = fill("e1", "4", "100.25", "0.5");
    Fill second = fill("e2", "2", "100.50", "-0.2");
    Order order = submitted().apply(reported(first)).apply(reported(second));

    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(order.filledQuantity()).isEqualTo(Decimal.of(6));
    assertThat(order.remaining()).isEqualTo(Decimal.of(4));
    assertThat(order.filledNotional()).isEqualTo(Decimal.of(602));
    assertThat(order.averageFillPrice()).contains(Decimal.parse("100.333333333"));
    assertThat(order.fees()).isEqualTo(Decimal.parse("0.3"));
    assertThat(order.fills()).containsExactly(first, second);
  }

  @Test
  void countsAnExecutionOnce() {
    Fill fill = fill("e1", "4", "100", "0");
    Order order = submitted().apply(reported(fill));

    assertThat(order.seen("e1")).isTrue();
    assertThat(order.seen("e2")).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> order.apply(reported(fill)))
        .withMessageContaining("has counted execution e1 before");
  }

  @Test
  void refusesAFillBeyondItsQuantity() {
    Order order = submitted().apply(reported(fill("e1", "4", "100", "0")));

    assertThatIllegalStateException()
        .isThrownBy(() -> order.apply(reported(fill("e2", "6.000000001", "100", "0"))))
        .withMessageContaining("has only 6 remaining");
  }

  @Test
  void refusesEventsAboutOtherOrdersSymbolsAndSides() {
    Order order = submitted();
    ClientOrderId other = ClientOrderId.of("o-2");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.apply(new OrderEvent.Expired(other, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.apply(reported(fill(Symbol.of("AAPL"), Side.SELL, "e1"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.apply(reported(fill(IBM, Side.BUY, "e1"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderEvent.Filled(other, 1, fill("e1", "1", "1", "0")));
  }

  @Test
  void aFillMayArriveBeforeTheAcceptance() {
    Order filled = submitted().apply(reported(fill("e1", "10", "100", "0")));
    Order told = filled.apply(new OrderEvent.Accepted(ID, 9, "b-1"));

    assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(told.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(told.brokerOrderId()).contains("b-1");
  }

  @Test
  void hasOneBrokerIdentifier() {
    Order order = submitted().apply(new OrderEvent.Accepted(ID, 9, "b-1"));

    assertThat(order.apply(new OrderEvent.Accepted(ID, 10, "b-1"))).isSameAs(order);
    assertThatIllegalStateException()
        .isThrownBy(() -> order.apply(new OrderEvent.Accepted(ID, 10, "b-2")))
        .withMessageContaining("b-1");
  }

  @Test
  void aFillDuringACancellationCounts() {
    Order asked = submitted().apply(new OrderEvent.CancelRequested(ID, 5));
    Order partly = asked.apply(reported(fill("e1", "4", "100", "0")));
    Order canceled = partly.apply(new OrderEvent.Canceled(ID, 9, "on request"));

    assertThat(partly.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(canceled.filledQuantity()).isEqualTo(Decimal.of(4));
    assertThat(canceled.reason()).contains("on request");
  }

  @Test
  void aFillThatArrivesAfterTheCancellationIsNotLost() {
    Order canceled = submitted().apply(new OrderEvent.Canceled(ID, 9, "on request"));
    Order partly = canceled.apply(reported(fill("e1", "4", "100", "0")));
    Order filled = partly.apply(reported(fill("e2", "6", "100", "0")));

    assertThat(partly.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(partly.filledQuantity()).isEqualTo(Decimal.of(4));
    assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void aRefusedCancellationRestoresTheStatusAndTellsWhy() {
    Order order =
        submitted()
            .apply(new OrderEvent.Accepted(ID, 2, "b-1"))
            .apply(new OrderEvent.CancelRequested(ID, 3))
            .apply(new OrderEvent.CancelRejected(ID, 4, "market is closed"));

    assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(order.reason()).contains("market is closed");
  }

  @Test
  void knowsItsLatestTimeEvenIfReportsOvertakeEachOther() {
    Order order =
        submitted()
            .apply(new OrderEvent.Accepted(ID, 20, "b-1"))
            .apply(new OrderEvent.CancelRequested(ID, 15));

    assertThat(order.updatedAt()).isEqualTo(20);
  }

  @Test
  void anOrderRefusedHereWasNeverSubmitted() {
    Order order = Order.created(REQUEST, 0).apply(new OrderEvent.Rejected(ID, 1, "too large"));

    assertThat(order.submitted()).isFalse();
    assertThat(order.reason()).contains("too large");
    assertThatIllegalStateException()
        .isThrownBy(() -> order.apply(new OrderEvent.Accepted(ID, 2, "b-1")));
  }

  @Test
  void printsWhatItIs() {
    assertThat(submitted()).hasToString("Order[o-1 SELL 10 IBM Market[], SUBMITTED, filled 0]");
  }

  @Test
  void statusesAreWorkingOrTerminalOrNeither() {
    for (OrderStatus status : OrderStatus.values()) {
      boolean fresh = status == OrderStatus.CREATED;
      assertThat(status.working() ^ status.terminal() ^ fresh).as(status.name()).isTrue();
    }
    assertThat(OrderStatus.PENDING_CANCEL.working()).isTrue();
    assertThat(OrderStatus.UNCONFIRMED.working()).isTrue();
    assertThat(OrderStatus.FILLED.terminal()).isTrue();
    assertThat(OrderStatus.REJECTED.terminal()).isTrue();
  }

  private static Order submitted() {
    return Order.created(REQUEST, 0).apply(new OrderEvent.Submitted(ID, 1));
  }

  private static OrderEvent reported(Fill fill) {
    return new OrderEvent.Filled(ID, 3, fill);
  }

  private static Fill fill(Symbol symbol, Side side, String executionId) {
    return new Fill(ID, executionId, symbol, side, Decimal.ONE, Decimal.ONE, Decimal.ZERO, 3);
  }

  private static Fill fill(String executionId, String quantity, String price, String fee) {
    return new Fill(
        ID,
        executionId,
        IBM,
        Side.SELL,
        Decimal.parse(quantity),
        Decimal.parse(price),
        Decimal.parse(fee),
        3);
  }
}
