package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * PIN of the last sessions: {@link PinFit} of the numbers of buys and sells in each, fitted again
 * when a session is over.
 *
 * <p>Outputs, in order: PIN; {@code alpha}, {@code delta}, {@code mu} and the rates of the
 * uninformed, buys and sells, in trades a session. {@code NaN} until as many sessions have been
 * seen from their open and are over. A session is over when its close has come, as told by the next
 * event or by {@link OrderFlowKernel#advance}. Trades outside sessions, by event time, and trades
 * that are neither bought nor sold are left out; so is the session in which the first event comes,
 * unless that is at or before its open, and a trade that becomes known only after the close of its
 * session.
 *
 * @param calendar tells the sessions
 * @param sessions the window, at least 2; 60 is usual
 * @param signs how trades are signed
 */
public record InformedTradingProbability(
    TradingCalendar calendar, int sessions, TradeClassification signs) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if sessions is below 2
   */
  public InformedTradingProbability {
    Check.atLeast("sessions", sessions, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Integer.toString(sessions);
    String rule = Check.text(calendar) + "-" + Check.text(signs);
    return List.of(
        Check.name("pin", text, rule),
        Check.name("pin", text, rule + "-alpha"),
        Check.name("pin", text, rule + "-delta"),
        Check.name("pin", text, rule + "-mu"),
        Check.name("pin", text, rule + "-buy"),
        Check.name("pin", text, rule + "-sell"));
  }

  @Override
  public String warmup() {
    return sessions + " sessions from open to close";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(calendar, sessions, new TradeSigner(signs));
  }

  private static final class State implements OrderFlowKernel {
    private final TradingCalendar calendar;
    private final TradeSigner signer;
    private final int[] buys;
    private final int[] sells;
    private final double[] fit = new double[6];
    private boolean fitted;
    private int closed;
    private int next;
    private long open = Long.MAX_VALUE;
    private long close = Long.MIN_VALUE;
    private boolean whole;
    private boolean started;
    private int bought;
    private int sold;

    State(TradingCalendar calendar, int sessions, TradeSigner signer) {
      this.calendar = calendar;
      this.signer = signer;
      buys = new int[sessions];
      sells = new int[sessions];
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      advance(knownAt);
      int sign = signer.sign(price, aggressor);
      if (eventTime >= open && eventTime < close) {
        bought += sign > 0 ? 1 : 0;
        sold += sign < 0 ? 1 : 0;
      }
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      advance(knownAt);
      signer.quote(bid, ask);
    }

    @Override
    public void advance(long knownAt) {
      while (!started || knownAt >= close) {
        if (started && whole) {
          buys[next] = bought;
          sells[next] = sold;
          next = next + 1 == buys.length ? 0 : next + 1;
          closed = Math.min(buys.length, closed + 1);
          if (closed == buys.length) {
            fitted = PinFit.fit(buys, sells, buys.length, fit);
          }
        }
        bought = 0;
        sold = 0;
        Session session = calendar.sessionAtOrAfter(started ? close : knownAt);
        whole = started || knownAt <= session.open();
        open = session.open();
        close = session.close();
        started = true;
      }
    }

    @Override
    public double value(int output) {
      if (!fitted) {
        return Double.NaN;
      }
      double informed = fit[0] * fit[2];
      return output == 0 ? informed / (informed + fit[3] + fit[4]) : fit[output - 1];
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(calendar, buys.length, signer.copy());
      System.arraycopy(buys, 0, copy.buys, 0, buys.length);
      System.arraycopy(sells, 0, copy.sells, 0, sells.length);
      System.arraycopy(fit, 0, copy.fit, 0, fit.length);
      copy.fitted = fitted;
      copy.closed = closed;
      copy.next = next;
      copy.open = open;
      copy.close = close;
      copy.whole = whole;
      copy.started = started;
      copy.bought = bought;
      copy.sold = sold;
      return copy;
    }
  }
}
