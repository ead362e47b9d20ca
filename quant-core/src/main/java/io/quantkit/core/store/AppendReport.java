package io.quantkit.core.store;

import java.util.List;

/**
 * What became of bars that were to be stored. Together the parts account for every bar.
 *
 * @param added how many are new
 * @param unchanged how many were stored already with the same numbers
 * @param restated how many are now stored as another version
 * @param conflicts the bars that differ from the stored ones and were not stored
 */
public record AppendReport(long added, long unchanged, long restated, List<BarConflict> conflicts) {

  /** Creates a report; keeps a copy of the list. */
  public AppendReport {
    conflicts = List.copyOf(conflicts);
  }
}
