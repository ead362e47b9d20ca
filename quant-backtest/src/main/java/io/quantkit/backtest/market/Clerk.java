package io.quantkit.backtest.market;

import io.quantkit.backtest.cost.Costs;
import io.quantkit.core.action.OrderOutcome;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderClass;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what becomes of orders, does to the others of their group what follows from it, and
 * tells both to whoever listens.
 */
final class Clerk implements Executor {
  /** The decimals of what is charged because the price could not be worse: 2. */
  private static final int FEE_SCALE = 2;

  /** What a sum of doubles may be off by, as a part of the notional. */
  private static final double ROUNDING = 1e-12;

  private static final String[] NUMBERS = new String[256];

  static {
    for (int i = 0; i < NUMBERS.length; i++) {
      NUMBERS[i] = Integer.toString(i);
    }
  }

  private final OrderIndex index;
  private final AccountBook account;
  private final ExecutionListener executions;
  private final boolean exitsAtOnce;
  private @Nullable OrderListener listener;
  private @Nullable Columns defaults;
  private @Nullable BarMatcher bars;
  private long now = Long.MIN_VALUE;

  Clerk(OrderIndex index, AccountBook account, ExecutionListener executions, boolean exitsAtOnce) {
    this.index = index;
    this.account = account;
    this.executions = executions;
    this.exitsAtOnce = exitsAtOnce;
  }

  void listen(OrderListener newListener) {
    if (listener != null) {
      throw new IllegalStateException("a simulated market has one listener, and has it already");
    }
    listener = newListener;
  }

  /** Names the matcher whose walk exits join when their entry is executed in it. */
  void matchingWith(BarMatcher matcher) {
    bars = matcher;
  }

  /** Sets what executions cost in a symbol that no bar has told its column of. */
  void defaults(Columns columns) {
    defaults = columns;
  }

  /** Returns whether that is set. */
  boolean hasDefaults() {
    return defaults != null;
  }

  void advanceTo(long time) {
    now = Math.max(now, time);
  }

  long now() {
    return now;
  }

  Costs costs(SymbolBook book) {
    Columns columns = book.columns;
    if (columns == null) {
      columns = defaults;
      if (columns == null) {
        throw new IllegalStateException("no costs of " + book.symbol + " are known");
      }
      book.columns = columns;
      book.column = columns.of(book);
    }
    return columns.costs;
  }

  /** Tells of an order that the broker places by itself. */
  void announce(OrderRequest order) {
    OrderListener told = listener;
    if (told != null) {
      told.onBrokerOrder(order);
    }
  }

  void tell(OrderEvent event) {
    OrderListener told = listener;
    if (told == null) {
      throw new IllegalStateException("a simulated market must have a listener before orders");
    }
    told.onOrderEvent(event);
  }

  void tell(AccountActivity activity) {
    OrderListener told = listener;
    if (told != null) {
      told.onActivity(activity);
    }
  }

  /** Returns by how many units an order can bring the position nearer to zero. */
  Decimal reducible(WorkingOrder order) {
    Decimal position = account.position(order.book);
    Decimal against = order.buy ? position.negated() : position;
    return against.max(Decimal.ZERO);
  }

  /** Executes an order; the spread is what its price is off the reference. */
  @Override
  public void execute(
      WorkingOrder order,
      double reference,
      Decimal price,
      Decimal quantity,
      boolean taking,
      long time) {
    double off = taking ? order.sign() * (price.doubleValue() - reference) / reference : 0;
    fill(order, reference, price, quantity, taking, time, Math.max(0, off), 0);
  }

  /**
   * Executes a part of an order or all that is left. What half the spread and slippage would cost
   * beyond what the price does is part of the fee.
   */
  void fill(
      WorkingOrder order,
      double reference,
      Decimal price,
      Decimal quantity,
      boolean taking,
      long time,
      double halfSpread,
      double slippage) {
    SymbolBook book = order.book;
    Costs costs = costs(book);
    double units = quantity.doubleValue();
    double notional = reference * units;
    Decimal commission =
        costs.fees(order.id(), book.column, order.side(), quantity, price, taking, time);
    Decimal fee = commission;
    double inPrice = 0;
    if (taking) {
      inPrice = order.sign() * (price.doubleValue() - reference) * units;
      double missing = (halfSpread + slippage) * notional - inPrice;
      if (missing > ROUNDING * notional) {
        fee = fee.plus(Decimal.of(missing, FEE_SCALE, RoundingMode.UP));
      }
    }
    OrderRequest request = order.request;
    Fill fill =
        new Fill(
            request.id(),
            number(++order.executions),
            request.symbol(),
            request.side(),
            quantity,
            price,
            fee,
            time);
    Decimal left = order.remaining;
    order.remaining = quantity.equals(left) ? Decimal.ZERO : left.minus(quantity);
    account.onFill(book, fill);
    costs.onFill(book.column, order.side(), units, price.doubleValue(), book.volume, time);
    if (executions != ExecutionListener.NONE) {
      double spread = halfSpread * notional;
      double charged = commission.doubleValue();
      double rest = inPrice + fee.doubleValue() - charged - spread;
      executions.onExecution(new Execution(fill, reference, charged, spread, rest));
    }
    tell(new OrderEvent.Filled(request.id(), now, fill));
    if (order.remaining.isZero()) {
      close(order);
    }
    if (order.group != null) {
      followFill(order, order.group, quantity);
    }
  }

  private static String number(int n) {
    return n < NUMBERS.length ? NUMBERS[n] : Integer.toString(n);
  }

  private void followFill(WorkingOrder order, OrderGroup group, Decimal quantity) {
    if (group.isEntry(order)) {
      if (order.done) {
        release(group.takeProfit, order);
        release(group.stopLoss, order);
      }
      return;
    }
    WorkingOrder other = group.other(order);
    if (other == null || other.done) {
      return;
    }
    String what = (order == group.takeProfit ? "take-profit" : "stop-loss") + " filled";
    if (order.done || other.remaining.compareTo(quantity) <= 0) {
      end(other, what);
      return;
    }
    Decimal filled = other.request.quantity().minus(other.remaining);
    other.remaining = other.remaining.minus(quantity);
    other.request = other.request.withQuantity(filled.plus(other.remaining));
    tell(new OrderEvent.Restated(other.id(), now, other.request, what + " in part"));
  }

  /** Lets an exit work from where its entry was executed. */
  private void release(@Nullable WorkingOrder exit, WorkingOrder entry) {
    if (exit == null || exit.done) {
      return;
    }
    exit.working = true;
    exit.activeFrom = now;
    tell(new OrderEvent.Accepted(exit.id(), now, exit.id().value()));
    TickMatcher ticks = exit.book.ticks;
    if (ticks != null) {
      ticks.arrived(exit, now);
      return;
    }
    BarMatcher matcher = bars;
    if (matcher != null && exitsAtOnce && !Double.isNaN(entry.cursor)) {
      exit.best = entry.eventPrice;
      matcher.place(exit, entry.eventAt, entry.eventPrice);
    }
  }

  void cancel(WorkingOrder order, String reason) {
    close(order);
    tell(new OrderEvent.Canceled(order.id(), now, reason));
    followEnd(order, "cancelled with order " + order.id());
  }

  void reject(WorkingOrder order, String reason) {
    close(order);
    tell(new OrderEvent.Rejected(order.id(), now, reason));
    followEnd(order, "cancelled as order " + order.id() + " was rejected");
  }

  void expire(WorkingOrder order) {
    close(order);
    tell(new OrderEvent.Expired(order.id(), now));
    if (order.group != null && order.group.isEntry(order)) {
      followEnd(order, "cancelled as order " + order.id() + " expired");
    }
  }

  /** Takes back an order that was not accepted after all. */
  void withdraw(WorkingOrder order) {
    close(order);
    OrderGroup group = order.group;
    if (group != null) {
      withdrawExit(group.takeProfit, order);
      withdrawExit(group.stopLoss, order);
    }
    order.book.compact();
  }

  private void withdrawExit(@Nullable WorkingOrder exit, WorkingOrder parent) {
    if (exit != null && exit != parent) {
      close(exit);
    }
  }

  /**
   * Cancels an order because another one takes its place: as an exit it leaves its place in the
   * group, as an entry it takes its exits with it.
   */
  void replace(WorkingOrder old, WorkingOrder replacement) {
    String reason = "replaced by " + replacement.id();
    OrderGroup group = old.group;
    close(old);
    tell(new OrderEvent.Canceled(old.id(), now, reason));
    boolean exit = old.request.instructions().orderClass() == OrderClass.SIMPLE;
    if (group != null && exit) {
      group.replace(old, replacement);
      replacement.group = group;
    } else {
      followEnd(old, reason);
    }
    old.book.compact();
  }

  /** Does to an order what a corporate action makes of it. */
  void follow(WorkingOrder order, CorporateAction action, OrderOutcome outcome) {
    if (outcome instanceof OrderOutcome.Canceled canceled) {
      cancel(order, canceled.reason());
    } else if (outcome instanceof OrderOutcome.Adjusted adjusted) {
      Decimal filled = order.request.quantity().minus(order.remaining);
      order.remaining = adjusted.request().quantity();
      order.best = Triggers.bestAfter(action, order.best);
      order.restate(adjusted.request().withQuantity(filled.plus(order.remaining)));
      tell(new OrderEvent.Restated(order.id(), now, order.request, adjusted.reason()));
    }
  }

  private void followEnd(WorkingOrder order, String reason) {
    OrderGroup group = order.group;
    if (group != null) {
      end(group.entry, reason);
      end(group.takeProfit, reason);
      end(group.stopLoss, reason);
    }
  }

  private void end(@Nullable WorkingOrder order, String reason) {
    if (order != null && !order.done) {
      close(order);
      tell(new OrderEvent.Canceled(order.id(), now, reason));
    }
  }

  private void close(WorkingOrder order) {
    order.working = false;
    order.done = true;
    index.forget(order);
  }
}
