package io.quantkit.features.indicator.candle;

import static io.quantkit.features.indicator.candle.Condition.all;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pattern reports: 0 unless one of the outcomes holds, and the last one that does.
 *
 * @param outcomes in rising precedence
 */
record Signal(List<Outcome> outcomes) {

  /** A number and when it is reported. */
  record Outcome(int value, Condition condition) {}

  static Signal bullish(Condition condition) {
    return new Signal(List.of(new Outcome(100, condition)));
  }

  static Signal bearish(Condition condition) {
    return new Signal(List.of(new Outcome(-100, condition)));
  }

  static Signal either(Condition up, Condition down) {
    return either(100, up, down);
  }

  static Signal either(int strength, Condition up, Condition down) {
    return new Signal(List.of(new Outcome(strength, up), new Outcome(-strength, down)));
  }

  /** Returns a signal in the colour of a candle. */
  static Signal as(Candle candle, Condition condition) {
    return either(all(candle.white(), condition), all(candle.black(), condition));
  }

  /** Returns a signal against the colour of a candle. */
  static Signal against(int strength, Candle candle, Condition condition) {
    return either(strength, all(candle.black(), condition), all(candle.white(), condition));
  }

  /** Returns this signal with that of another where the other reports something. */
  Signal or(Signal stronger) {
    List<Outcome> both = new ArrayList<>(outcomes);
    both.addAll(stronger.outcomes);
    return new Signal(List.copyOf(both));
  }
}
