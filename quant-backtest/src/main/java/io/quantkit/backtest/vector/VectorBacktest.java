package io.quantkit.backtest.vector;

import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.sweep.Sweep;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import io.quantkit.risk.limit.CashAvailable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of a backtest of prepared decisions: the history, how orders are filled and what
 * that costs.
 *
 * <p>The rules are those of {@link io.quantkit.backtest.Backtest} with market orders: fills at the
 * open or close of the symbol's next bar, {@link TradingCosts} in price and fees, positions marked
 * at closes on the tick, cash that may become negative unless a check forbids it, no sale beyond
 * what is held unless shorting is allowed. Money is counted in whole units of its smallest decimal,
 * so nothing is lost and results do not depend on the order of additions.
 *
 * <p>Immutable: each {@code with}-like method returns changed settings that share the prepared
 * prices, and runs over them may go on in any number of threads.
 */
public final class VectorBacktest {

  /** The cash an account begins with by default: 1,000,000. */
  public static final Decimal DEFAULT_CASH = Decimal.of(1_000_000);

  private final PriceImage image;
  private final Decimal cash;
  private final FillTiming timing;
  private final TradingCosts costs;
  private final boolean shorting;
  private final Optional<CashAvailable> cashCheck;
  private final boolean keepFills;

  private VectorBacktest(
      PriceImage image,
      Decimal cash,
      FillTiming timing,
      TradingCosts costs,
      boolean shorting,
      Optional<CashAvailable> cashCheck,
      boolean keepFills) {
    this.image = image;
    this.cash = cash;
    this.timing = timing;
    this.costs = costs;
    this.shorting = shorting;
    this.cashCheck = cashCheck;
    this.keepFills = keepFills;
  }

  /**
   * Returns a backtest over history, with a million in cash, fills at the next open, no costs, no
   * shorting and no check of cash. Prepares the prices, which takes eight bytes a cell.
   *
   * @param panel the bars; shared, not copied
   * @param universe the panel's instruments
   * @throws IllegalArgumentException if the panel has a symbol that the universe does not know
   */
  public static VectorBacktest of(Panel panel, Universe universe) {
    return new VectorBacktest(
        PriceImage.of(panel, universe),
        DEFAULT_CASH,
        FillTiming.NEXT_OPEN,
        TradingCosts.NONE,
        false,
        Optional.empty(),
        false);
  }

  /**
   * Sets the cash to begin with.
   *
   * @throws IllegalArgumentException if it is not positive or has more decimals than amounts have
   */
  public VectorBacktest cash(Decimal newCash) {
    if (!newCash.isPositive() || newCash.scale() > image.moneyScale) {
      throw new IllegalArgumentException(
          "cash must be positive and have at most %d decimals, was %s"
              .formatted(image.moneyScale, newCash));
    }
    return new VectorBacktest(image, newCash, timing, costs, shorting, cashCheck, keepFills);
  }

  /** Sets when orders are filled. */
  public VectorBacktest timing(FillTiming newTiming) {
    return new VectorBacktest(image, cash, newTiming, costs, shorting, cashCheck, keepFills);
  }

  /** Sets what executions cost. */
  public VectorBacktest costs(TradingCosts newCosts) {
    return new VectorBacktest(image, cash, timing, newCosts, shorting, cashCheck, keepFills);
  }

  /** Sets whether positions may become negative, at no cost of borrowing. */
  public VectorBacktest shorting(boolean allowed) {
    return new VectorBacktest(image, cash, timing, costs, allowed, cashCheck, keepFills);
  }

  /** Keeps purchases within the cash there is: what is beyond it is not ordered. */
  public VectorBacktest check(CashAvailable check) {
    return new VectorBacktest(image, cash, timing, costs, shorting, Optional.of(check), keepFills);
  }

  /** Sets whether results list every execution, at 32 bytes each. Default: no. */
  public VectorBacktest keepFills(boolean keep) {
    return new VectorBacktest(image, cash, timing, costs, shorting, cashCheck, keep);
  }

  /**
   * Runs a plan.
   *
   * @throws IllegalArgumentException if the plan is not of the panel's shape
   * @throws ArithmeticException if an amount outgrows 18 digits
   * @throws io.quantkit.core.error.DataNotFoundException if an order is to be filled at an open
   *     that is missing
   */
  public VectorResult run(Plan plan) {
    Simulation simulation = new Simulation(this);
    return simulation.run(decisions(plan, simulation));
  }

  /**
   * Returns a sweep that runs the plan of every point of a grid over the same prepared prices and
   * keeps a summary of each. Its results do not depend on the number of threads.
   *
   * @param points the grid, in the order of the results
   * @param plan makes the plan of a point; called by several threads at once
   */
  public <P> Sweep<P, VectorSummary> grid(
      List<P> points, Function<? super P, ? extends Plan> plan) {
    return Sweep.of(points, point -> run(plan.apply(point)).summary());
  }

  private static Decisions decisions(Plan plan, Simulation simulation) {
    if (plan instanceof SignalPlan signals) {
      return signals.start(simulation);
    } else if (plan instanceof OrderPlan orders) {
      return orders.start(simulation);
    } else if (plan instanceof WeightPlan weights) {
      return weights.start(simulation);
    }
    throw new AssertionError("unknown plan " + plan);
  }

  PriceImage image() {
    return image;
  }

  Decimal cash() {
    return cash;
  }

  FillTiming timing() {
    return timing;
  }

  TradingCosts costs() {
    return costs;
  }

  boolean shortingAllowed() {
    return shorting;
  }

  Optional<CashAvailable> cashCheck() {
    return cashCheck;
  }

  boolean keepsFills() {
    return keepFills;
  }
}
