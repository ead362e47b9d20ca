package io.quantkit.core.engine;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.BrokerCapabilities;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker beside the engine that fills every order at the next close, in whole, for no fee. */
final class ScriptedBroker implements Broker, Venue {
  final List<OrderRequest> received = new ArrayList<>();
  final Map<ClientOrderId, OrderRequest> working = new LinkedHashMap<>();
  final List<String> seen = new ArrayList<>();
  boolean filling = true;
  private @Nullable OrderListener listener;
  private int executions;

  @Override
  public void onBars(BarSlice bars) {
    if (filling) {
      for (OrderRequest order : List.copyOf(working.values())) {
        int s = bars.symbols().indexOf(order.symbol());
        if (s >= 0 && bars.has(s)) {
          fill(order, order.quantity(), Decimal.of(bars.close(s)), bars.knownAt());
        }
      }
    }
  }

  void fill(OrderRequest order, Decimal quantity, Decimal price, long time) {
    working.remove(order.id());
    tell(
        new OrderEvent.Filled(
            order.id(),
            time,
            new Fill(
                order.id(),
                "x" + ++executions,
                order.symbol(),
                order.side(),
                quantity,
                price,
                Decimal.ZERO,
                time)));
  }

  void tell(OrderEvent event) {
    if (listener != null) {
      listener.onOrderEvent(event);
    }
  }

  void tell(AccountActivity activity) {
    if (listener != null) {
      listener.onActivity(activity);
    }
  }

  @Override
  public BrokerCapabilities capabilities() {
    return new BrokerCapabilities(
        EnumSet.allOf(OrderType.class), EnumSet.allOf(TimeInForce.class), true, true);
  }

  @Override
  public void listen(OrderListener newListener) {
    listener = newListener;
  }

  @Override
  public Submission submit(OrderRequest order) {
    received.add(order);
    working.put(order.id(), order);
    return new Submission.Accepted(order.id(), "b-" + order.id().value());
  }

  @Override
  public Submission replace(ClientOrderId orderId, OrderRequest replacement) {
    if (working.remove(orderId) == null) {
      return new Submission.Rejected(replacement.id(), "order " + orderId + " is not working");
    }
    tell(new OrderEvent.Canceled(orderId, 0, "replaced by " + replacement.id()));
    return submit(replacement);
  }

  @Override
  public Cancellation cancel(ClientOrderId orderId) {
    if (working.remove(orderId) == null) {
      return new Cancellation.Refused(orderId, "order is not working");
    }
    tell(new OrderEvent.Canceled(orderId, 0, "cancelled on request"));
    return new Cancellation.Requested(orderId);
  }

  @Override
  public AccountSnapshot account() {
    return new AccountSnapshot("script", Currency.USD, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);
  }
}
