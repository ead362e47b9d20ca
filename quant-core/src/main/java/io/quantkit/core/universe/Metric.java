package io.quantkit.core.universe;

import io.quantkit.core.series.Panel;

/** A number by which instruments are screened, causal: of a row and those before it. */
@FunctionalInterface
public interface Metric {

  /**
   * Returns the number of a symbol at a row, {@code NaN} if there is none.
   *
   * @param row the row whose time it is; later ones must not be read
   * @param symbol the symbol's position
   */
  double value(Panel panel, int row, int symbol);

  /** Returns the last price of the row; {@code NaN} if the symbol has no bar in it. */
  static Metric close() {
    return Panel::close;
  }

  /**
   * Returns {@code mean(close * volume)} of the symbol's last bars up to the row, in its currency;
   * {@code NaN} if it has no bar in the row, fewer bars than that, or one of unknown volume. Give
   * raw prices, or prices and volumes both adjusted for the same splits.
   *
   * @param bars of how many bars, at least 1
   */
  static Metric averageDollarVolume(int bars) {
    requirePositive("bars", bars);
    return (panel, row, symbol) -> {
      if (!panel.trading(row, symbol)) {
        return Double.NaN;
      }
      double sum = 0;
      int count = 0;
      for (int t = row; t >= 0 && count < bars; t--) {
        if (panel.trading(t, symbol)) {
          sum += panel.close(t, symbol) * panel.volume(t, symbol);
          count++;
        }
      }
      return count == bars ? sum / bars : Double.NaN;
    };
  }

  /** Returns the screen of symbols whose number is above a bound; {@code NaN} is not. */
  default Screen above(double bound) {
    return (panel, row, members) -> {
      for (int s = 0; s < members.length; s++) {
        members[s] = members[s] && value(panel, row, s) > bound;
      }
    };
  }

  /** Returns the screen of symbols whose number is at least a bound; {@code NaN} is not. */
  default Screen atLeast(double bound) {
    return (panel, row, members) -> {
      for (int s = 0; s < members.length; s++) {
        members[s] = members[s] && value(panel, row, s) >= bound;
      }
    };
  }

  /**
   * Returns the screen of the symbols with the largest numbers among those still in question. Of
   * equal ones those that come first in the panel are kept; {@code NaN} never is.
   *
   * @param count how many are kept at most, at least 1
   */
  default Screen top(int count) {
    requirePositive("count", count);
    return (panel, row, members) -> Ranking.keepLargest(this, panel, row, members, count);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
  }
}
