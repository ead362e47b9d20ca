package io.quantkit.core.engine;

import io.quantkit.core.ledger.MultiCurrencyLedger;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.MarketView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The time and the last prices. */
final class MarketState implements MarketView {
  private final Universe universe;
  private final Symbols symbols;
  private final double[] lastPrices;
  private final @Nullable MultiCurrencyLedger currencies;
  private long now = Long.MIN_VALUE;

  /**
   * Creates a market of which nothing is known.
   *
   * @param currencies knows rates, null if there is one currency only
   */
  MarketState(Universe universe, Symbols symbols, @Nullable MultiCurrencyLedger currencies) {
    this.currencies = currencies;
    this.universe = universe;
    this.symbols = symbols;
    this.lastPrices = new double[symbols.size()];
    Arrays.fill(lastPrices, Double.NaN);
  }

  void advanceTo(long epochNanos) {
    if (epochNanos < now) {
      throw new IllegalStateException("time must not go back, was " + epochNanos + " after " + now);
    }
    now = epochNanos;
  }

  @SuppressWarnings("ReferenceEquality") // the same columns, not merely equal ones: it is fast
  void see(BarSlice bars) {
    if (bars.symbols() == symbols) {
      for (int s = 0; s < lastPrices.length; s++) {
        double close = bars.close(s);
        lastPrices[s] = Double.isNaN(close) ? lastPrices[s] : close;
      }
      return;
    }
    for (int s = 0; s < bars.size(); s++) {
      if (bars.has(s)) {
        see(bars.symbols().get(s), bars.close(s));
      }
    }
  }

  void see(Symbol symbol, double price) {
    int s = symbols.indexOf(symbol);
    if (s >= 0) {
      lastPrices[s] = price;
    }
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public Universe universe() {
    return universe;
  }

  @Override
  public double lastPrice(Symbol symbol) {
    int s = symbols.indexOf(symbol);
    return s < 0 ? Double.NaN : lastPrices[s];
  }

  @Override
  public double rate(Symbol symbol) {
    if (currencies == null) {
      return 1;
    }
    Currency currency = universe.instrument(symbol).currency();
    return currencies.knows(currency) ? currencies.rate(currency).doubleValue() : Double.NaN;
  }
}
