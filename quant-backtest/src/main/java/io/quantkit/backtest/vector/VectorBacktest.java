package io.quantkit.backtest.vector;

import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.sweep.Sweep;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import io.quantkit.risk.limit.CashAvailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of a backtest of prepared decisions: the history, how orders are filled and what
 * that costs.
 *
 * <p>The rules are those of {@link io.quantkit.backtest.Backtest} with market orders: fills at the
 * open or close of the symbol's next bar or, if asked for, at the close that was decided on, {@link
 * TradingCosts} in price and fees, positions marked at closes on the tick, cash that may become
 * negative unless a check forbids it, no sale beyond what is held unless shorting is allowed. Money
 * is counted in whole units of its smallest decimal, so nothing is lost and results do not depend
 * on the order of additions.
 *
 * <p>Immutable: each {@code with}-like method returns changed settings that share the prepared
 * prices, and runs over them may go on in any number of threads.
 */
public final class VectorBacktest {

  /** The cash an account begins with by default: 1,000,000. */
  public static final Decimal DEFAULT_CASH = Decimal.of(1_000_000);

  private static final int MOST_TOGETHER = 64;
  private static final int CELLS_TOGETHER = 1 << 25;

  private final PriceImage image;
  private final Decimal cash;
  private final FillTiming timing;
  private final CostModel costs;
  private final boolean shorting;
  private final Optional<CashAvailable> cashCheck;
  private final boolean keepFills;

  private VectorBacktest(
      PriceImage image,
      Decimal cash,
      FillTiming timing,
      CostModel costs,
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
   * @throws IllegalArgumentException if the panel has no rows, a symbol that the universe does not
   *     know, or symbols of several currencies
   */
  public static VectorBacktest of(Panel panel, Universe universe) {
    if (panel.rows() == 0) {
      throw new IllegalArgumentException("a panel to test on must have rows, had none");
    }
    requireOneCurrency(panel.symbols(), universe);
    return new VectorBacktest(
        PriceImage.of(panel, universe),
        DEFAULT_CASH,
        FillTiming.NEXT_OPEN,
        TradingCosts.NONE,
        false,
        Optional.empty(),
        false);
  }

  private static void requireOneCurrency(Symbols symbols, Universe universe) {
    Currency first = universe.instrument(symbols.get(0)).currency();
    for (int s = 1; s < symbols.size(); s++) {
      Currency other = universe.instrument(symbols.get(s)).currency();
      if (!first.equals(other)) {
        throw new IllegalArgumentException(
            "a panel to test on must be in one currency, %s is in %s and %s in %s: use Backtest"
                .formatted(symbols.get(0), first, symbols.get(s), other));
      }
    }
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

  /**
   * Sets when orders are filled. {@link FillTiming#INTRABAR} is the same as {@link
   * FillTiming#NEXT_OPEN} here, as it is in a market that plans are replayed in: an order that was
   * decided at a close is there before the next bar opens, and a market order does not wait.
   */
  public VectorBacktest timing(FillTiming newTiming) {
    return new VectorBacktest(image, cash, newTiming, costs, shorting, cashCheck, keepFills);
  }

  /**
   * Sets what executions cost. {@link TradingCosts} are the fastest by far; any other model is
   * asked and told for every execution as by the market, and costs time accordingly.
   *
   * @param newCosts may charge fees with no more decimals than a tick of a lot has, and two always
   */
  public VectorBacktest costs(CostModel newCosts) {
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
    Simulation account = new Simulation(this, plan, new AccountRows(image.rows));
    account.advance(0, image.rows);
    return account.result();
  }

  /**
   * Runs plans side by side, in one pass over the prices, and returns the summary of each: the same
   * as {@link #run} one by one, without what happened by row.
   *
   * @throws IllegalArgumentException if a plan is not of the panel's shape
   * @throws ArithmeticException if an amount outgrows 18 digits
   * @throws io.quantkit.core.error.DataNotFoundException if an order is to be filled at an open
   *     that is missing
   */
  public List<VectorSummary> summaries(List<? extends Plan> plans) {
    VectorBacktest settings = keepFills(false);
    AccountRows rows = new AccountRows(image.blockRows);
    List<Simulation> accounts = new ArrayList<>();
    for (Plan plan : plans) {
      accounts.add(new Simulation(settings, plan, rows));
    }
    for (int from = 0; from < image.rows; from += image.blockRows) {
      int to = Math.min(image.rows, from + image.blockRows);
      for (Simulation account : accounts) {
        rows.restart(from);
        account.advance(from, to);
        account.tally(to - from);
      }
    }
    return accounts.stream().map(Simulation::summary).toList();
  }

  /**
   * Returns a sweep over a grid of parameters: the plans of several points are simulated in one
   * pass over the same prices, and a summary of each is kept. Results are in the order of the
   * points and equal to those of single runs, for any number of threads. {@link #run} the plan of a
   * point that deserves a closer look.
   *
   * <p>A thread holds the plans of the points of one pass, at most {@value #MOST_TOGETHER} and
   * fewer if the panel has many cells.
   *
   * @param points the grid, in the order of the results
   * @param plan makes the plan of a point; called by several threads at once
   */
  public <P> Sweep<P, VectorSummary> grid(
      List<P> points, Function<? super P, ? extends Plan> plan) {
    int together = Math.max(1, Math.min(MOST_TOGETHER, CELLS_TOGETHER / image.cells()));
    return Sweep.inBatches(
        points, together, batch -> summaries(batch.stream().<Plan>map(plan).toList()));
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

  CostModel costs() {
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
