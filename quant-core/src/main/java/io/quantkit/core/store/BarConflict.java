package io.quantkit.core.store;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import java.util.List;

/**
 * A bar that is stored with other numbers.
 *
 * @param symbol whose
 * @param timeframe of which length
 * @param stored the bar in the store
 * @param offered the bar that was to be stored
 */
public record BarConflict(Symbol symbol, Timeframe timeframe, Bar stored, Bar offered) {

  /** Returns the error of a batch that is refused for its conflicts; quotes the first few. */
  static DataValidationException refusal(String source, List<BarConflict> conflicts) {
    StringBuilder text = new StringBuilder(source);
    text.append(": ").append(conflicts.size()).append(" bars are stored with other numbers:");
    for (BarConflict one : conflicts.subList(0, Math.min(5, conflicts.size()))) {
      text.append("\n  ").append(one);
    }
    return new DataValidationException(source, text.toString());
  }

  /** Returns the error of a bar that starts before the one before it is known. */
  static DataValidationException overlap(
      String source, String symbol, String timeframe, long start, long knownAt) {
    return new DataValidationException(
        source,
        "%s: %s %s bar at %s overlaps the one before it, which is known at %s"
            .formatted(
                source,
                symbol,
                timeframe,
                EpochNanos.toInstant(start),
                EpochNanos.toInstant(knownAt)));
  }

  /** Returns everything on one line, as a person would want to read it. */
  @Override
  public String toString() {
    return "%s %s bar at %s is stored as %s, offered as %s"
        .formatted(symbol, timeframe, EpochNanos.toInstant(stored.start()), stored, offered);
  }
}
