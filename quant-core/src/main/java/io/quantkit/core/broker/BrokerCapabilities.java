package io.quantkit.core.broker;

import com.google.common.collect.ImmutableSet;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.TimeInForce;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker can do, as data that can be asked before an order is sent.
 *
 * @param orderTypes the order types it takes
 * @param timesInForce the times in force it takes
 * @param fractional whether quantities may have decimals
 * @param shorting whether positions may become negative
 */
public record BrokerCapabilities(
    Set<OrderType> orderTypes,
    Set<TimeInForce> timesInForce,
    boolean fractional,
    boolean shorting) {

  public BrokerCapabilities {
    orderTypes = ImmutableSet.copyOf(orderTypes);
    timesInForce = ImmutableSet.copyOf(timesInForce);
  }

  /** Returns why an order cannot be taken, empty if these capabilities do not speak against it. */
  public Optional<String> refusal(OrderRequest order) {
    if (!orderTypes.contains(order.terms().type())) {
      return Optional.of(
          "order type must be one of " + orderTypes + ", was " + order.terms().type());
    }
    if (!timesInForce.contains(order.timeInForce())) {
      return Optional.of(
          "time in force must be one of " + timesInForce + ", was " + order.timeInForce());
    }
    if (!fractional && order.quantity().scale() > 0) {
      return Optional.of("quantity must be whole, was " + order.quantity());
    }
    return Optional.empty();
  }
}
