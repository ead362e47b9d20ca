package io.quantkit.core.data;

import io.quantkit.core.error.DataException;
import io.quantkit.core.series.BarSeries;

/**
 * Where bars come from: files, a store, a broker, a cache in front of them.
 *
 * <p>Bars are raw, as they traded; adjusting them for splits and dividends is another step. A
 * source that is used by several threads says whether it may be.
 */
@FunctionalInterface
public interface BarSource {

  /**
   * Returns the bars that start in the range of the query, oldest first; an empty series if the
   * source knows the instrument but has no bars in the range.
   *
   * @throws io.quantkit.core.error.DataNotFoundException if the source does not know the instrument
   *     or does not have the timeframe
   * @throws io.quantkit.core.error.DataConnectionException if the source cannot be reached now; the
   *     same call may succeed later
   * @throws DataException if what the source has is no sound series
   */
  BarSeries load(BarQuery query);
}
