package io.quantkit.features.indicator.candle;

import java.util.List;

/** A number of every bar. Equal columns hold equal numbers, so each is computed once. */
sealed interface Column
    permits Price, Column.Total, Column.Limit, Column.Part, Column.Sum, Column.Difference {

  /** Returns what it is computed from, of the same bar and earlier ones. */
  List<Column> sources();

  /** Returns how many bars before its own it reads of its sources. */
  int reach();

  /**
   * Computes some bars.
   *
   * @param sources the numbers of {@link #sources()}; not modified
   * @param out receives the numbers; modified
   */
  void compute(double[][] sources, double[] out, int from, int to);

  /** Returns this number of the candle so many bars ago. */
  default Term ago(int back) {
    return new Term(this, back);
  }

  /**
   * The sum of a measure over the bars before, added anew for each bar from the oldest on.
   *
   * @param period how many bars, at least 1
   */
  record Total(CandleMeasure measure, int period) implements Column {
    @Override
    public List<Column> sources() {
      return List.of(measure.column());
    }

    @Override
    public int reach() {
      return period;
    }

    @Override
    public void compute(double[][] sources, double[] out, int from, int to) {
      double[] a = sources[0];
      for (int t = from; t < to; t++) {
        double sum = a[t - period];
        for (int s = t - period + 1; s < t; s++) {
          sum += a[s];
        }
        out[t] = sum;
      }
    }
  }

  /** What a setting compares the sizes of a bar with. */
  record Limit(CandleSetting setting) implements Column {
    @Override
    public List<Column> sources() {
      return List.of(
          setting.period() == 0
              ? setting.measure().column()
              : new Total(setting.measure(), setting.period()));
    }

    @Override
    public int reach() {
      return 0;
    }

    @Override
    public void compute(double[][] sources, double[] out, int from, int to) {
      double[] a = sources[0];
      double divisor = Math.max(setting.period(), 1);
      double factor = setting.factor();
      double halves = setting.measure() == CandleMeasure.SHADOWS ? 2 : 1;
      for (int t = from; t < to; t++) {
        out[t] = factor * (a[t] / divisor) / halves;
      }
    }
  }

  /** A fraction of another number. */
  record Part(Column whole, double fraction) implements Column {
    @Override
    public List<Column> sources() {
      return List.of(whole);
    }

    @Override
    public int reach() {
      return 0;
    }

    @Override
    public void compute(double[][] sources, double[] out, int from, int to) {
      double[] a = sources[0];
      for (int t = from; t < to; t++) {
        out[t] = a[t] * fraction;
      }
    }
  }

  /** Two numbers together. */
  record Sum(Term first, Term second) implements Column {
    @Override
    public List<Column> sources() {
      return List.of(first.column(), second.column());
    }

    @Override
    public int reach() {
      return Math.max(first.back(), second.back());
    }

    @Override
    public void compute(double[][] sources, double[] out, int from, int to) {
      double[] a = sources[0];
      double[] b = sources[1];
      int aBack = first.back();
      int bBack = second.back();
      for (int t = from; t < to; t++) {
        out[t] = a[t - aBack] + b[t - bBack];
      }
    }
  }

  /** One number without another. */
  record Difference(Term first, Term second) implements Column {
    @Override
    public List<Column> sources() {
      return List.of(first.column(), second.column());
    }

    @Override
    public int reach() {
      return Math.max(first.back(), second.back());
    }

    @Override
    public void compute(double[][] sources, double[] out, int from, int to) {
      double[] a = sources[0];
      double[] b = sources[1];
      int aBack = first.back();
      int bBack = second.back();
      for (int t = from; t < to; t++) {
        out[t] = a[t - aBack] - b[t - bBack];
      }
    }
  }
}
