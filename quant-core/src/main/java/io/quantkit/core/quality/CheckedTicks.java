package io.quantkit.core.quality;

import io.quantkit.core.market.MarketRecord;
import java.util.List;

/**
 * What became of unchecked ticks: the sound ones in order, the rows kept out, and why.
 *
 * @param <T> what the ticks are
 * @param accepted the ticks that passed, whether or not the whole was refused; look at {@link
 *     #ticks} unless you want to see refused data
 * @param quarantined which rows are not among them, counted from 0, ascending
 * @param report what was found; its findings name the rows
 */
public record CheckedTicks<T extends MarketRecord>(
    List<T> accepted, List<Integer> quarantined, DataQualityReport report) {

  public CheckedTicks {
    accepted = List.copyOf(accepted);
    quarantined = List.copyOf(quarantined);
  }

  /** Returns whether a finding refuses the data as a whole. */
  public boolean rejected() {
    return report.rejection().isPresent();
  }

  /**
   * Returns the ticks that passed.
   *
   * @throws io.quantkit.core.error.DataValidationException if the data as a whole is refused
   */
  public List<T> ticks() {
    report.requireAccepted();
    return accepted;
  }
}
