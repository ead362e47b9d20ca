package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;

/**
 * Counts the buys and sells of sessions and fits a model to the last ones whenever one is over, by
 * the rules of {@link InformedTradingProbability}.
 */
final class SessionTrades implements OrderFlowKernel {

  /** Finds the parameters that make counts most likely. */
  @FunctionalInterface
  interface Fit {
    boolean of(int[] buys, int[] sells, int sessions, double[] fit);
  }

  /** Tells an output of parameters. */
  @FunctionalInterface
  interface Reading {
    double of(double[] fit, int output);
  }

  private final Fit rule;
  private final Reading reading;

  private final TradingCalendar calendar;
  private final TradeSigner signer;
  private final int[] buys;
  private final int[] sells;
  private final double[] fit;
  private boolean fitted;
  private int closed;
  private int next;
  private long open = Long.MAX_VALUE;
  private long close = Long.MIN_VALUE;
  private boolean whole;
  private boolean started;
  private int bought;
  private int sold;

  SessionTrades(
      TradingCalendar calendar,
      int sessions,
      TradeSigner signer,
      Fit rule,
      int parameters,
      Reading reading) {
    this.rule = rule;
    this.reading = reading;
    this.fit = new double[parameters];
    this.calendar = calendar;
    this.signer = signer;
    buys = new int[sessions];
    sells = new int[sessions];
  }

  @Override
  public void trade(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
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
          fitted = rule.of(buys, sells, buys.length, fit);
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
    return fitted ? reading.of(fit, output) : Double.NaN;
  }

  @Override
  public OrderFlowKernel copy() {
    SessionTrades copy =
        new SessionTrades(calendar, buys.length, signer.copy(), rule, fit.length, reading);
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
