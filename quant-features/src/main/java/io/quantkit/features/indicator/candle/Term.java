package io.quantkit.features.indicator.candle;

/** A number of the candle {@code back} bars ago. */
record Term(Column column, int back) {

  Condition below(Term other) {
    int later = Math.min(back, other.back);
    return new Condition.Fact(
        new Comparison(column, back - later, other.column, other.back - later), later, false);
  }

  Condition above(Term other) {
    return other.below(this);
  }

  Condition atLeast(Term other) {
    return below(other).not();
  }

  Condition atMost(Term other) {
    return other.below(this).not();
  }

  /** Returns whether this number is less than a distance away from another, or just that far. */
  Condition within(Term distance, Term other) {
    return Condition.all(atMost(other.plus(distance)), atLeast(other.minus(distance)));
  }

  Term plus(Term other) {
    int later = Math.min(back, other.back);
    return new Term(
        new Column.Sum(new Term(column, back - later), new Term(other.column, other.back - later)),
        later);
  }

  Term minus(Term other) {
    int later = Math.min(back, other.back);
    return new Term(
        new Column.Difference(
            new Term(column, back - later), new Term(other.column, other.back - later)),
        later);
  }

  Term times(double fraction) {
    return new Term(new Column.Part(column, fraction), back);
  }
}
