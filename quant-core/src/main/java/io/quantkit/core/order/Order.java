package io.quantkit.core.order;

import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order and everything that has become of it so far. Immutable: {@link #apply} returns the next
 * state.
 *
 * <p>What may happen in which status:
 *
 * <pre>
 *                   Submitted Accepted Unconfirmed Rejected Filled  CancelRequested CancelRejected Canceled Expired
 * CREATED           SUBMITTED    -         -       REJECTED   -           -               -           -        -
 * SUBMITTED             -     ACCEPTED UNCONFIRMED REJECTED  (1)    PENDING_CANCEL       (0)      CANCELED EXPIRED
 * UNCONFIRMED           -     ACCEPTED    (0)      REJECTED  (1)    PENDING_CANCEL       (0)      CANCELED EXPIRED
 * ACCEPTED              -        (0)      (0)      REJECTED  (1)    PENDING_CANCEL       (0)      CANCELED EXPIRED
 * PARTIALLY_FILLED      -        (0)      (0)         -      (1)    PENDING_CANCEL       (0)      CANCELED EXPIRED
 * PENDING_CANCEL        -        (0)      (0)      (2)       (1)         (0)             (3)      CANCELED EXPIRED
 * FILLED                -        (0)      (0)         -       -          (0)             (0)         (0)      (0)
 * CANCELED, EXPIRED     -        (0)      (0)         -      (4)         (0)             (0)         (0)      (0)
 * REJECTED              -        (0)      (0)        (0)      -          (0)             (0)          -        -
 * </pre>
 *
 * <ul>
 *   <li>A dash is a contradiction: {@link #apply} throws. So is anything but a rejection about an
 *       order that was never submitted, even where it was rejected.
 *   <li>(0) Reports may be repeated and may overtake one another, so one that is merely late leaves
 *       the status as it is. A late acceptance still tells the broker's identifier.
 *   <li>(1) {@code FILLED} if nothing remains, otherwise {@code PENDING_CANCEL} if a cancellation
 *       is under way, otherwise {@code PARTIALLY_FILLED}.
 *   <li>(2) {@code REJECTED}, unless some of it was executed: that is a contradiction. A venue that
 *       refuses the rest of a partly filled order has cancelled it.
 *   <li>(3) Back to where the order would be had nobody asked for its cancellation.
 *   <li>(4) A fill that was under way when the order was cancelled or expired counts: the status
 *       becomes {@code FILLED} if nothing remains and else stays. Nothing else ever changes the
 *       status of an order that is done. (That {@code FILLED} outranks the other two follows the
 *       precedence of OrdStatus in the Execution Report of FIX 4.4.)
 * </ul>
 *
 * <p>{@code Triggered} and {@code Restated} change no status; a restated order stands for what the
 * broker made of it, and one that is done is not restated any more.
 *
 * <p>{@code filledQuantity + remaining = quantity} at all times. A fill is counted once: applying
 * an execution identifier a second time throws, so drop repeated reports with {@link #seen} first.
 */
public final class Order {
  private final OrderRequest request;
  private final long createdAt;
  private final long updatedAt;
  private final OrderStatus standing; // the status, leaving pending cancellations aside
  private final boolean cancelPending;
  private final boolean submitted;
  private final @Nullable String brokerOrderId;
  private final @Nullable String reason;
  private final Decimal filledQuantity;
  private final @Nullable Execution lastExecution;

  private Order(Draft draft) {
    this.request = draft.request;
    this.createdAt = draft.createdAt;
    this.updatedAt = draft.updatedAt;
    this.standing = draft.standing;
    this.cancelPending = draft.cancelPending;
    this.submitted = draft.submitted;
    this.brokerOrderId = draft.brokerOrderId;
    this.reason = draft.reason;
    this.filledQuantity = draft.filledQuantity;
    this.lastExecution = draft.lastExecution;
  }

  /**
   * Returns a new order that no broker has been told of.
   *
   * @param time when it was created, in epoch nanoseconds
   */
  public static Order created(OrderRequest request, long time) {
    return new Order(new Draft(request, time));
  }

  /**
   * Returns a new order that is just being handed to a broker: the same as a created one after
   * {@link OrderEvent.Submitted} at that time.
   *
   * @param time when it was created and submitted, in epoch nanoseconds
   */
  public static Order submitted(OrderRequest request, long time) {
    Draft draft = new Draft(request, time).to(OrderStatus.SUBMITTED);
    draft.submitted = true;
    return draft.order();
  }

  /** Returns what was asked for. */
  public OrderRequest request() {
    return request;
  }

  /** Returns the caller's name for the order. */
  public ClientOrderId id() {
    return request.id();
  }

  /** Returns where the order stands. */
  public OrderStatus status() {
    return cancelPending ? OrderStatus.PENDING_CANCEL : standing;
  }

  /** Returns whether the order was ever handed to a broker. */
  public boolean submitted() {
    return submitted;
  }

  /** Returns how many units were executed, never negative. */
  public Decimal filledQuantity() {
    return filledQuantity;
  }

  /** Returns how many units were not executed; of an order that is done, they never will be. */
  public Decimal remaining() {
    return request.quantity().minus(filledQuantity);
  }

  /** Returns the sum of {@link Fill#notional()} over all fills, positive on both sides. */
  public Decimal filledNotional() {
    return sum(Fill::notional);
  }

  /**
   * Returns {@code filledNotional / filledQuantity} rounded to nine decimals, ties to even; empty
   * before the first fill.
   */
  public Optional<Decimal> averageFillPrice() {
    return filledQuantity.isZero()
        ? Optional.empty()
        : Optional.of(
            filledNotional()
                .dividedBy(filledQuantity, Fill.NOTIONAL_SCALE, RoundingMode.HALF_EVEN));
  }

  /** Returns the sum of the fees of all fills, negative if rebates outweigh them. */
  public Decimal fees() {
    return sum(Fill::fee);
  }

  private Decimal sum(Function<Fill, Decimal> amount) {
    Decimal sum = Decimal.ZERO;
    for (Execution e = lastExecution; e != null; e = e.previous) {
      sum = sum.plus(amount.apply(e.fill));
    }
    return sum;
  }

  /** Returns the fills in the order in which they were applied. */
  public List<Fill> fills() {
    List<Fill> fills = new ArrayList<>();
    for (Execution e = lastExecution; e != null; e = e.previous) {
      fills.add(e.fill);
    }
    Collections.reverse(fills);
    return Collections.unmodifiableList(fills);
  }

  /** Returns whether a fill with the execution identifier was applied. */
  public boolean seen(String executionId) {
    for (Execution e = lastExecution; e != null; e = e.previous) {
      if (e.fill.executionId().equals(executionId)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the identifier that the broker assigned, once it is known. */
  public Optional<String> brokerOrderId() {
    return Optional.ofNullable(brokerOrderId);
  }

  /** Returns why the order was last rejected or cancelled or its cancellation refused. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Returns when the order was created, in epoch nanoseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** Returns the latest time of all events that changed the order, in epoch nanoseconds. */
  public long updatedAt() {
    return updatedAt;
  }

  /**
   * Returns the order after an event; this very object if the event changes nothing.
   *
   * @throws IllegalArgumentException if the event or its fill is about another order, symbol or
   *     side
   * @throws IllegalStateException if the event contradicts what is known: it may not happen in this
   *     status, its execution was applied before, it fills more than remains, or it names another
   *     broker identifier
   */
  public Order apply(OrderEvent event) {
    if (!request.id().equals(event.orderId())) {
      throw new IllegalArgumentException(
          "event must be about order " + request.id() + ", was " + event);
    }
    if (event instanceof OrderEvent.Filled filled) {
      return fill(filled);
    } else if (event instanceof OrderEvent.Submitted) {
      return submit(event);
    } else if (event instanceof OrderEvent.Rejected rejected) {
      return reject(rejected);
    }
    if (!submitted) {
      throw contradiction(event, "was never submitted");
    }
    if (event instanceof OrderEvent.Accepted accepted) {
      return accept(accepted);
    } else if (event instanceof OrderEvent.Unconfirmed) {
      return standing == OrderStatus.SUBMITTED
          ? after(event).to(OrderStatus.UNCONFIRMED).order()
          : this;
    } else if (event instanceof OrderEvent.CancelRequested) {
      return cancelPending || standing.terminal() ? this : after(event).cancelPending(true).order();
    } else if (event instanceof OrderEvent.CancelRejected rejected) {
      return cancelPending
          ? after(event).cancelPending(false).because(rejected.reason()).order()
          : this;
    } else if (event instanceof OrderEvent.Canceled canceled) {
      return end(event, OrderStatus.CANCELED, canceled.reason());
    } else if (event instanceof OrderEvent.Expired) {
      return end(event, OrderStatus.EXPIRED, null);
    } else if (event instanceof OrderEvent.Triggered) {
      return standing.terminal() ? this : after(event).order();
    } else if (event instanceof OrderEvent.Restated restated) {
      return restate(restated);
    }
    throw new AssertionError("unknown event " + event);
  }

  private Order submit(OrderEvent event) {
    if (standing != OrderStatus.CREATED) {
      throw contradiction(event, "may be submitted once");
    }
    Draft draft = after(event).to(OrderStatus.SUBMITTED);
    draft.submitted = true;
    return draft.order();
  }

  private Order accept(OrderEvent.Accepted event) {
    if (brokerOrderId != null) {
      if (!brokerOrderId.equals(event.brokerOrderId())) {
        throw contradiction(event, "is known to the broker as " + brokerOrderId);
      }
      return this;
    }
    Draft draft = after(event);
    draft.brokerOrderId = event.brokerOrderId();
    if (standing == OrderStatus.SUBMITTED || standing == OrderStatus.UNCONFIRMED) {
      draft.standing = OrderStatus.ACCEPTED;
    }
    return draft.order();
  }

  private Order reject(OrderEvent.Rejected event) {
    if (standing == OrderStatus.REJECTED) {
      return this;
    }
    if (standing.terminal() || filledQuantity.isPositive()) {
      throw contradiction(event, "cannot be rejected any more");
    }
    return after(event).to(OrderStatus.REJECTED).because(event.reason()).order();
  }

  private Order fill(OrderEvent.Filled event) {
    Fill fill = event.fill();
    if (fill.side() != request.side() || !fill.symbol().equals(request.symbol())) {
      throw new IllegalArgumentException(
          "fill must be a %s of %s, was %s".formatted(request.side(), request.symbol(), fill));
    }
    if (!submitted || standing == OrderStatus.REJECTED) {
      throw contradiction(event, "cannot be filled");
    }
    if (seen(fill.executionId())) {
      throw contradiction(event, "has counted execution " + fill.executionId() + " before");
    }
    Decimal filled = filledQuantity.plus(fill.quantity());
    int compared = filled.compareTo(request.quantity());
    if (compared > 0) {
      throw contradiction(event, "has only " + remaining() + " remaining");
    }
    Draft draft = after(event);
    draft.filledQuantity = filled;
    draft.lastExecution = new Execution(fill, lastExecution);
    if (compared == 0) {
      draft.to(OrderStatus.FILLED);
    } else if (!standing.terminal()) {
      draft.standing = OrderStatus.PARTIALLY_FILLED;
    }
    return draft.order();
  }

  private Order restate(OrderEvent.Restated event) {
    OrderRequest now = event.order();
    if (now.side() != request.side() || now.quantity().compareTo(filledQuantity) <= 0) {
      throw contradiction(event, "has " + filledQuantity + " executed already");
    }
    if (standing.terminal()) {
      return this;
    }
    Draft draft = after(event);
    draft.request = now;
    return draft.because(event.reason()).order();
  }

  private Order end(OrderEvent event, OrderStatus status, @Nullable String why) {
    if (standing == OrderStatus.REJECTED) {
      throw contradiction(event, "was rejected");
    }
    return standing.terminal() ? this : after(event).to(status).because(why).order();
  }

  private Draft after(OrderEvent event) {
    return new Draft(this, event.time());
  }

  private IllegalStateException contradiction(OrderEvent event, String why) {
    return new IllegalStateException(
        "order %s (%s) %s, event was %s".formatted(request.id(), status(), why, event));
  }

  @Override
  public String toString() {
    return "Order[%s %s %s %s %s, %s, filled %s]"
        .formatted(
            request.id(),
            request.side(),
            request.quantity(),
            request.symbol(),
            request.terms(),
            status(),
            filledQuantity);
  }

  private record Execution(Fill fill, @Nullable Execution previous) {}

  private static final class Draft {
    private OrderRequest request;
    private final long createdAt;
    private final long updatedAt;
    private OrderStatus standing;
    private boolean cancelPending;
    private boolean submitted;
    private @Nullable String brokerOrderId;
    private @Nullable String reason;
    private Decimal filledQuantity;
    private @Nullable Execution lastExecution;

    Draft(OrderRequest request, long time) {
      this.request = request;
      this.createdAt = time;
      this.updatedAt = time;
      this.standing = OrderStatus.CREATED;
      this.filledQuantity = Decimal.ZERO;
    }

    Draft(Order order, long time) {
      this.request = order.request;
      this.createdAt = order.createdAt;
      this.updatedAt = Math.max(order.updatedAt, time);
      this.standing = order.standing;
      this.cancelPending = order.cancelPending;
      this.submitted = order.submitted;
      this.brokerOrderId = order.brokerOrderId;
      this.reason = order.reason;
      this.filledQuantity = order.filledQuantity;
      this.lastExecution = order.lastExecution;
    }

    /** Moves the order on; whoever is done has no cancellation under way. */
    Draft to(OrderStatus status) {
      standing = status;
      cancelPending &= !status.terminal();
      return this;
    }

    Draft cancelPending(boolean pending) {
      cancelPending = pending;
      return this;
    }

    Draft because(@Nullable String why) {
      reason = why == null ? reason : why;
      return this;
    }

    Order order() {
      return new Order(this);
    }
  }
}
