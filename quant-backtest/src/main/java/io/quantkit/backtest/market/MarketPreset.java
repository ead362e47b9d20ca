package io.quantkit.backtest.market;

import io.quantkit.backtest.cost.CostModel;
import java.util.Objects;

/**
 * A named set of assumptions about a market. Running a strategy under all three presets gives the
 * range in which its result lies as far as execution decides it: the costs of each are at least
 * those of the one before, and what a bar leaves open goes against the trader where it went for
 * him.
 *
 * <p>Prices and fees are ordered execution by execution. Profits are, too, as long as the same
 * quantities are executed; caps on participation and limits that are touched only may keep an order
 * from a trade that would have lost.
 *
 * @param name what it is called
 * @param timing when orders are filled
 * @param path how prices go within bars, where the timing asks
 * @param bothTouched what came first, where the timing asks
 * @param limitRule when waiting limit orders are filled
 * @param participation the share of a bar's volume, or of each trade and display, that orders get
 *     at most, infinity for no cap
 * @param costs what executions cost
 * @param queue where resting orders stand, where ticks are matched
 */
public record MarketPreset(
    String name,
    FillTiming timing,
    IntrabarPath path,
    BothTouched bothTouched,
    LimitRule limitRule,
    double participation,
    CostModel costs,
    QueueModel queue) {

  /**
   * No costs, no cap, targets before stops, limits filled at a touch, nobody ahead in the queue: an
   * upper bound.
   */
  public static final MarketPreset OPTIMISTIC =
      new MarketPreset(
          "optimistic",
          FillTiming.NEXT_OPEN,
          IntrabarPath.Shape.NEARER_EXTREME_FIRST,
          BothTouched.TARGET_FIRST,
          LimitRule.TOUCH,
          Double.POSITIVE_INFINITY,
          TradingCosts.NONE,
          QueueModel.FRONT);

  /**
   * A tenth of the volume at most, stops before targets, limits filled when traded through;
   * commission 0.5, spread 4 and slippage 5 basis points.
   */
  public static final MarketPreset REALISTIC =
      new MarketPreset(
          "realistic",
          FillTiming.NEXT_OPEN,
          IntrabarPath.Shape.NEARER_EXTREME_FIRST,
          BothTouched.STOP_FIRST,
          LimitRule.TRADE_THROUGH,
          0.1,
          new TradingCosts(0.5, 4, 5),
          QueueModel.RISK_AVERSE);

  /**
   * A fortieth of the volume at most, the worst for every order; commission 2, spread 20 and
   * slippage 20 basis points.
   */
  public static final MarketPreset PESSIMISTIC =
      new MarketPreset(
          "pessimistic",
          FillTiming.NEXT_OPEN,
          IntrabarPath.Shape.WORST_FOR_ORDER,
          BothTouched.WORST,
          LimitRule.TRADE_THROUGH,
          0.025,
          new TradingCosts(2, 20, 20),
          QueueModel.THROUGH);

  public MarketPreset {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(bothTouched, "bothTouched");
    Objects.requireNonNull(limitRule, "limitRule");
    Objects.requireNonNull(costs, "costs");
    Objects.requireNonNull(queue, "queue");
    if (!(participation > 0 && (participation <= 1 || participation == Double.POSITIVE_INFINITY))) {
      throw new IllegalArgumentException("participation must be in (0, 1], was " + participation);
    }
  }
}
