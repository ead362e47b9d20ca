package io.quantkit.features.microstructure;

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
    return new SessionTrades(
        calendar,
        sessions,
        new TradeSigner(signs),
        PinFit::fit,
        6,
        InformedTradingProbability::tell);
  }

  private static double tell(double[] fit, int output) {
    double informed = fit[0] * fit[2];
    return output == 0 ? informed / (informed + fit[3] + fit[4]) : fit[output - 1];
  }
}
