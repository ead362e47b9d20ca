package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.RandomStream;
import io.quantkit.core.time.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Days on which some know more than others: the model behind the probability of informed trading,
 * PIN.
 *
 * <p>With probability {@code alpha} a day has news, bad with probability {@code delta}. The
 * uninformed buy and sell at their rates every day; the informed trade at the rate {@code mu},
 * buying on good news and selling on bad. Numbers of trades are Poisson. {@code PIN = alpha mu /
 * (alpha mu + epsilonBuy + epsilonSell)}.
 *
 * <p>D. Easley, N. M. Kiefer, M. O'Hara and J. B. Paperman, "Liquidity, information, and
 * infrequently traded stocks", Journal of Finance 51 (1996); with two rates of the uninformed: D.
 * Easley, S. Hvidkjaer and M. O'Hara, "Is information risk a determinant of asset returns?",
 * Journal of Finance 57 (2002).
 *
 * @param newsProbability {@code alpha}, within [0, 1]
 * @param badNewsProbability {@code delta}, of a day with news, within [0, 1]
 * @param informedRate {@code mu}, trades per day with news, within 0 to 1,000,000
 * @param buyRate {@code epsilonBuy}, of the uninformed, trades per day, within 0 to 1,000,000
 * @param sellRate {@code epsilonSell}, of the uninformed, trades per day, within 0 to 1,000,000
 */
public record InformedTrading(
    double newsProbability,
    double badNewsProbability,
    double informedRate,
    double buyRate,
    double sellRate) {

  /** What a day brought. */
  public enum News {
    /** Nobody knows more than others. */
    NONE,
    /** The informed buy. */
    GOOD,
    /** The informed sell. */
    BAD
  }

  /**
   * The trades of one day, by number.
   *
   * @param news what the informed knew
   * @param buys trades whose aggressor bought
   * @param sells trades whose aggressor sold
   */
  public record Day(News news, int buys, int sells) {}

  public InformedTrading {
    requireWithin("newsProbability", newsProbability, 1);
    requireWithin("badNewsProbability", badNewsProbability, 1);
    requireWithin("informedRate", informedRate, 1e6);
    requireWithin("buyRate", buyRate, 1e6);
    requireWithin("sellRate", sellRate, 1e6);
  }

  private static void requireWithin(String name, double value, double high) {
    if (!(value >= 0 && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be within 0 to " + (long) high + ", was " + value);
    }
  }

  /** Returns the probability that a trade comes from an informed trader, {@code PIN}. */
  public double probability() {
    double informed = newsProbability * informedRate;
    return informed / (informed + buyRate + sellRate);
  }

  /**
   * Returns independent days.
   *
   * @param count how many, at least 0
   * @param seed what the randomness grows from
   */
  public List<Day> days(int count, long seed) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be at least 0, was " + count);
    }
    RandomStream random = RandomStream.of(seed);
    List<Day> days = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean quiet = random.uniform() >= newsProbability;
      boolean bad = random.uniform() < badNewsProbability;
      News news = quiet ? News.NONE : bad ? News.BAD : News.GOOD;
      int buys = random.poisson(buyRate + (news == News.GOOD ? informedRate : 0));
      int sells = random.poisson(sellRate + (news == News.BAD ? informedRate : 0));
      days.add(new Day(news, buys, sells));
    }
    return Collections.unmodifiableList(days);
  }

  /**
   * Returns the trades of {@link #days} of the same seed, spread at random over sessions.
   *
   * @param sessions one for each day, in order of time
   * @param price of every trade: this model is about their number
   * @param size of every trade
   */
  public List<Trade> trades(List<Session> sessions, double price, double size, long seed) {
    RandomStream random = RandomStream.of(seed, 1);
    List<Day> days = days(sessions.size(), seed);
    List<Trade> trades = new ArrayList<>();
    for (int d = 0; d < days.size(); d++) {
      Session session = sessions.get(d);
      int left = days.get(d).buys();
      long[] times = new long[left + days.get(d).sells()];
      for (int i = 0; i < times.length; i++) {
        long time = session.open() + (long) (random.uniform() * session.nanos());
        times[i] =
            time < session.breakStart() ? time : time + session.breakEnd() - session.breakStart();
      }
      Arrays.sort(times);
      for (int i = 0; i < times.length; i++) {
        boolean buy = random.below(times.length - i) < left;
        left -= buy ? 1 : 0;
        Aggressor aggressor = buy ? Aggressor.BUYER : Aggressor.SELLER;
        trades.add(new Trade(times[i], times[i], price, size, aggressor));
      }
    }
    return Collections.unmodifiableList(trades);
  }
}
