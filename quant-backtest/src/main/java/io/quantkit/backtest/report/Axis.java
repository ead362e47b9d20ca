package io.quantkit.backtest.report;

import java.util.ArrayList;
import java.util.List;

/** A range of numbers with the ticks that a person would choose for it. */
final class Axis {

  /** Writes the label of a tick. */
  @FunctionalInterface
  interface Label {
    /**
     * Returns the text for a tick.
     *
     * @param step the distance to the next tick, which says how many decimals matter
     */
    String text(double value, double step);
  }

  static final Label PERCENT =
      (value, step) -> Numerals.percent(value, Numerals.decimals(step * 100));
  static final Label PLAIN = (value, step) -> Numerals.grouped(value, Numerals.decimals(step));
  static final Label MULTIPLE =
      (value, step) -> Numerals.grouped(value, Numerals.decimals(step)) + "\u00d7";
  static final Label MONEY = Numerals::compact;

  private final double low;
  private final double high;
  private final boolean logarithmic;
  private final List<Tick> ticks;

  private Axis(double low, double high, boolean logarithmic, List<Tick> ticks) {
    this.low = low;
    this.high = high;
    this.logarithmic = logarithmic;
    this.ticks = ticks;
  }

  /** Returns a linear axis that reaches from tick to tick around the given range. */
  static Axis linear(double low, double high, int most, Label label) {
    double span = high > low ? high - low : Math.max(1e-9, Math.abs(high) * 0.2);
    double from = high > low ? low : low - span / 2;
    double to = high > low ? high : high + span / 2;
    double step = step(to - from, most);
    double first = Math.floor(from / step + 1e-9);
    double last = Math.ceil(to / step - 1e-9);
    return new Axis(first * step, last * step, false, multiples(first, last, step, label));
  }

  /** Returns a linear axis that covers exactly the given range, {@code low < high}. */
  static Axis exact(double low, double high, int most, Label label) {
    double step = step(high - low, most);
    double first = Math.ceil(low / step - 1e-9);
    double last = Math.floor(high / step + 1e-9);
    return new Axis(low, high, false, multiples(first, last, step, label));
  }

  /** Returns a logarithmic axis around a positive range. */
  static Axis logarithmic(double low, double high, int most, Label label) {
    double pad = StrictMath.pow(Math.max(high / low, 1.05), 0.04);
    double from = low / pad;
    double to = high * pad;
    List<Tick> ticks = decades(from, to, label, 1, 2, 5);
    if (ticks.size() < 3) {
      double step = step(to - from, most);
      ticks = multiples(Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9), step, label);
    } else if (ticks.size() > most) {
      ticks = decades(from, to, label, 1);
      int every = (ticks.size() + most - 1) / most;
      List<Tick> some = new ArrayList<>();
      for (int i = 0; i < ticks.size(); i += every) {
        some.add(ticks.get(i));
      }
      ticks = some;
    }
    return new Axis(from, to, true, ticks);
  }

  /** Returns an axis with given ticks. */
  static Axis of(double low, double high, List<Tick> ticks) {
    return new Axis(low, high, false, List.copyOf(ticks));
  }

  private static List<Tick> multiples(double first, double last, double step, Label label) {
    List<Tick> ticks = new ArrayList<>();
    for (double i = first; i <= last; i++) {
      double value = i * step;
      ticks.add(new Tick(value, label.text(value, step)));
    }
    return ticks;
  }

  private static List<Tick> decades(double low, double high, Label label, double... mantissas) {
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(StrictMath.log10(low));
    int last = (int) Math.ceil(StrictMath.log10(high));
    for (int decade = first; decade <= last; decade++) {
      double power = StrictMath.pow(10, decade);
      for (double mantissa : mantissas) {
        double value = mantissa * power;
        if (value >= low && value <= high) {
          ticks.add(new Tick(value, label.text(value, value)));
        }
      }
    }
    return ticks;
  }

  /**
   * Returns the smallest 1, 2, 2.5 or 5 times a power of ten that fits at most {@code most} times.
   */
  static double step(double span, int most) {
    double raw = span / Math.max(1, most);
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
    double mantissa = raw / power;
    double nice = 10;
    for (double candidate : new double[] {1, 2, 2.5, 5}) {
      if (mantissa <= candidate * (1 + 1e-9)) {
        nice = candidate;
        break;
      }
    }
    return nice * power;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  List<Tick> ticks() {
    return ticks;
  }

  /** Returns where a value lies: 0 at the low end, 1 at the high end. */
  double position(double value) {
    return logarithmic
        ? StrictMath.log(value / low) / StrictMath.log(high / low)
        : (value - low) / (high - low);
  }
}
