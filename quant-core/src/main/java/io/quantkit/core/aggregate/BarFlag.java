package io.quantkit.core.aggregate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is special about a bar that an aggregator made. */
public enum BarFlag {
  /**
   * The period was not seen whole: the input began after it did, or ended before it did. Tell the
   * aggregator when the input begins ({@link BarAggregator#advanceTo}) if the first period is
   * whole.
   */
  INCOMPLETE,

  /**
   * The market cut the period short: the session ended, paused or had not begun for part of the
   * timeframe. Of bars of one day: the session closed early.
   */
  SHORT,

  /** The trades were made outside the session, before the open or after the close. */
  EXTENDED,

  /** Nothing was traded: all prices are the last close, the volume and the count are 0. */
  FLAT,

  /**
   * A late trade came to this bar: it replaces the bar of the same start, or adds a missing one.
   */
  RESTATED;

  private static final Set<BarFlag>[] SETS = sets();

  int bit() {
    return 1 << ordinal();
  }

  /** Returns the flags whose bits are set; made once, so that a bar costs no set. */
  static Set<BarFlag> set(int bits) {
    return SETS[bits];
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Set<BarFlag>[] sets() {
    BarFlag[] flags = values();
    Set<BarFlag>[] sets = new Set[1 << flags.length];
    for (int bits = 0; bits < sets.length; bits++) {
      EnumSet<BarFlag> set = EnumSet.noneOf(BarFlag.class);
      for (BarFlag flag : flags) {
        if ((bits & flag.bit()) != 0) {
          set.add(flag);
        }
      }
      sets[bits] = Collections.unmodifiableSet(set);
    }
    return sets;
  }
}
