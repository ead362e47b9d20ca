package io.quantkit.backtest.market;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * What is under way between a strategy and the market: requests one way, reports the other. On each
 * way what was sent first arrives first.
 */
final class Transit {
  private final Latency.Delays requestDelays;
  private final Latency.Delays reportDelays;
  private final ArrayDeque<Parcel> requests = new ArrayDeque<>();
  private final ArrayDeque<Parcel> reports = new ArrayDeque<>();
  private final Set<ClientOrderId> ids = new HashSet<>(); // never iterated
  private long lastRequest = Long.MIN_VALUE;
  private long lastReport = Long.MIN_VALUE;

  private record Parcel(long due, Runnable delivery) {}

  Transit(Latencies latencies, long seed) {
    this.requestDelays = latencies.startRequests(seed);
    this.reportDelays = latencies.startReports(seed);
  }

  /** Returns who takes the reports of a clerk and lets a listener have them later. */
  OrderListener through(OrderListener listener, Clerk clerk) {
    return new OrderListener() {
      @Override
      public void onOrderEvent(OrderEvent event) {
        report(clerk.now(), () -> listener.onOrderEvent(event));
      }

      @Override
      public void onBrokerOrder(OrderRequest order) {
        listener.onBrokerOrder(order);
      }

      @Override
      public void onActivity(AccountActivity activity) {
        listener.onActivity(activity);
      }
    };
  }

  /** Marks an identifier as used; returns whether it was not before. */
  boolean add(ClientOrderId id) {
    return ids.add(id);
  }

  /** Sends a request to the market; what it does there happens when it arrives. */
  void request(long now, Runnable arrival) {
    lastRequest = Math.max(lastRequest, Math.addExact(now, requestDelays.next(now)));
    requests.add(new Parcel(lastRequest, arrival));
  }

  private void report(long now, Runnable arrival) {
    lastReport = Math.max(lastReport, Math.addExact(now, reportDelays.next(now)));
    reports.add(new Parcel(lastReport, arrival));
  }

  /** Returns when the next thing arrives, {@link Long#MAX_VALUE} if nothing is under way. */
  long nextTime() {
    return Math.min(due(requests), due(reports));
  }

  /** Delivers the next thing, requests before reports. */
  void deliver() {
    ArrayDeque<Parcel> next = due(requests) <= due(reports) ? requests : reports;
    next.remove().delivery.run();
  }

  private static long due(ArrayDeque<Parcel> parcels) {
    Parcel first = parcels.peek();
    return first == null ? Long.MAX_VALUE : first.due;
  }
}
