package io.quantkit.features.microstructure;

import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * PIN of the last sessions adjusted for days on which both sides trade more: {@link AdjustedPinFit}
 * of the numbers of buys and sells in each, fitted again when a session is over.
 *
 * <p>Outputs, in order: AdjPIN; PSOS, the probability that a trade comes from a shock to both
 * sides, both within [0, 1]; {@code alpha}, {@code delta} and {@code theta}; the rates of the
 * informed, of shocks and of the uninformed, buys and sells of each, in trades a session. Sessions
 * are counted as in {@link InformedTradingProbability}, and it is {@code NaN} likewise. Source: J.
 * Duarte and L. Young, "Why is PIN priced?", Journal of Financial Economics 91, 2009.
 *
 * @param calendar tells the sessions
 * @param sessions the window, at least 2; 60 is usual, more is better: there are nine parameters
 * @param signs how trades are signed
 */
public record AdjustedInformedTrading(
    TradingCalendar calendar, int sessions, TradeClassification signs) implements OrderFlowFeature {

  /** The position of AdjPIN among the outputs: 0. */
  public static final int ADJUSTED_PIN = 0;

  /** The position of PSOS among the outputs: 1. */
  public static final int SHOCK = 1;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if sessions is below 2
   */
  public AdjustedInformedTrading {
    Check.atLeast("sessions", sessions, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Integer.toString(sessions);
    String rule = Check.text(calendar) + "-" + Check.text(signs);
    return List.of(
        Check.name("adjpin", text, rule),
        Check.name("adjpin", text, rule + "-psos"),
        Check.name("adjpin", text, rule + "-alpha"),
        Check.name("adjpin", text, rule + "-delta"),
        Check.name("adjpin", text, rule + "-theta"),
        Check.name("adjpin", text, rule + "-mu-buy"),
        Check.name("adjpin", text, rule + "-mu-sell"),
        Check.name("adjpin", text, rule + "-shock-buy"),
        Check.name("adjpin", text, rule + "-shock-sell"),
        Check.name("adjpin", text, rule + "-buy"),
        Check.name("adjpin", text, rule + "-sell"));
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
        AdjustedPinFit::fit,
        AdjustedPinFit.SIZE,
        AdjustedInformedTrading::tell);
  }

  private static double tell(double[] fit, int output) {
    if (output > SHOCK) {
      return fit[output - 2];
    }
    double informed = fit[0] * ((1 - fit[1]) * fit[3] + fit[1] * fit[4]);
    double shock = fit[2] * (fit[5] + fit[6]);
    return (output == ADJUSTED_PIN ? informed : shock) / (informed + shock + fit[7] + fit[8]);
  }
}
