package io.quantkit.core.universe;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * Who passes a screen, row by row of a panel. A row's members are known when the row is and hold
 * until the next one is known. Immutable.
 */
public final class Membership {
  private final Panel panel;
  private final boolean[][] members;

  private Membership(Panel panel, boolean[][] members) {
    this.panel = panel;
    this.members = members;
  }

  /** Screens all symbols of a panel. */
  public static Membership of(Panel panel, Screen screen) {
    boolean[][] members = new boolean[panel.rows()][panel.symbols().size()];
    for (int row = 0; row < members.length; row++) {
      for (int s = 0; s < members[row].length; s++) {
        members[row][s] = true;
      }
      screen.keep(panel, row, members[row]);
    }
    return new Membership(panel, members);
  }

  /**
   * Screens the symbols of a panel that belong to a universe when a row is known.
   *
   * @param universe who is considered; symbols it does not know never are
   */
  public static Membership of(Panel panel, Screen screen, Universe universe) {
    Screen belongs =
        (rows, row, members) -> {
          for (int s = 0; s < members.length; s++) {
            members[s] &= universe.contains(rows.symbols().get(s), rows.knownAt(row));
          }
        };
    return of(panel, belongs.then(screen));
  }

  /** Returns how many rows there are. */
  public int rows() {
    return members.length;
  }

  /** Returns whether a symbol, by its position in the panel, is a member at a row. */
  public boolean contains(int row, int symbol) {
    return members[row][symbol];
  }

  /** Returns whether a symbol is a member by the last row known at a time. */
  public boolean contains(Symbol symbol, long epochNanos) {
    int row = panel.lastKnownAt(epochNanos);
    int s = panel.symbols().indexOf(symbol);
    return row >= 0 && s >= 0 && members[row][s];
  }

  /** Returns the members of a row in the order of the panel. */
  public Symbols members(int row) {
    List<Symbol> at = new ArrayList<>();
    for (int s = 0; s < members[row].length; s++) {
      if (members[row][s]) {
        at.add(panel.symbols().get(s));
      }
    }
    return Symbols.copyOf(at);
  }

  /** Returns the members by the last row known at a time, none before the first. */
  public Symbols membersAt(long epochNanos) {
    int row = panel.lastKnownAt(epochNanos);
    return row < 0 ? Symbols.copyOf(List.of()) : members(row);
  }
}
