package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.time.Duration;

/**
 * Market impact of which one part passes and another stays, as Almgren and Chriss have it.
 *
 * <p>With {@code x} the quantity as a part of a usual day's volume, {@code sigma} the volatility of
 * a day and {@code nu = x / executionDays} the rate of trading, an execution moves the price by
 * {@code sigma * permanent * executionDays * nu^permanentExponent} for good, and executes worse by
 * {@code sigma * temporary * nu^temporaryExponent} and half of that move. The temporary part fades
 * to half within {@code halfLife}, so that orders that follow meet what is left of it and the
 * permanent parts of all executions before.
 *
 * <p>R. Almgren and N. Chriss, "Optimal execution of portfolio transactions", Journal of Risk 3,
 * 2000, where both exponents are 1; R. Almgren, C. Thum, E. Hauptmann and H. Li, "Direct estimation
 * of equity market impact", Risk 18, 2005.
 *
 * @param temporary the coefficient of the part that passes, at least 0
 * @param temporaryExponent its exponent, within (0, 1]
 * @param permanent the coefficient of the part that stays, at least 0
 * @param permanentExponent its exponent, within (0, 1]
 * @param executionDays how long an execution takes, as a part of a trading day, positive
 * @param halfLife within which time half of the temporary part is gone; {@link Duration#ZERO} if it
 *     is gone at once
 * @param recent what volatility and volume are learnt from
 */
public record AlmgrenChrissImpact(
    double temporary,
    double temporaryExponent,
    double permanent,
    double permanentExponent,
    double executionDays,
    Duration halfLife,
    Recent recent)
    implements CostModel {

  /**
   * The parameters that LEAN's {@code MarketImpactSlippageModel} takes by default, for daily bars:
   * those of Almgren et al. (2005) with a permanent exponent of 0.891, and executions of 0.075
   * seconds, which make a market order very dear. LEAN adds noise and takes a random part of the
   * result; this does neither, and leaves out its factor of shares outstanding.
   */
  public static final AlmgrenChrissImpact LEAN =
      new AlmgrenChrissImpact(0.142, 0.6, 0.314, 0.891, 0.075 / 23_400, Duration.ZERO, Recent.DAYS);

  public AlmgrenChrissImpact {
    Check.atLeastZero("temporary", temporary);
    checkExponent("temporaryExponent", temporaryExponent);
    Check.atLeastZero("permanent", permanent);
    checkExponent("permanentExponent", permanentExponent);
    Check.positive("executionDays", executionDays);
    checkHalfLife(halfLife);
  }

  static void checkExponent(String name, double exponent) {
    if (!(exponent > 0 && exponent <= 1)) {
      throw new IllegalArgumentException(name + " must be within (0, 1], was " + exponent);
    }
  }

  static void checkHalfLife(Duration halfLife) {
    if (halfLife.isNegative()) {
      throw new IllegalArgumentException("halfLife must be at least 0, was " + halfLife);
    }
  }

  /**
   * Returns what Almgren, Thum, Hauptmann and Li measured for orders of US shares in 2001 to 2003:
   * {@code temporary 0.142, temporaryExponent 0.6, permanentExponent 1} and {@code permanent 0.314
   * * turnoverDays^0.25}; the temporary part is gone at once.
   *
   * @param turnoverDays in how many days as many shares are traded as there are, 100 to 300 for
   *     most, positive
   * @param executionDays how long an execution takes, as a part of a trading day, positive
   */
  public static AlmgrenChrissImpact of2005(
      double turnoverDays, double executionDays, Recent recent) {
    Check.positive("turnoverDays", turnoverDays);
    double permanent = 0.314 * Math.sqrt(Math.sqrt(turnoverDays));
    return new AlmgrenChrissImpact(0.142, 0.6, permanent, 1, executionDays, Duration.ZERO, recent);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this, symbols);
  }

  private static final class Run implements Costs {
    private final AlmgrenChrissImpact model;
    private final Symbols symbols;
    private final History history;
    private final Fading passing;
    private final double[] lasting;

    Run(AlmgrenChrissImpact model, Symbols symbols) {
      this.model = model;
      this.symbols = symbols;
      this.history = new History(symbols, model.recent);
      this.passing = new Fading(symbols.size(), model.halfLife.toNanos());
      this.lasting = new double[symbols.size()];
    }

    @Override
    public void onBars(BarSlice bars) {
      history.add(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      history.forget(action);
    }

    private double temporary(int symbol, double share) {
      double nu = share / model.executionDays;
      return history.volatility(symbol)
          * model.temporary
          * StrictMath.pow(nu, model.temporaryExponent);
    }

    private double permanent(int symbol, double share) {
      double nu = share / model.executionDays;
      return history.volatility(symbol)
          * model.permanent
          * model.executionDays
          * StrictMath.pow(nu, model.permanentExponent);
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      double share = history.share(symbol, quantity, volume);
      double before = side.sign() * (passing.at(symbol, time) + lasting[symbol]);
      return Check.bounded(before + temporary(symbol, share) + permanent(symbol, share) / 2);
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double volume, long time) {
      double share = history.share(symbol, quantity, volume);
      if (!model.halfLife.isZero()) {
        passing.add(symbol, time, side.sign() * temporary(symbol, share));
      }
      lasting[symbol] += side.sign() * permanent(symbol, share);
    }

    @Override
    public String toString() {
      return model + " of " + symbols;
    }
  }
}
