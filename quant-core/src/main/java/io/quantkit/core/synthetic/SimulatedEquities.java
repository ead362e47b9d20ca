package io.quantkit.core.synthetic;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shares that do not exist: correlated geometric Brownian motions sampled into intraday bars, for
 * tests, demonstrations and measurements. Nothing that works on them is thereby shown to work on a
 * market.
 *
 * <p>Each bar is {@link #STEPS_PER_BAR} steps of {@code price * exp((mu - sigma^2/2) dt + sigma
 * sqrt(dt) z)} with {@code z = sqrt(rho) market + sqrt(1 - rho) own}; the market's steps are common
 * to all symbols. Prices are rounded to cents and stay at or above one cent; volume is log-normal
 * around {@link #MEDIAN_VOLUME}. The same seed gives the same bars on every machine.
 *
 * @param symbols how many shares, named {@code SIM001} and so on, at least 1
 * @param fromInclusive the first day
 * @param toExclusive the day after the last
 * @param timeframe the length of a bar, intraday
 * @param calendar whose sessions are simulated
 * @param annualDrift {@code mu}, per year
 * @param annualVolatility {@code sigma}, per square root of a year, at least 0
 * @param correlation {@code rho}, within [0, 1]
 * @param seed what the randomness grows from
 */
public record SimulatedEquities(
    int symbols,
    LocalDate fromInclusive,
    LocalDate toExclusive,
    Timeframe timeframe,
    TradingCalendar calendar,
    double annualDrift,
    double annualVolatility,
    double correlation,
    long seed) {

  /** The steps of which a bar's range is made: 4. */
  public static final int STEPS_PER_BAR = 4;

  /** The median volume of a bar, in shares: 20,000. */
  public static final double MEDIAN_VOLUME = 20_000;

  private static final long MARKET = -1;

  public SimulatedEquities {
    if (symbols < 1 || symbols > 999) {
      throw new IllegalArgumentException("symbols must be within 1 to 999, was " + symbols);
    }
    if (!timeframe.intraday()) {
      throw new IllegalArgumentException("timeframe must be intraday, was " + timeframe);
    }
    if (!(annualVolatility >= 0)) {
      throw new IllegalArgumentException(
          "annualVolatility must be at least 0, was " + annualVolatility);
    }
    if (!(correlation >= 0 && correlation <= 1)) {
      throw new IllegalArgumentException("correlation must be within [0, 1], was " + correlation);
    }
  }

  /** Returns the bars of all shares. */
  public Panel panel() {
    List<Session> sessions = calendar.sessions(fromInclusive, toExclusive);
    double[] market = marketSteps(sessions);
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < symbols; s++) {
      series.add(share(s, sessions, market));
    }
    return Panel.align(series);
  }

  private double[] marketSteps(List<Session> sessions) {
    RandomStream random = RandomStream.of(seed, MARKET);
    long bars = 0;
    for (Session session : sessions) {
      bars += timeframe.starts(session, calendar).length;
    }
    double[] steps = new double[Math.toIntExact(bars * STEPS_PER_BAR)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = random.gaussian();
    }
    return steps;
  }

  private BarSeries share(int number, List<Session> sessions, double[] market) {
    RandomStream random = RandomStream.of(seed, number);
    double dt = 1 / (timeframe.barsPerYear(calendar) * STEPS_PER_BAR);
    double drift = (annualDrift - annualVolatility * annualVolatility / 2) * dt;
    double common = annualVolatility * Math.sqrt(dt * correlation);
    double own = annualVolatility * Math.sqrt(dt * (1 - correlation));
    BarSeries.Builder builder =
        BarSeries.builder(Symbol.of(String.format(Locale.ROOT, "SIM%03d", number + 1)), timeframe);
    double price = 20 * StrictMath.exp(0.8 * random.gaussian());
    int step = 0;
    for (Session session : sessions) {
      for (long start : timeframe.starts(session, calendar)) {
        double open = cents(price);
        double high = open;
        double low = open;
        for (int k = 0; k < STEPS_PER_BAR; k++) {
          price *= StrictMath.exp(drift + common * market[step++] + own * random.gaussian());
          price = Math.max(price, 0.01);
          high = Math.max(high, cents(price));
          low = Math.min(low, cents(price));
        }
        double volume = Math.rint(MEDIAN_VOLUME * StrictMath.exp(0.5 * random.gaussian()));
        long end = timeframe.endOf(start, calendar);
        builder.add(start, end, open, high, low, cents(price), volume);
      }
    }
    return builder.build();
  }

  private static double cents(double price) {
    return Math.max(Math.rint(price * 100) / 100, 0.01);
  }
}
