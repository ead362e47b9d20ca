package io.quantkit.core.order;

import io.quantkit.core.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a venue takes: a table over order type, time in force, order class and whether the
 * quantity is fractional. Each cell is allowed, or holds the reason why it is not.
 *
 * <p>Beyond the table an order must not contradict itself: {@link #refusal(OrderRequest)} says so
 * of exits on the wrong side of each other or of the entry, of a stop-limit whose limit is on the
 * wrong side of its stop, of an end without {@code GTD}, of post-only orders that could not rest.
 *
 * <p>Immutable. Rules are asked in the order they were given; the first that refuses is told.
 */
public final class OrderRules {
  private static final int TIMES = TimeInForce.values().length;
  private static final int CLASSES = OrderClass.values().length;

  /**
   * What any venue could honour, and what the simulated market takes.
   *
   * <ul>
   *   <li>Market and limit orders have every time in force.
   *   <li>Orders that wait for a price, icebergs and pegs stand, so they are {@code DAY}, {@code
   *       GTC} or {@code GTD}; auctions take market and limit orders only.
   *   <li>Brackets, OCO and OTO stand as well, whatever their entry; an OCO is a limit order with a
   *       stop beside it.
   *   <li>Quantities may be fractional; the instrument's lot decides.
   * </ul>
   */
  public static final OrderRules GENERAL =
      builder("general")
          .refuse(
              "an order with exits stands, so it must be DAY, GTC or GTD",
              c -> c.orderClass != OrderClass.SIMPLE && !stands(c.timeInForce))
          .refuse(
              "an OCO order is a take-profit LIMIT with a stop-loss beside it",
              c -> c.orderClass == OrderClass.OCO && c.type != OrderType.LIMIT)
          .refuse(
              "auctions take MARKET and LIMIT orders only",
              c -> auction(c.timeInForce) && !plain(c.type))
          .refuse(
              "an order that waits for a price cannot be executed at once; use DAY, GTC or GTD",
              c -> atOnce(c.timeInForce) && waits(c.type))
          .refuse(
              "an order that rests in the book cannot be executed at once; use DAY, GTC or GTD",
              c -> atOnce(c.timeInForce) && !plain(c.type))
          .build();

  /**
   * What Alpaca takes for US equities: five order types; whole shares in all times in force but
   * {@code GTD}; fractions for the day, on their own and not trailing; brackets, OCO and OTO for
   * the day or until cancelled, in whole shares; trailing stops for the day or until cancelled, and
   * never together with other orders; market and limit orders only at the open, the close or at
   * once. Alpaca knows no reduce-only and post-only orders. Source: Alpaca, "Placing Orders".
   */
  public static final OrderRules ALPACA_EQUITIES =
      builder("Alpaca, US equities")
          .refuse(
              "the broker takes MARKET, LIMIT, STOP, STOP_LIMIT and TRAILING_STOP orders",
              c ->
                  !plain(c.type)
                      && c.type != OrderType.STOP
                      && c.type != OrderType.STOP_LIMIT
                      && c.type != OrderType.TRAILING_STOP)
          .refuse(
              "the broker takes no orders with an end of their own",
              c -> c.timeInForce == TimeInForce.GTD)
          .refuse(
              "an OCO order is a take-profit LIMIT with a stop-loss beside it",
              c -> c.orderClass == OrderClass.OCO && c.type != OrderType.LIMIT)
          .refuse(
              "a trailing stop is no part of a BRACKET, OCO or OTO order",
              c -> c.orderClass != OrderClass.SIMPLE && c.type == OrderType.TRAILING_STOP)
          .refuse(
              "BRACKET, OCO and OTO orders must be DAY or GTC",
              c ->
                  c.orderClass != OrderClass.SIMPLE
                      && c.timeInForce != TimeInForce.DAY
                      && c.timeInForce != TimeInForce.GTC)
          .refuse(
              "BRACKET, OCO and OTO orders must be for whole shares",
              c -> c.orderClass != OrderClass.SIMPLE && c.fractional)
          .refuse(
              "fractional orders must be DAY orders",
              c -> c.fractional && c.timeInForce != TimeInForce.DAY)
          .refuse(
              "a trailing stop must be for whole shares",
              c -> c.fractional && c.type == OrderType.TRAILING_STOP)
          .refuse(
              "OPG and CLS take MARKET and LIMIT orders only",
              c -> auction(c.timeInForce) && !plain(c.type))
          .refuse(
              "an order that waits for a price cannot be executed at once; use DAY or GTC",
              c -> atOnce(c.timeInForce) && waits(c.type))
          .refuseConditions()
          .refuseTrailingExits()
          .build();

  private final String name;
  private final @Nullable String[] reasons;
  private final boolean conditions;
  private final boolean trailingExits;

  private OrderRules(
      String name, @Nullable String[] reasons, boolean conditions, boolean trailingExits) {
    this.name = name;
    this.reasons = reasons;
    this.conditions = conditions;
    this.trailingExits = trailingExits;
  }

  /**
   * Returns a builder of rules that refuse nothing until told otherwise.
   *
   * @param name whose rules they are
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns every cell of a table, in its order. */
  public static List<Combination> combinations() {
    List<Combination> all = new ArrayList<>();
    for (OrderType type : OrderType.values()) {
      for (TimeInForce timeInForce : TimeInForce.values()) {
        for (OrderClass orderClass : OrderClass.values()) {
          all.add(new Combination(type, timeInForce, orderClass, false));
          all.add(new Combination(type, timeInForce, orderClass, true));
        }
      }
    }
    return all;
  }

  /** Returns whose rules these are. */
  public String name() {
    return name;
  }

  /** Returns whether a cell of the table is allowed. */
  public boolean allows(Combination cell) {
    return reasons[cell.index()] == null;
  }

  /** Returns why a cell of the table is not allowed, empty if it is. */
  public Optional<String> refusal(Combination cell) {
    return Optional.ofNullable(reasons[cell.index()]);
  }

  /** Returns whether some order of a type is allowed. */
  public boolean allows(OrderType type) {
    return allowsAny(c -> c.type == type);
  }

  /** Returns whether some order of a time in force is allowed. */
  public boolean allows(TimeInForce timeInForce) {
    return allowsAny(c -> c.timeInForce == timeInForce);
  }

  /** Returns whether some order for a fractional quantity is allowed. */
  public boolean allowsFractions() {
    return allowsAny(Combination::fractional);
  }

  private boolean allowsAny(Predicate<Combination> which) {
    for (Combination cell : combinations()) {
      if (which.test(cell) && allows(cell)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns these rules for a venue that takes less.
   *
   * @param orderTypes the order types it takes
   * @param timesInForce the times in force it takes
   * @param fractions whether quantities may have decimals
   */
  public OrderRules restrictedTo(
      Set<OrderType> orderTypes, Set<TimeInForce> timesInForce, boolean fractions) {
    OrderRules less =
        builder(name)
            .refuse("order type must be one of " + orderTypes, c -> !orderTypes.contains(c.type))
            .refuse(
                "time in force must be one of " + timesInForce,
                c -> !timesInForce.contains(c.timeInForce))
            .refuse("quantity must be whole", c -> c.fractional && !fractions)
            .build();
    @Nullable String[] both = less.reasons.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = both[i] == null ? reasons[i] : both[i];
    }
    return new OrderRules(name, both, conditions, trailingExits);
  }

  /** Returns why an order cannot be taken, empty if these rules do not speak against it. */
  @SuppressWarnings("ReferenceEquality") // a shortcut for the usual instructions: it is fast
  public Optional<String> refusal(OrderRequest order) {
    OrderTerms terms = order.terms();
    OrderInstructions instructions = order.instructions();
    OrderType type = terms.type();
    boolean fractional = order.quantity().scale() > 0;
    String reason =
        reasons[
            index(
                type.ordinal(),
                order.timeInForce().ordinal(),
                instructions.orderClass().ordinal(),
                fractional)];
    if (reason != null) {
      return Optional.of(
          "%s; was %s %s %s%s"
              .formatted(
                  reason,
                  type,
                  order.timeInForce(),
                  instructions.orderClass(),
                  fractional ? " of " + order.quantity() : ""));
    }
    if (type.ordinal() <= OrderType.LIMIT.ordinal()
        && instructions == OrderInstructions.NONE
        && order.timeInForce() != TimeInForce.GTD) {
      return Optional.empty();
    }
    return Optional.ofNullable(contradiction(order, terms, instructions));
  }

  private @Nullable String contradiction(
      OrderRequest order, OrderTerms terms, OrderInstructions instructions) {
    boolean ends = instructions.expiresAt() != OrderInstructions.NEVER;
    if (ends != (order.timeInForce() == TimeInForce.GTD)) {
      return ends
          ? "only a GTD order has an end, was " + order.timeInForce()
          : "a GTD order must say when it ends";
    }
    if (!conditions && (instructions.postOnly() || instructions.reduceOnly())) {
      return "the broker takes no reduce-only and post-only orders";
    }
    if (instructions.postOnly()
        && (!stands(order.timeInForce())
            || !(terms instanceof OrderTerms.Limit
                || terms instanceof OrderTerms.Iceberg
                || terms instanceof OrderTerms.Peg))) {
      return "a post-only order must rest: LIMIT, ICEBERG or PEG and DAY, GTC or GTD, was %s %s"
          .formatted(terms.type(), order.timeInForce());
    }
    if (terms instanceof OrderTerms.Iceberg iceberg
        && iceberg.displayQuantity().compareTo(order.quantity()) > 0) {
      return "an iceberg must not show more than its quantity %s, was %s"
          .formatted(order.quantity(), iceberg.displayQuantity());
    }
    String inverted = invertedLimit(order.side(), terms);
    return inverted != null || instructions.orderClass() == OrderClass.SIMPLE
        ? inverted
        : badExits(order, terms, instructions);
  }

  private static @Nullable String invertedLimit(Side side, OrderTerms terms) {
    if (terms instanceof OrderTerms.StopLimit stop
        && side.sign() * stop.limitPrice().compareTo(stop.stopPrice()) < 0) {
      return "the limit of a stop-limit order to %s must not be %s its stop %s, was %s"
          .formatted(
              side, side == Side.BUY ? "below" : "above", stop.stopPrice(), stop.limitPrice());
    }
    return null;
  }

  private @Nullable String badExits(
      OrderRequest order, OrderTerms terms, OrderInstructions instructions) {
    boolean oco = instructions.orderClass() == OrderClass.OCO;
    Side exit = oco ? order.side() : order.side().opposite();
    Decimal entry = oco ? null : entryPrice(terms);
    Decimal profit =
        oco && terms instanceof OrderTerms.Limit limit
            ? limit.limitPrice()
            : instructions.takeProfit().orElse(null);
    OrderTerms loss = instructions.stopLoss().orElse(null);
    Decimal stop = null;
    if (loss != null) {
      if (!trailingExits && loss.type() == OrderType.TRAILING_STOP) {
        return "a trailing stop is no part of a BRACKET, OCO or OTO order";
      }
      String inverted = invertedLimit(exit, loss);
      if (inverted != null) {
        return inverted;
      }
      stop = stopPrice(loss);
    }
    // Whoever leaves by a sale wants the profit above the entry and the stop below it.
    int sign = -exit.sign();
    if (profit != null && stop != null && sign * profit.compareTo(stop) <= 0) {
      return "take-profit must be %s the stop-loss %s, was %s"
          .formatted(exit == Side.SELL ? "above" : "below", stop, profit);
    }
    if (entry != null && profit != null && sign * profit.compareTo(entry) <= 0) {
      return "take-profit must be %s the entry %s, was %s"
          .formatted(exit == Side.SELL ? "above" : "below", entry, profit);
    }
    if (entry != null && stop != null && sign * stop.compareTo(entry) >= 0) {
      return "stop-loss must be %s the entry %s, was %s"
          .formatted(exit == Side.SELL ? "below" : "above", entry, stop);
    }
    return null;
  }

  /** Returns near which price an order enters, null if that is not known beforehand. */
  private static @Nullable Decimal entryPrice(OrderTerms terms) {
    if (terms instanceof OrderTerms.Limit limit) {
      return limit.limitPrice();
    } else if (terms instanceof OrderTerms.Iceberg iceberg) {
      return iceberg.limitPrice();
    } else if (terms instanceof OrderTerms.StopLimit stop) {
      return stop.limitPrice();
    } else if (terms instanceof OrderTerms.LimitIfTouched touched) {
      return touched.limitPrice();
    }
    return null;
  }

  private static @Nullable Decimal stopPrice(OrderTerms terms) {
    if (terms instanceof OrderTerms.Stop stop) {
      return stop.stopPrice();
    } else if (terms instanceof OrderTerms.StopLimit stop) {
      return stop.stopPrice();
    }
    return null;
  }

  private static boolean plain(OrderType type) {
    return type == OrderType.MARKET || type == OrderType.LIMIT;
  }

  private static boolean waits(OrderType type) {
    return switch (type) {
      case STOP,
          STOP_LIMIT,
          TRAILING_STOP,
          TRAILING_STOP_LIMIT,
          MARKET_IF_TOUCHED,
          LIMIT_IF_TOUCHED ->
          true;
      case MARKET, LIMIT, ICEBERG, PEG -> false;
    };
  }

  private static boolean stands(TimeInForce timeInForce) {
    return !atOnce(timeInForce) && !auction(timeInForce);
  }

  private static boolean atOnce(TimeInForce timeInForce) {
    return timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
  }

  private static boolean auction(TimeInForce timeInForce) {
    return timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.CLS;
  }

  private static int index(int type, int timeInForce, int orderClass, boolean fractional) {
    return ((type * TIMES + timeInForce) * CLASSES + orderClass) * 2 + (fractional ? 1 : 0);
  }

  @Override
  public String toString() {
    return "OrderRules of " + name;
  }

  /**
   * A cell of the table.
   *
   * @param type the order's type
   * @param timeInForce for how long it stands
   * @param orderClass how it hangs together with others
   * @param fractional whether its quantity has decimals
   */
  public record Combination(
      OrderType type, TimeInForce timeInForce, OrderClass orderClass, boolean fractional) {

    /** Creates a cell. */
    public Combination {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(timeInForce, "timeInForce");
      Objects.requireNonNull(orderClass, "orderClass");
    }

    private int index() {
      return OrderRules.index(
          type.ordinal(), timeInForce.ordinal(), orderClass.ordinal(), fractional);
    }

    @Override
    public String toString() {
      return type + " " + timeInForce + " " + orderClass + (fractional ? " fractional" : " whole");
    }
  }

  private record Rule(String reason, Predicate<Combination> refuses) {}

  /** Collects rules, then {@link #build} makes the table. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final List<Rule> rules = new ArrayList<>();
    private boolean conditions = true;
    private boolean trailingExits = true;

    private Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Refuses cells.
     *
     * @param reason what a caller is told
     * @param which the cells it is told about
     */
    public Builder refuse(String reason, Predicate<Combination> which) {
      rules.add(new Rule(reason, which));
      return this;
    }

    /** Refuses reduce-only and post-only orders. */
    public Builder refuseConditions() {
      conditions = false;
      return this;
    }

    /** Refuses trailing stops as exits of other orders. */
    public Builder refuseTrailingExits() {
      trailingExits = false;
      return this;
    }

    /** Returns the rules. */
    public OrderRules build() {
      List<Combination> cells = combinations();
      @Nullable String[] reasons = new @Nullable String[cells.size()];
      for (Combination cell : cells) {
        for (Rule rule : rules) {
          if (rule.refuses.test(cell)) {
            reasons[cell.index()] = rule.reason;
            break;
          }
        }
      }
      return new OrderRules(name, reasons, conditions, trailingExits);
    }
  }
}
