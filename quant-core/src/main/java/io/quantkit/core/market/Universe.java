package io.quantkit.core.market;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The instruments under consideration, and when each of them was.
 *
 * <p>Membership is as of a time: an instrument belongs during the half-open intervals it was added
 * for, so one that was delisted stays known for the years it traded. Instruments keep the order in
 * which they were added.
 */
public final class Universe {
  private final Symbols symbols;
  private final ImmutableMap<Symbol, Member> members;

  private Universe(Map<Symbol, Member> members) {
    this.members = ImmutableMap.copyOf(members);
    this.symbols = Symbols.copyOf(this.members.keySet());
  }

  /** Returns a universe to which the instruments belong at all times. */
  public static Universe of(Instrument... instruments) {
    return of(Arrays.asList(instruments));
  }

  /** Returns a universe to which the instruments belong at all times. */
  public static Universe of(Collection<Instrument> instruments) {
    Builder builder = builder();
    instruments.forEach(builder::add);
    return builder.build();
  }

  /** Returns a builder of a universe whose members come and go. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns everything that belongs at any time, in the order it was added. */
  public Symbols symbols() {
    return symbols;
  }

  /**
   * Returns what is known of a symbol.
   *
   * @throws IllegalArgumentException if it never belongs to this universe
   */
  public Instrument instrument(Symbol symbol) {
    return member(symbol).instrument();
  }

  /** Returns whether the symbol belongs to this universe at any time. */
  public boolean contains(Symbol symbol) {
    return members.containsKey(symbol);
  }

  /** Returns whether the symbol belongs at the given time, in epoch nanoseconds. */
  public boolean contains(Symbol symbol, long epochNanos) {
    Member member = members.get(symbol);
    return member != null && member.at(epochNanos);
  }

  /** Returns whether orders for the symbol are allowed at all; false for unknown symbols. */
  public boolean tradeable(Symbol symbol) {
    Member member = members.get(symbol);
    return member != null && member.instrument().tradeable();
  }

  /** Returns whether the symbol belongs and may be traded at the given time. */
  public boolean tradeable(Symbol symbol, long epochNanos) {
    return tradeable(symbol) && contains(symbol, epochNanos);
  }

  /**
   * Returns the symbol's sector, {@code ""} if it has none.
   *
   * @throws IllegalArgumentException if it never belongs to this universe
   */
  public String sector(Symbol symbol) {
    return instrument(symbol).sector();
  }

  /** Returns the symbols that belong at the given time, in the order they were added. */
  public Symbols membersAt(long epochNanos) {
    List<Symbol> at = new ArrayList<>();
    members.forEach(
        (symbol, member) -> {
          if (member.at(epochNanos)) {
            at.add(symbol);
          }
        });
    return Symbols.copyOf(at);
  }

  private Member member(Symbol symbol) {
    Member member = members.get(symbol);
    if (member == null) {
      throw new IllegalArgumentException("symbol " + symbol + " is not in the universe " + symbols);
    }
    return member;
  }

  /** Collects members, then {@link #build} makes the universe. Not thread-safe. */
  public static final class Builder {
    private final Map<Symbol, Member> members = new LinkedHashMap<>();

    private Builder() {}

    /** Adds an instrument that belongs at all times. */
    public Builder add(Instrument instrument) {
      return add(instrument, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Adds an instrument that belongs during an interval; may be called again for the same
     * instrument with a later interval.
     *
     * @param fromInclusive when it joins, in epoch nanoseconds
     * @param toExclusive when it leaves, in epoch nanoseconds
     * @throws IllegalArgumentException if the interval is empty or begins before the end of an
     *     earlier one, or the symbol was added before as a different instrument
     */
    public Builder add(Instrument instrument, long fromInclusive, long toExclusive) {
      if (fromInclusive >= toExclusive) {
        throw new IllegalArgumentException(
            "membership of %s must not be empty, was [%d, %d)"
                .formatted(instrument.symbol(), fromInclusive, toExclusive));
      }
      Member before = members.get(instrument.symbol());
      Member after = new Member(instrument, List.of(new Interval(fromInclusive, toExclusive)));
      members.put(instrument.symbol(), before == null ? after : before.and(after));
      return this;
    }

    /** Returns the universe of everything added so far. */
    public Universe build() {
      return new Universe(members);
    }
  }

  private record Interval(long fromInclusive, long toExclusive) {}

  private record Member(Instrument instrument, List<Interval> intervals) {

    boolean at(long epochNanos) {
      for (Interval interval : intervals) {
        if (interval.fromInclusive <= epochNanos && epochNanos < interval.toExclusive) {
          return true;
        }
      }
      return false;
    }

    Member and(Member later) {
      if (!instrument.equals(later.instrument)) {
        throw new IllegalArgumentException(
            "instrument %s was added before as %s".formatted(later.instrument, instrument));
      }
      if (later.intervals.get(0).fromInclusive < intervals.get(intervals.size() - 1).toExclusive) {
        throw new IllegalArgumentException(
            "memberships of %s must be added in order and not overlap"
                .formatted(instrument.symbol()));
      }
      List<Interval> all = new ArrayList<>(intervals);
      all.addAll(later.intervals);
      return new Member(instrument, List.copyOf(all));
    }
  }
}
