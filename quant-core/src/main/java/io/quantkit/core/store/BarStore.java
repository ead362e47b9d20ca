package io.quantkit.core.store;

import io.quantkit.core.data.BarQuery;
import io.quantkit.core.data.BarSource;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;

/**
 * A store of bars, which answers with what was known at a time.
 *
 * <p>A bar is known from its {@code knownAt} on, whenever it was stored. A restatement of it is
 * another version, known from the time given with it. {@link #load} answers with the newest
 * versions.
 *
 * <pre>{@code
 * try (MarketStore store = MarketStore.open(directory.resolve("market.duckdb"))) {
 *   store.bars().append(load.series(), Restatements.refused());
 *   Panel panel = store.bars().panel(symbols, Timeframe.DAY_1, from, to);
 *   BarSeries then = store.bars().asOf(BarQuery.all(spx, Timeframe.DAY_1), decisionTime);
 * }
 * }</pre>
 */
public interface BarStore extends BarSource {

  /**
   * Stores bars, all of them or, if that fails, none. Bars that are stored already change nothing.
   *
   * @param series of any symbols and timeframes, each pair once
   * @param restatements what to do with a bar that is stored with other numbers
   * @return what became of the bars
   * @throws io.quantkit.core.error.DataValidationException if a bar overlaps a stored one, or is
   *     stored with other numbers and restatements are refused
   */
  AppendReport append(List<BarSeries> series, Restatements restatements);

  /**
   * Returns the bars known at a time, with the numbers known then, oldest first.
   *
   * @throws io.quantkit.core.error.DataNotFoundException if the store has no bar of that symbol and
   *     timeframe at all
   */
  BarSeries asOf(BarQuery query, long epochNanos);

  /** Deletes bars with all their versions; returns how many bars. */
  long delete(BarQuery query);

  /** Returns what is stored, by symbol, then by the text of the timeframe. */
  List<BarSpan> spans();

  /**
   * Returns the newest versions of many symbols' bars on one time line.
   *
   * @throws io.quantkit.core.error.DataNotFoundException if the store has no bar of one of them
   */
  default Panel panel(Symbols symbols, Timeframe timeframe, long fromInclusive, long toExclusive) {
    List<BarSeries> series = new ArrayList<>();
    for (var symbol : symbols) {
      series.add(load(new BarQuery(symbol, timeframe, fromInclusive, toExclusive)));
    }
    return Panel.align(series);
  }
}
