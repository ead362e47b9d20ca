package io.quantkit.core.ledger;

import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderIdMap;
import java.util.HashSet;
import java.util.Set;

/** The identifiers of fills that were booked; they are only unique within an order. */
final class Executions {

  /** By order the identifier of its one execution, or the set of those of several. */
  private final OrderIdMap<Object> booked = new OrderIdMap<>();

  /** Returns whether a fill was added. */
  boolean contains(Fill fill) {
    Object known = booked.get(fill.orderId());
    return known instanceof Set<?> several
        ? several.contains(fill.executionId())
        : fill.executionId().equals(known);
  }

  /** Adds a fill that was not added before. */
  void add(Fill fill) {
    Object known = booked.get(fill.orderId());
    if (known == null) {
      booked.put(fill.orderId(), fill.executionId());
    } else if (known instanceof Several several) {
      several.add(fill.executionId());
    } else {
      Several both = new Several();
      both.add((String) known);
      both.add(fill.executionId());
      booked.put(fill.orderId(), both);
    }
  }

  private static final class Several extends HashSet<String> {
    private static final long serialVersionUID = 1;
  }
}
