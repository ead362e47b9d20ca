package io.quantkit.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OrderLawsTest {
  private static final ClientOrderId ID = ClientOrderId.of("o-1");
  private static final Symbol IBM = Symbol.of("IBM");

  @Property(tries = 2_000)
  void whateverIsReportedTheOrderStaysConsistent(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Decimal quantity = Decimal.ofScaled(random.nextLong(1, 5_000), random.nextInt(0, 10));
    Order order =
        Order.created(OrderRequest.market(ID, IBM, Side.BUY, quantity, TimeInForce.DAY), 0);
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal notional = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    for (int i = 1; i <= 60; i++) {
      OrderEvent event = random(random, i, order);
      Order next;
      try {
        next = order.apply(event);
      } catch (IllegalStateException contradiction) {
        continue;
      }
      if (event instanceof OrderEvent.Filled report) {
        Fill fill = report.fill();
        filled = filled.add(fill.quantity().toBigDecimal());
        notional = notional.add(fill.notional().toBigDecimal());
        fees = fees.add(fill.fee().toBigDecimal());
        assertThat(next.seen(fill.executionId())).isTrue();
      }
      assertThat(next.filledQuantity().plus(next.remaining())).isEqualTo(quantity);
      assertThat(next.filledQuantity().toBigDecimal()).isEqualByComparingTo(filled);
      assertThat(next.filledNotional().toBigDecimal()).isEqualByComparingTo(notional);
      assertThat(next.fees().toBigDecimal()).isEqualByComparingTo(fees);
      assertThat(next.remaining().isNegative()).isFalse();
      assertThat(next.status() == OrderStatus.FILLED).isEqualTo(next.remaining().isZero());
      assertThat(next.averageFillPrice().isPresent()).isEqualTo(next.filledQuantity().isPositive());
      assertThat(next.updatedAt()).isGreaterThanOrEqualTo(order.updatedAt());
      if (order.status().terminal() && next.status() != order.status()) {
        assertThat(order.status()).isIn(OrderStatus.CANCELED, OrderStatus.EXPIRED);
        assertThat(next.status()).isEqualTo(OrderStatus.FILLED);
      }
      if (order.submitted()) {
        assertThat(next.submitted()).isTrue();
        assertThat(next.status()).isNotEqualTo(OrderStatus.CREATED);
      }
      if (next.status() == OrderStatus.REJECTED) {
        assertThat(next.filledQuantity().isZero()).isTrue();
      }
      order = next;
    }
  }

  @Property(tries = 2_000)
  void trueReportsEndInTheSameOrderHoweverTheyArrive(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<OrderEvent> truth = new ArrayList<>();
    truth.add(new OrderEvent.Accepted(ID, 2, "b-1"));
    int fills = random.nextInt(0, 4);
    for (int i = 0; i < fills; i++) {
      truth.add(filled(2, "e" + i));
    }
    if (random.nextBoolean()) {
      truth.add(new OrderEvent.Canceled(ID, 4, "gone"));
    } else if (random.nextBoolean()) {
      truth.add(new OrderEvent.Expired(ID, 4));
    } else {
      truth.add(filled(10 - 2 * fills, "rest"));
    }
    Order submitted =
        Order.created(OrderRequest.market(ID, IBM, Side.BUY, Decimal.of(10), TimeInForce.DAY), 0)
            .apply(new OrderEvent.Submitted(ID, 1));
    Order inOrder = applyAll(submitted, truth);

    List<OrderEvent> shuffled = new ArrayList<>(truth);
    shuffled.add(new OrderEvent.Unconfirmed(ID, 3));
    shuffled.add(truth.get(0));
    OrderEvent last = truth.get(truth.size() - 1);
    if (!(last instanceof OrderEvent.Filled)) {
      shuffled.add(last);
    }
    Collections.shuffle(shuffled, new Random(random.nextLong()));
    Order anyhow = applyAll(submitted, shuffled);

    assertThat(anyhow.status()).isEqualTo(inOrder.status());
    assertThat(anyhow.filledQuantity()).isEqualTo(inOrder.filledQuantity());
    assertThat(anyhow.filledNotional()).isEqualTo(inOrder.filledNotional());
    assertThat(anyhow.brokerOrderId()).isEqualTo(inOrder.brokerOrderId());
    assertThat(anyhow.fills()).containsExactlyInAnyOrderElementsOf(inOrder.fills());
  }

  private static Order applyAll(Order order, List<OrderEvent> events) {
    Order result = order;
    for (OrderEvent event : events) {
      result = result.apply(event);
    }
    return result;
  }

  private static OrderEvent.Filled filled(long quantity, String executionId) {
    return new OrderEvent.Filled(
        ID,
        3,
        new Fill(
            ID,
            executionId,
            IBM,
            Side.BUY,
            Decimal.of(quantity),
            Decimal.of(100 + quantity),
            Decimal.ZERO,
            3));
  }

  private static OrderEvent random(SplittableRandom random, int time, Order order) {
    long when = time + random.nextInt(-3, 3);
    return switch (random.nextInt(14)) {
      case 0, 1 -> new OrderEvent.Submitted(ID, when);
      case 2, 3 -> new OrderEvent.Accepted(ID, when, "b-1");
      case 4 -> new OrderEvent.Unconfirmed(ID, when);
      case 5 ->
          random.nextInt(4) == 0
              ? new OrderEvent.Rejected(ID, when, "no")
              : new OrderEvent.CancelRejected(ID, when, "too late");
      case 6, 7 -> new OrderEvent.CancelRequested(ID, when);
      case 8 -> new OrderEvent.CancelRejected(ID, when, "too late");
      case 9 ->
          random.nextInt(4) == 0
              ? new OrderEvent.Canceled(ID, when, "gone")
              : new OrderEvent.Unconfirmed(ID, when);
      case 10 ->
          random.nextInt(4) == 0
              ? new OrderEvent.Expired(ID, when)
              : new OrderEvent.Accepted(ID, when, "b-1");
      default -> new OrderEvent.Filled(ID, when, randomFill(random, order, when));
    };
  }

  private static Fill randomFill(SplittableRandom random, Order order, long when) {
    Decimal quantity = order.request().quantity();
    Decimal part =
        random.nextInt(8) == 0 && order.remaining().isPositive()
            ? order.remaining()
            : quantity.times(Decimal.ofScaled(random.nextLong(1, 60), 2), 9, RoundingMode.UP);
    return new Fill(
        ID,
        "e" + random.nextInt(200),
        IBM,
        Side.BUY,
        part,
        Decimal.ofScaled(random.nextLong(1, 100_000), random.nextInt(0, 5)),
        Decimal.ofScaled(random.nextLong(-50, 200), 3),
        when);
  }
}
