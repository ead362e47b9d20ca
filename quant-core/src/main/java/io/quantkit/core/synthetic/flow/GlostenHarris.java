package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.RandomStream;
import java.util.List;

/**
 * Trades whose spread has a part that passes, the cost of dealing, and a part that stays, what the
 * trade tells about the value.
 *
 * <p>{@code m(i) = m(i - 1) + q(i) (z0 + z1 v(i)) + u(i)} and {@code p(i) = m(i) + q(i) (c0 + c1
 * v(i))}, where {@code q} is 1 or -1 by the toss of a coin, {@code v} the size and {@code u} is
 * normal. Sizes are whole and geometric. Hence {@code p(i) - p(i - 1) = c0 (q(i) - q(i - 1)) + c1
 * (q(i) v(i) - q(i - 1) v(i - 1)) + z0 q(i) + z1 q(i) v(i) + u(i)}, a regression that finds all
 * four.
 *
 * <p>L. R. Glosten and L. E. Harris, "Estimating the components of the bid/ask spread", Journal of
 * Financial Economics 21 (1988).
 *
 * @param initial the value before the first trade, positive
 * @param transitory {@code c0}, in price, at least 0
 * @param transitoryPerUnit {@code c1}, at least 0
 * @param permanent {@code z0}, in price, at least 0
 * @param permanentPerUnit {@code z1}, at least 0
 * @param deviation of {@code u}, in price per trade, at least 0
 * @param meanSize of {@code v}, at least 1
 */
public record GlostenHarris(
    double initial,
    double transitory,
    double transitoryPerUnit,
    double permanent,
    double permanentPerUnit,
    double deviation,
    double meanSize)
    implements TradeModel {

  public GlostenHarris {
    TradeList.requirePositive("initial", initial);
    TradeList.requireNotNegative("transitory", transitory);
    TradeList.requireNotNegative("transitoryPerUnit", transitoryPerUnit);
    TradeList.requireNotNegative("permanent", permanent);
    TradeList.requireNotNegative("permanentPerUnit", permanentPerUnit);
    TradeList.requireNotNegative("deviation", deviation);
    if (!(meanSize >= 1) || meanSize > 1e12) {
      throw new IllegalArgumentException("meanSize must be within 1 to 1e12, was " + meanSize);
    }
  }

  @Override
  public List<Trade> trades(int count, long from, long nanosBetween, long seed) {
    RandomStream random = RandomStream.of(seed);
    TradeList trades = new TradeList(count, from, nanosBetween);
    double logContinue = StrictMath.log1p(-1 / meanSize);
    double value = initial;
    for (int i = 0; i < count; i++) {
      int sign = TradeList.sign(random);
      double size = 1 + Math.floor(StrictMath.log(1 - random.uniform()) / logContinue);
      value += sign * (permanent + permanentPerUnit * size) + deviation * random.gaussian();
      trades.add(value + sign * (transitory + transitoryPerUnit * size), size, sign);
    }
    return trades.list();
  }
}
