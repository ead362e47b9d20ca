package io.quantkit.core.broker;

import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderRules;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.TimeInForce;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker can do, as data that can be asked before an order is sent.
 *
 * @param rules the orders it takes
 * @param shorting whether positions may become negative
 */
public record BrokerCapabilities(OrderRules rules, boolean shorting) {

  public BrokerCapabilities {
    Objects.requireNonNull(rules, "rules");
  }

  /**
   * Creates capabilities of a broker that takes what {@link OrderRules#GENERAL} allows, as far as
   * types and times go.
   *
   * @param orderTypes the order types it takes
   * @param timesInForce the times in force it takes
   * @param fractional whether quantities may have decimals
   * @param shorting whether positions may become negative
   */
  public BrokerCapabilities(
      Set<OrderType> orderTypes,
      Set<TimeInForce> timesInForce,
      boolean fractional,
      boolean shorting) {
    this(OrderRules.GENERAL.restrictedTo(orderTypes, timesInForce, fractional), shorting);
  }

  /** Returns why an order cannot be taken, empty if these capabilities do not speak against it. */
  public Optional<String> refusal(OrderRequest order) {
    return rules.refusal(order);
  }
}
