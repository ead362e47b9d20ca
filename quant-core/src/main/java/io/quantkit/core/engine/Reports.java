package io.quantkit.core.engine;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What a broker has reported and the engine has not dealt with yet, in the order of arrival. */
final class Reports implements OrderListener {
  private final ArrayDeque<Object> own = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<Object> others = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread engineThread;

  /** Makes the current thread the engine's: what it reports itself needs no synchronisation. */
  void claim() {
    engineThread = Thread.currentThread();
  }

  @Override
  public void onOrderEvent(OrderEvent event) {
    add(event);
  }

  @Override
  public void onActivity(AccountActivity activity) {
    add(activity);
  }

  @Override
  public void onBrokerOrder(OrderRequest order) {
    add(order);
  }

  private void add(Object report) {
    if (Thread.currentThread() == engineThread) {
      own.add(report);
    } else {
      others.add(report);
    }
  }

  /** Removes and returns the next report: an order event, a broker's own order or an activity. */
  @Nullable Object poll() {
    Object report = own.poll();
    return report == null ? others.poll() : report;
  }
}
