package io.quantkit.core.engine;

import io.quantkit.core.action.CorporateActions;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Delivers corporate actions at their ex times.
 *
 * <p>An action comes as it was known at that time, and once: a version that became known later does
 * not undo what has happened, and one that was called off before does not come. An action of which
 * nobody knew before its ex time comes when it became known.
 */
final class ActionFeed implements Feed {
  private final Symbols symbols;
  private final List<Due> dues;
  private final long startTime;
  private int next;

  private record Due(long time, CorporateAction action) {}

  ActionFeed(Symbols symbols, CorporateActions actions, long fromInclusive, long toExclusive) {
    if (toExclusive < fromInclusive) {
      throw new IllegalArgumentException(
          "toExclusive must not be before fromInclusive, was "
              + toExclusive
              + " < "
              + fromInclusive);
    }
    this.symbols = symbols;
    List<Due> all = new ArrayList<>();
    for (Due due : schedule(actions)) {
      boolean within = fromInclusive <= due.time && due.time < toExclusive;
      if (within && symbols.contains(due.action.symbol())) {
        all.add(due);
      }
    }
    this.dues = List.copyOf(all);
    this.startTime = dues.isEmpty() ? 0 : dues.get(0).time;
  }

  /** Returns all actions with the times at which they come, in that order. */
  private static List<Due> schedule(CorporateActions actions) {
    List<Due> dues = new ArrayList<>();
    List<CorporateAction> last = actions.knownBy(Long.MAX_VALUE);
    if (last.size() == actions.versions()) { // no action has a second version
      for (CorporateAction action : last) {
        dues.add(new Due(Math.max(action.eventTime(), action.knownAt()), action));
      }
      dues.sort(Comparator.comparingLong(Due::time));
      return dues;
    }
    Set<String> come = new HashSet<>();
    long since = Long.MIN_VALUE;
    while (since != Long.MAX_VALUE) {
      long until = actions.nextKnownAfter(since);
      for (CorporateAction action : actions.knownBy(since)) {
        if (action.eventTime() < until && come.add(action.id())) {
          dues.add(new Due(Math.max(action.eventTime(), since), action));
        }
      }
      since = until;
    }
    return dues;
  }

  @Override
  public Symbols symbols() {
    return symbols;
  }

  @Override
  public long startTime() {
    return startTime;
  }

  @Override
  public long nextTime() {
    return next < dues.size() ? dues.get(next).time : Long.MAX_VALUE;
  }

  @Override
  public void next(MarketReceiver receiver) {
    if (next == dues.size()) {
      throw new NoSuchElementException("the corporate actions have ended");
    }
    receiver.onAction(dues.get(next++).action);
  }

  @Override
  public long remaining() {
    return (long) dues.size() - next;
  }
}
