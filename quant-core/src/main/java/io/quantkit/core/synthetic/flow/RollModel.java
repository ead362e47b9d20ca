package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.RandomStream;
import java.util.List;

/**
 * Trades that bounce between bid and ask around a value that walks at random.
 *
 * <p>{@code m(i) = m(i - 1) + u(i)} and {@code p(i) = m(i) + c q(i)}, where {@code q} is 1 or -1 by
 * the toss of a coin and {@code u} is normal. Price changes have the variance {@code 2 c^2 + Var u}
 * and the serial covariance {@code -c^2}, from which the spread is found: {@code 2 sqrt(-Cov)}.
 *
 * <p>R. Roll, "A simple implicit measure of the effective bid-ask spread in an efficient market",
 * Journal of Finance 39 (1984).
 *
 * @param initial the value before the first trade, positive
 * @param halfSpread {@code c}, in price, at least 0
 * @param deviation of {@code u}, in price per trade, at least 0
 * @param size of every trade, positive
 */
public record RollModel(double initial, double halfSpread, double deviation, double size)
    implements TradeModel {

  public RollModel {
    TradeList.requirePositive("initial", initial);
    TradeList.requireNotNegative("halfSpread", halfSpread);
    TradeList.requireNotNegative("deviation", deviation);
    TradeList.requirePositive("size", size);
  }

  @Override
  public List<Trade> trades(int count, long from, long nanosBetween, long seed) {
    RandomStream random = RandomStream.of(seed);
    TradeList trades = new TradeList(count, from, nanosBetween);
    double value = initial;
    for (int i = 0; i < count; i++) {
      value += deviation * random.gaussian();
      int sign = TradeList.sign(random);
      trades.add(value + halfSpread * sign, size, sign);
    }
    return trades.list();
  }
}
