package io.quantkit.backtest.cost;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;

/** The last closes and volumes of each symbol. What they amount to is worked out when asked. */
final class History {
  private final Symbols symbols;
  private final Columns columns;
  private final Recent recent;
  private final int capacity;
  private final double[] closes;
  private final double[] volumes;
  private final long[] counts;
  private final long[] volatilityAt;
  private final double[] volatilities;
  private final long[] volumeAt;
  private final double[] meanVolumes;

  History(Symbols symbols, Recent recent) {
    int n = symbols.size();
    this.symbols = symbols;
    this.columns = new Columns(symbols);
    this.recent = recent;
    this.capacity = recent.bars() + 1;
    this.closes = new double[n * capacity];
    this.volumes = new double[n * capacity];
    this.counts = new long[n];
    this.volatilityAt = new long[n];
    this.volatilities = new double[n];
    this.volumeAt = new long[n];
    this.meanVolumes = new double[n];
  }

  void add(BarSlice bars) {
    if (!columns.wanted(bars)) {
      return;
    }
    for (int i = 0; i < bars.size(); i++) {
      if (bars.has(i)) {
        int s = columns.of(bars, i);
        if (s >= 0) {
          int at = s * capacity + (int) (counts[s] % capacity);
          closes[at] = bars.close(i);
          volumes[at] = bars.volume(i);
          counts[s]++;
        }
      }
    }
  }

  /** Forgets a symbol whose units are no longer what they were. */
  void forget(CorporateAction action) {
    if (action instanceof CorporateAction.CashDividend) {
      return;
    }
    int s = symbols.indexOf(action.symbol());
    if (s >= 0) {
      counts[s] = 0;
      volatilityAt[s] = 0;
      volumeAt[s] = 0;
    }
  }

  /** Returns the volatility of a day over all bars that are kept. */
  double volatility(int symbol) {
    if (counts[symbol] < 2) {
      return recent.firstVolatility();
    }
    if (volatilityAt[symbol] != counts[symbol]) {
      volatilityAt[symbol] = counts[symbol];
      volatilities[symbol] = perBar(symbol, recent.bars()) * Math.sqrt(recent.barsPerDay());
    }
    return volatilities[symbol];
  }

  /** Returns whether as many returns are known as are kept. */
  boolean full(int symbol) {
    return counts[symbol] >= capacity;
  }

  /** Returns the root of the mean squared return of the last bars. */
  double perBar(int symbol, int bars) {
    long count = counts[symbol];
    int returns = (int) Math.min(bars, Math.min(count, capacity) - 1);
    int base = symbol * capacity;
    double before = closes[base + (int) ((count - 1 - returns) % capacity)];
    double sum = 0;
    for (long i = count - returns; i < count; i++) {
      double close = closes[base + (int) (i % capacity)];
      double change = close / before - 1;
      sum = Math.fma(change, change, sum);
      before = close;
    }
    return Math.sqrt(sum / returns);
  }

  /**
   * Returns which part of a usual day's volume a quantity is; 1 if nothing is traded usually.
   *
   * @param volume the volume of the execution's own bar, in case there is no other
   */
  double share(int symbol, double quantity, double volume) {
    double usual = meanVolume(symbol);
    double day = (Double.isNaN(usual) ? volume : usual) * recent.barsPerDay();
    if (Double.isNaN(day)) {
      throw new DataNotFoundException(
          symbols.get(symbol).value(),
          "%s has no volume, which its market impact depends on; give volumes or another model"
              .formatted(symbols.get(symbol)));
    }
    return day > 0 ? quantity / day : 1;
  }

  private double meanVolume(int symbol) {
    long count = counts[symbol];
    if (count == 0) {
      return Double.NaN;
    }
    if (volumeAt[symbol] != count) {
      volumeAt[symbol] = count;
      double sum = 0;
      int known = 0;
      for (long i = Math.max(0, count - recent.bars()); i < count; i++) {
        double volume = volumes[symbol * capacity + (int) (i % capacity)];
        if (!Double.isNaN(volume)) {
          sum += volume;
          known++;
        }
      }
      meanVolumes[symbol] = known == 0 ? Double.NaN : sum / known;
    }
    return meanVolumes[symbol];
  }
}
