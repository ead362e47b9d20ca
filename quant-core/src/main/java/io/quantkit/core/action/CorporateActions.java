package io.quantkit.core.action;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of corporate actions with everything that was ever known of each.
 *
 * <p>Versions of one action share its id; the one that became known last holds, and an action may
 * be called off. Every question is as of a time and sees what was known then. Answers are in order
 * of ex time; actions of one ex time keep the order in which their first versions were added, and
 * take effect in it. Immutable.
 */
public final class CorporateActions {
  private static final CorporateActions NONE = builder().build();

  private final List<Version> versions;
  private final long[] knownAts;

  private CorporateActions(List<Version> added) {
    List<Version> sorted = new ArrayList<>(added);
    sorted.sort(Comparator.comparingLong(Version::knownAt));
    versions = Collections.unmodifiableList(sorted);
    knownAts = sorted.stream().mapToLong(Version::knownAt).toArray();
  }

  /** Returns a table without actions. */
  public static CorporateActions none() {
    return NONE;
  }

  /** Returns a table of the given actions and versions of actions. */
  public static CorporateActions of(CorporateAction... actions) {
    return copyOf(Arrays.asList(actions));
  }

  /** Returns a table of the given actions and versions of actions. */
  public static CorporateActions copyOf(Collection<? extends CorporateAction> actions) {
    Builder builder = builder();
    actions.forEach(builder::add);
    return builder.build();
  }

  /** Returns a builder of a table. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a table from a file that {@link #write} wrote, or that has the same columns in any order.
   *
   * <p>UTF-8 with a header line: {@code id,kind,symbol,ex,known,pay,amount,ratio,other,child_share,
   * reason}. Times are moments such as {@code 2014-06-09T13:30:00Z}, ratios {@code to:from}, fields
   * that a kind has no use for are empty:
   *
   * <pre>
   * kind           pay              amount              ratio  other      child_share  reason
   * CASH_DIVIDEND  when paid        per share
   * STOCK_DIVIDEND                                      x
   * SPLIT                                               x
   * SPIN_OFF                                            x      child      x
   * MERGER                          cash, if any        (x)    (acquirer)
   * SYMBOL_CHANGE                                              successor
   * DELISTING                       terminal price                                     x
   * RIGHTS_ISSUE   when they lapse  subscription price  x
   * CALLED_OFF     only id, kind and known are given
   * </pre>
   *
   * @throws io.quantkit.core.error.DataNotFoundException if there is no such file or it is empty
   * @throws io.quantkit.core.error.DataCorruptionException if it cannot be read to its end or has
   *     not those columns
   * @throws io.quantkit.core.error.DataValidationException if rows are wrong; names the first few
   *     by line, column, rule and value
   */
  public static CorporateActions read(Path file) {
    return ActionFile.read(file);
  }

  /**
   * Writes the table, all versions, as {@link #read} reads it.
   *
   * @throws io.quantkit.core.error.DataConnectionException if it cannot be written
   */
  public void write(Path file) {
    ActionFile.write(file, versions);
  }

  /** Returns how many versions of actions there are, those called off included. */
  public int versions() {
    return versions.size();
  }

  /** Returns every action as it was known at a time, those to come included. */
  public List<CorporateAction> knownBy(long asOf) {
    Map<String, Version> latest = new LinkedHashMap<>();
    for (Version version : versions.subList(0, count(asOf))) {
      latest.put(version.id, version);
    }
    List<Version> standing = new ArrayList<>(latest.values());
    standing.sort(Comparator.comparingInt(Version::order));
    List<CorporateAction> actions = new ArrayList<>();
    for (Version version : standing) {
      if (version.action != null) {
        actions.add(version.action);
      }
    }
    actions.sort(Comparator.comparingLong(CorporateAction::eventTime));
    return Collections.unmodifiableList(actions);
  }

  /**
   * Returns the actions that happen in a range of ex times, as they were known at a time.
   *
   * @param exFromInclusive the first ex time, in epoch nanoseconds UTC
   * @param exToExclusive the end of the ex times, in epoch nanoseconds UTC
   */
  public List<CorporateAction> between(long exFromInclusive, long exToExclusive, long asOf) {
    List<CorporateAction> within = new ArrayList<>();
    for (CorporateAction action : knownBy(asOf)) {
      if (exFromInclusive <= action.eventTime() && action.eventTime() < exToExclusive) {
        within.add(action);
      }
    }
    return Collections.unmodifiableList(within);
  }

  /**
   * Returns the actions of one instrument as they were known at a time, those to come included,
   * under whatever name it had.
   *
   * @param symbol the instrument by the name it has at that time, or had last; who bore the name
   *     before and after is told apart by the changes of symbols in this table
   */
  public List<CorporateAction> of(Symbol symbol, long asOf) {
    List<CorporateAction> known = knownBy(asOf);
    List<Naming> names = names(symbol, asOf, known);
    List<CorporateAction> own = new ArrayList<>();
    for (CorporateAction action : known) {
      for (Naming name : names) {
        if (name.covers(action)) {
          own.add(action);
          break;
        }
      }
    }
    return Collections.unmodifiableList(own);
  }

  /**
   * Returns the name that an instrument has at one time, as it was known then, given its name at
   * another.
   *
   * @param symbol the instrument by its name at {@code asOf}, or the last it had before
   * @param asOf the time of the question, in epoch nanoseconds UTC
   * @param time the time of the name that is asked for, in epoch nanoseconds UTC
   */
  public Symbol nameAt(Symbol symbol, long asOf, long time) {
    for (Naming name : names(symbol, asOf, knownBy(asOf))) {
      if (name.fromInclusive <= time) {
        return name.symbol;
      }
    }
    throw new AssertionError("names must cover all times");
  }

  /** Returns when the next version after a time becomes known, the end of time if none does. */
  public long nextKnownAfter(long time) {
    int at = count(time);
    return at == knownAts.length ? Long.MAX_VALUE : knownAts[at];
  }

  @Override
  public String toString() {
    return "CorporateActions of " + versions.size() + " versions";
  }

  /** Returns how many versions are known at a time. */
  private int count(long time) {
    int low = 0;
    int high = knownAts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (knownAts[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the names of an instrument, the latest first; together they cover all times. */
  private static List<Naming> names(Symbol symbol, long asOf, List<CorporateAction> known) {
    List<CorporateAction.SymbolChange> changes = new ArrayList<>();
    for (CorporateAction action : known) {
      if (action instanceof CorporateAction.SymbolChange change) {
        changes.add(change);
      }
    }
    int at = 0; // the changes before this one lead to the instrument's name
    int into = -1;
    int away = -1;
    while (at < changes.size() && changes.get(at).eventTime() <= asOf) {
      into = changes.get(at).successor().equals(symbol) ? at : into;
      away = changes.get(at).symbol().equals(symbol) ? at : away;
      at++;
    }
    Symbol name = symbol;
    long since = Long.MIN_VALUE;
    if (away >= 0 && (into < 0 || changes.get(away).eventTime() > changes.get(into).eventTime())) {
      at = away;
    } else if (into >= 0) {
      away = -1;
      since = changes.get(into).eventTime();
    }
    long end = Long.MAX_VALUE;
    for (int i = at; i < changes.size(); i++) {
      CorporateAction.SymbolChange change = changes.get(i);
      if (change.symbol().equals(name) && (i == away || change.eventTime() > since)) {
        name = change.successor();
        since = change.eventTime();
        end = Long.MAX_VALUE;
        at = i + 1;
      } else if (change.successor().equals(name)
          && change.eventTime() > since
          && end == Long.MAX_VALUE) {
        end = change.eventTime(); // another takes over the name of one that is gone
      }
    }
    List<Naming> names = new ArrayList<>();
    for (int i = at - 1; i >= 0; i--) {
      CorporateAction.SymbolChange change = changes.get(i);
      if (change.successor().equals(name) && change.eventTime() < end) {
        names.add(new Naming(name, change.eventTime(), end));
        end = change.eventTime();
        name = change.symbol();
      }
    }
    names.add(new Naming(name, Long.MIN_VALUE, end));
    return names;
  }

  private record Naming(Symbol symbol, long fromInclusive, long toExclusive) {

    /** An action at the time of a change may be stated under either name. */
    boolean covers(CorporateAction action) {
      return action.symbol().equals(symbol)
          && fromInclusive <= action.eventTime()
          && action.eventTime() <= toExclusive;
    }
  }

  /**
   * What became known of an action at one time.
   *
   * @param order the position of its first version among those of all actions
   * @param action what is known of it, null if it was called off
   */
  record Version(String id, long knownAt, int order, @Nullable CorporateAction action) {}

  /** Collects versions of actions, then {@link #build} makes the table. Not thread-safe. */
  public static final class Builder {
    private final Map<String, List<Version>> byId = new LinkedHashMap<>();
    private final List<Version> versions = new ArrayList<>();

    private Builder() {}

    /**
     * Adds an action, or another version of one that was added under the same id.
     *
     * @throws IllegalArgumentException if a version of that id is known at the same time, or is of
     *     another kind
     */
    public Builder add(CorporateAction action) {
      for (Version version : byId.getOrDefault(action.id(), List.of())) {
        if (version.action != null && version.action.getClass() != action.getClass()) {
          throw new IllegalArgumentException(
              "action %s must stay a %s, was %s"
                  .formatted(
                      action.id(),
                      version.action.getClass().getSimpleName(),
                      action.getClass().getSimpleName()));
        }
      }
      add(action.id(), action.knownAt(), action);
      return this;
    }

    /**
     * Calls an action off: who asks as of then or later is not told of it.
     *
     * @param knownAt since when it is known to be off, in epoch nanoseconds UTC
     * @throws IllegalArgumentException if no action of that id was added, or a version of it is
     *     known at the same time
     */
    public Builder callOff(String id, long knownAt) {
      if (!byId.containsKey(id)) {
        throw new IllegalArgumentException("action to call off must be in the table, was " + id);
      }
      add(id, knownAt, null);
      return this;
    }

    private void add(String id, long knownAt, @Nullable CorporateAction action) {
      List<Version> known = byId.computeIfAbsent(id, key -> new ArrayList<>());
      for (Version version : known) {
        if (version.knownAt == knownAt) {
          throw new IllegalArgumentException(
              "action %s must have one version known at %s"
                  .formatted(id, EpochNanos.toInstant(knownAt)));
        }
      }
      int order = known.isEmpty() ? byId.size() - 1 : known.get(0).order;
      Version version = new Version(id, knownAt, order, action);
      known.add(version);
      versions.add(version);
    }

    /** Returns the table of everything added so far. */
    public CorporateActions build() {
      return new CorporateActions(versions);
    }
  }
}
