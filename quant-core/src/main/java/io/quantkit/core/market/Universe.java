package io.quantkit.core.market;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The instruments under consideration, and when each of them was.
 *
 * <p>Membership is as of a time: an instrument belongs during the half-open intervals it was added
 * for, so one that was delisted stays known for the years it traded, with the time and reason of
 * its end. Sectors are as of a time too. Instruments keep the order in which they were added.
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

  /** Returns whether the symbol belongs and may be traded at all times; false if unknown. */
  public boolean alwaysTradeable(Symbol symbol) {
    Member member = members.get(symbol);
    if (member == null || !member.instrument().tradeable() || member.intervals().size() != 1) {
      return false;
    }
    Interval only = member.intervals().get(0);
    return only.fromInclusive() == Long.MIN_VALUE && only.toExclusive() == Long.MAX_VALUE;
  }

  /** Returns whether the symbol belongs and may be traded at the given time. */
  public boolean tradeable(Symbol symbol, long epochNanos) {
    return tradeable(symbol) && contains(symbol, epochNanos);
  }

  /**
   * Returns the symbol's latest sector, {@code ""} if it has none.
   *
   * @throws IllegalArgumentException if it never belongs to this universe
   */
  public String sector(Symbol symbol) {
    return member(symbol).sectors().lastEntry().getValue();
  }

  /**
   * Returns the symbol's sector at a time, {@code ""} if it had none.
   *
   * @param epochNanos when, in epoch nanoseconds
   * @throws IllegalArgumentException if it never belongs to this universe
   */
  public String sector(Symbol symbol, long epochNanos) {
    return member(symbol).sectors().floorEntry(epochNanos).getValue();
  }

  /**
   * Returns when the symbol belongs, in order.
   *
   * @throws IllegalArgumentException if it never does
   */
  public List<Interval> memberships(Symbol symbol) {
    return member(symbol).intervals();
  }

  /**
   * Returns when and why the symbol stopped trading, empty if no such thing was told.
   *
   * @throws IllegalArgumentException if it never belongs to this universe
   */
  public Optional<Departure> departure(Symbol symbol) {
    return member(symbol).departure();
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
      Member after = Member.of(instrument, new Interval(fromInclusive, toExclusive));
      members.put(instrument.symbol(), before == null ? after : before.and(after));
      return this;
    }

    /**
     * Tells that an instrument belongs to another sector from a time on; before the first such time
     * it belongs to the one it was added with.
     *
     * @param fromInclusive since when, in epoch nanoseconds
     * @throws IllegalArgumentException if the symbol was not added before
     */
    public Builder sector(Symbol symbol, long fromInclusive, String sector) {
      members.put(symbol, added(symbol).inSector(fromInclusive, sector));
      return this;
    }

    /**
     * Tells that an instrument stopped trading: it stays in the universe, and belongs until then at
     * the longest.
     *
     * @param time when, in epoch nanoseconds
     * @param reason why, such as {@code bankruptcy}
     * @throws IllegalArgumentException if the symbol was not added before, or was for a time that
     *     begins at or after the delisting
     */
    public Builder delist(Symbol symbol, long time, String reason) {
      members.put(symbol, added(symbol).until(time, reason));
      return this;
    }

    private Member added(Symbol symbol) {
      Member member = members.get(symbol);
      if (member == null) {
        throw new IllegalArgumentException("symbol " + symbol + " must be added first");
      }
      return member;
    }

    /** Returns the universe of everything added so far. */
    public Universe build() {
      return new Universe(members);
    }
  }

  /**
   * A span of time, half-open, in epoch nanoseconds.
   *
   * @param fromInclusive its beginning, {@link Long#MIN_VALUE} if it has none
   * @param toExclusive its end, {@link Long#MAX_VALUE} if it has none
   */
  public record Interval(long fromInclusive, long toExclusive) {

    /** Returns whether a time is within. */
    public boolean contains(long epochNanos) {
      return fromInclusive <= epochNanos && epochNanos < toExclusive;
    }

    /** Returns whether some time is within both. */
    public boolean overlaps(Interval other) {
      return fromInclusive < other.toExclusive && other.fromInclusive < toExclusive;
    }
  }

  /**
   * The end of an instrument's trading.
   *
   * @param time when, in epoch nanoseconds
   * @param reason why, such as {@code bankruptcy} or {@code merger}
   */
  public record Departure(long time, String reason) {}

  private record Member(
      Instrument instrument,
      List<Interval> intervals,
      TreeMap<Long, String> sectors,
      Optional<Departure> departure) {

    static Member of(Instrument instrument, Interval interval) {
      TreeMap<Long, String> sectors = new TreeMap<>();
      sectors.put(Long.MIN_VALUE, instrument.sector());
      return new Member(instrument, List.of(interval), sectors, Optional.empty());
    }

    boolean at(long epochNanos) {
      for (Interval interval : intervals) {
        if (interval.contains(epochNanos)) {
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
      return new Member(instrument, List.copyOf(all), sectors, departure);
    }

    Member inSector(long fromInclusive, String sector) {
      TreeMap<Long, String> all = new TreeMap<>(sectors);
      all.put(fromInclusive, sector);
      return new Member(instrument, intervals, all, departure);
    }

    Member until(long time, String reason) {
      List<Interval> before = new ArrayList<>();
      for (Interval interval : intervals) {
        if (interval.fromInclusive >= time) {
          throw new IllegalArgumentException(
              "%s must not belong after its delisting at %d, was added from %d"
                  .formatted(instrument.symbol(), time, interval.fromInclusive));
        }
        before.add(new Interval(interval.fromInclusive, Math.min(interval.toExclusive, time)));
      }
      return new Member(
          instrument, List.copyOf(before), sectors, Optional.of(new Departure(time, reason)));
    }
  }
}
