package io.quantkit.core.store;

import io.quantkit.core.market.Symbol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How the columns of a foreign file of trades or quotes are called.
 *
 * @param names the file's name for each of ours that it calls otherwise
 * @param timeUnit what whole numbers of time count; timestamps tell by themselves and are taken as
 *     UTC
 * @param symbol whose all the records are, if no column tells
 */
public record RecordColumns(Map<String, String> names, TimeUnit timeUnit, Optional<Symbol> symbol) {

  /** The columns that this package writes. */
  public static final RecordColumns OWN =
      new RecordColumns(Map.of(), TimeUnit.NANOSECONDS, Optional.empty());

  /** Creates a declaration; the unit must be seconds or finer. */
  public RecordColumns {
    if (timeUnit.compareTo(TimeUnit.SECONDS) > 0) {
      throw new IllegalArgumentException("unit must be seconds or finer, was " + timeUnit);
    }
    names = Map.copyOf(names);
  }

  /** Returns this with another name for one of our columns. */
  public RecordColumns with(String ours, String theirs) {
    Map<String, String> more = new LinkedHashMap<>(names);
    more.put(ours, theirs);
    return new RecordColumns(more, timeUnit, symbol);
  }

  /** Returns this with another unit of time. */
  public RecordColumns withTimeUnit(TimeUnit unit) {
    return new RecordColumns(names, unit, symbol);
  }

  /** Returns this for a file of one symbol. */
  public RecordColumns withSymbol(Symbol one) {
    return new RecordColumns(names, timeUnit, Optional.of(one));
  }

  String theirs(String ours) {
    return names.getOrDefault(ours, ours);
  }
}
