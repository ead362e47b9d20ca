package io.quantkit.backtest.cost;

import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Quoted spreads as they were: an execution pays half of the last spread known at its time. Before
 * a symbol's first one, and for a symbol without any, the spread is {@code firstBps}.
 */
public final class SpreadSeries implements CostModel {
  private final double first;
  private final Map<Symbol, Series> series;

  private SpreadSeries(Builder builder) {
    this.first = builder.firstBps / 20_000;
    this.series = new LinkedHashMap<>(builder.series);
  }

  /**
   * Returns a builder.
   *
   * @param firstBps the spread where none is known, in basis points of the price
   */
  public static Builder builder(double firstBps) {
    return new Builder(firstBps);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    @Nullable Series[] columns = new Series[symbols.size()];
    for (int s = 0; s < columns.length; s++) {
      columns[s] = series.get(symbols.get(s));
    }
    return new Run(first, columns);
  }

  /** Times and halves of spreads as parts of the price. */
  private static final class Series {
    final long[] times;
    final double[] halves;

    Series(long[] times, double[] halves) {
      this.times = times;
      this.halves = halves;
    }
  }

  private static final class Run implements Costs {
    private final double first;
    private final @Nullable Series[] series;

    /** How many spreads of each symbol are known. */
    private final int[] known;

    Run(double first, @Nullable Series[] series) {
      this.first = first;
      this.series = series;
      this.known = new int[series.length];
    }

    @Override
    public double halfSpread(int symbol, long time, double reference) {
      Series mine = series[symbol];
      if (mine == null) {
        return first;
      }
      int n = known[symbol];
      while (n < mine.times.length && mine.times[n] <= time) {
        n++;
      }
      known[symbol] = n;
      return n == 0 ? first : mine.halves[n - 1];
    }
  }

  /** Collects spreads, then {@link #build} makes the model. Not thread-safe. */
  public static final class Builder {
    private final double firstBps;
    private final Map<Symbol, Series> series = new LinkedHashMap<>();

    private Builder(double firstBps) {
      Check.bps("firstBps", firstBps);
      this.firstBps = firstBps;
    }

    /**
     * Adds the spreads of a symbol.
     *
     * @param times since when each is known, in epoch nanoseconds, ascending; not modified
     * @param spreads as parts of the price, at least 0; not modified
     * @throws IllegalArgumentException if the lengths differ, times are not ascending, a spread is
     *     not a part of a price, or the symbol has spreads already
     */
    public Builder add(Symbol symbol, long[] times, double[] spreads) {
      if (times.length != spreads.length) {
        throw new IllegalArgumentException(
            "there must be as many spreads as times, were "
                + spreads.length
                + " and "
                + times.length);
      }
      double[] halves = new double[spreads.length];
      for (int i = 0; i < spreads.length; i++) {
        if (i > 0 && times[i] < times[i - 1]) {
          throw new IllegalArgumentException(
              "times must be ascending, were " + times[i - 1] + ", " + times[i]);
        }
        Check.bps("spread of " + symbol + " in basis points", spreads[i] * 10_000);
        halves[i] = spreads[i] / 2;
      }
      if (series.putIfAbsent(symbol, new Series(times.clone(), halves)) != null) {
        throw new IllegalArgumentException("symbol " + symbol + " has spreads already");
      }
      return this;
    }

    /**
     * Adds the spreads of a symbol's quotes, as parts of the middle between bid and ask. Quotes
     * without one of the sides and crossed ones are left out.
     *
     * @param quotes in the order in which they became known
     */
    public Builder add(Symbol symbol, Iterable<Quote> quotes) {
      List<Quote> usable = new ArrayList<>();
      for (Quote quote : quotes) {
        if (quote.spread() >= 0) {
          usable.add(quote);
        }
      }
      long[] times = new long[usable.size()];
      double[] spreads = new double[usable.size()];
      Arrays.setAll(times, i -> usable.get(i).knownAt());
      Arrays.setAll(spreads, i -> usable.get(i).spread() / usable.get(i).mid());
      return add(symbol, times, spreads);
    }

    /** Returns the model. */
    public SpreadSeries build() {
      return new SpreadSeries(this);
    }
  }
}
