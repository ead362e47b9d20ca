package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.RandomStream;
import java.util.List;

/**
 * Net order flow that moves the price in proportion, for good.
 *
 * <p>{@code p(i) = p(i - 1) + lambda y(i) + e(i)} with independent normal {@code y} and {@code e}.
 * Each trade stands for the net flow of a period: its size is {@code |y|}, its aggressor the sign
 * of {@code y} and its price the one after the impact. The regression of price changes on signed
 * sizes finds {@code lambda}.
 *
 * <p>A. S. Kyle, "Continuous auctions and insider trading", Econometrica 53 (1985).
 *
 * @param initial the price before the first trade, positive
 * @param lambda in price per unit, at least 0
 * @param flowDeviation of {@code y}, in units, positive
 * @param noiseDeviation of {@code e}, in price, at least 0
 */
public record KyleImpact(double initial, double lambda, double flowDeviation, double noiseDeviation)
    implements TradeModel {

  public KyleImpact {
    TradeList.requirePositive("initial", initial);
    TradeList.requireNotNegative("lambda", lambda);
    TradeList.requirePositive("flowDeviation", flowDeviation);
    TradeList.requireNotNegative("noiseDeviation", noiseDeviation);
  }

  @Override
  public List<Trade> trades(int count, long from, long nanosBetween, long seed) {
    RandomStream random = RandomStream.of(seed);
    TradeList trades = new TradeList(count, from, nanosBetween);
    double price = initial;
    for (int i = 0; i < count; i++) {
      double flow = flowDeviation * random.gaussian();
      price += lambda * flow + noiseDeviation * random.gaussian();
      trades.add(price, Math.max(Math.abs(flow), Double.MIN_NORMAL), flow < 0 ? -1 : 1);
    }
    return trades.list();
  }
}
