package io.quantkit.features.indicator.candle;

import java.util.List;

/** Something that holds at a bar or not. */
sealed interface Condition permits Condition.Fact, Condition.All, Condition.Any {

  /** Returns what holds where all of some conditions do. */
  static Condition all(Condition... conditions) {
    return new All(List.of(conditions));
  }

  /** Returns what holds where one of some conditions does. */
  static Condition any(Condition... conditions) {
    return new Any(List.of(conditions));
  }

  /** Returns what holds where two conditions agree. */
  static Condition same(Condition a, Condition b) {
    return any(all(a, b), all(a.not(), b.not()));
  }

  /** Returns what holds where this does not. */
  Condition not();

  /** Returns the conditions that this one is made of, none for a fact. */
  List<Condition> parts();

  /** Returns what holds where this held so many bars before. */
  Condition ago(int bars);

  /** That a comparison was true some bars ago, or was not. */
  record Fact(Comparison comparison, int back, boolean negated) implements Condition {
    @Override
    public List<Condition> parts() {
      return List.of();
    }

    @Override
    public Condition not() {
      return new Fact(comparison, back, !negated);
    }

    @Override
    public Condition ago(int bars) {
      return new Fact(comparison, back + bars, negated);
    }
  }

  /** That every part holds. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public Condition not() {
      return new Any(parts.stream().map(Condition::not).toList());
    }

    @Override
    public Condition ago(int bars) {
      return new All(parts.stream().map(part -> part.ago(bars)).toList());
    }
  }

  /** That some part holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public Condition not() {
      return new All(parts.stream().map(Condition::not).toList());
    }

    @Override
    public Condition ago(int bars) {
      return new Any(parts.stream().map(part -> part.ago(bars)).toList());
    }
  }
}
