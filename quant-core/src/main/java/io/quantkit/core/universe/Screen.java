package io.quantkit.core.universe;

import io.quantkit.core.series.Panel;

/**
 * A test that instruments pass or fail, row by row, by what is known when the row is.
 *
 * <p>Screens over prices mean the prices people traded at: give raw ones. Adjusted to a later day,
 * {@code price above 5} knows the splits in between.
 */
@FunctionalInterface
public interface Screen {

  /**
   * Drops the symbols that fail.
   *
   * @param row the row whose time it is; later ones must not be read
   * @param members by symbol, whether it is still in question; modified: {@code false} for those
   *     that fail, never {@code true} for one that was not
   */
  void keep(Panel panel, int row, boolean[] members);

  /** Returns the screen of symbols with a bar in the row whose close is above a bound. */
  static Screen priceAbove(double bound) {
    return Metric.close().above(bound);
  }

  /**
   * Returns the screen of symbols with a bar in the row and at least so many up to it, that one
   * included.
   *
   * @param bars how many, at least 1
   */
  static Screen minimumHistory(int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException("bars must be at least 1, was " + bars);
    }
    return (panel, row, members) -> {
      for (int s = 0; s < members.length; s++) {
        int missing = members[s] && panel.trading(row, s) ? bars : Integer.MAX_VALUE;
        for (int t = row; t >= 0 && missing > 0 && missing <= bars; t--) {
          missing -= panel.trading(t, s) ? 1 : 0;
        }
        members[s] = missing == 0;
      }
    };
  }

  /**
   * Returns the screen of symbols that pass both this one and another, each asked about the same
   * symbols: {@code a.and(b)} is {@code b.and(a)}.
   */
  default Screen and(Screen other) {
    return (panel, row, members) -> {
      boolean[] also = members.clone();
      keep(panel, row, members);
      other.keep(panel, row, also);
      for (int s = 0; s < members.length; s++) {
        members[s] &= also[s];
      }
    };
  }

  /**
   * Returns the screen that asks another one about those who pass this one: {@code
   * priceAbove(5).then(volume.top(500))} has 500 members where so many are above 5.
   */
  default Screen then(Screen next) {
    return (panel, row, members) -> {
      keep(panel, row, members);
      next.keep(panel, row, members);
    };
  }
}
