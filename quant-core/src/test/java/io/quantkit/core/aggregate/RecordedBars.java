package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Remembers the bars that come out, and what is special about them. */
final class RecordedBars implements BarSink {
  final List<Bar> bars = new ArrayList<>();
  final List<Set<BarFlag>> flags = new ArrayList<>();

  @Override
  public void accept(Bar bar, Set<BarFlag> barFlags) {
    bars.add(bar);
    flags.add(barFlags);
  }
}
