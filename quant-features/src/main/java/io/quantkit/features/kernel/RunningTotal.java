package io.quantkit.features.kernel;

/**
 * A total of all numbers so far whose rounding errors are summed as well (Knuth, The Art of
 * Computer Programming 4.2.2), so that it stays exact to about the last place of the total.
 */
public final class RunningTotal {
  /** Beyond this number there is none that is not whole. */
  private static final double WHOLE = 0x1p52;

  /** Multiplied by this twice, any number but 0 is beyond {@link #WHOLE}. */
  private static final double HUGE = 0x1p600;

  private double total;
  private double lost;
  private double[] work = {};

  /** Returns an independent total in the same state. */
  public RunningTotal copy() {
    RunningTotal copy = new RunningTotal();
    copy.total = total;
    copy.lost = lost;
    return copy;
  }

  /** Begins again at zero. */
  public void clear() {
    total = 0;
    lost = 0;
  }

  /** Adds a finite number and returns the total. */
  public double add(double x) {
    double next = total + x;
    double shadow = next - total;
    lost += (total - (next - shadow)) + (x - shadow);
    total = next;
    return total + lost;
  }

  /**
   * Adds numbers and tells the total after each of them.
   *
   * <p>Does not look at the numbers: where one is not finite the total is not finite from there on.
   * Then nothing happened but that {@code out} was overwritten.
   *
   * @param in the numbers, from position 0 on; not modified, and another array than {@code out}
   * @param out receives the totals; modified
   * @param outFrom where the first one goes
   * @return whether the total is finite
   */
  public boolean add(double[] in, int count, double[] out, int outFrom) {
    if (whole(in, count)) {
      addWhole(in, count, out, outFrom);
      return true;
    }
    double sum = total;
    double errors = lost;
    for (int i = 0; i < count; i++) {
      double x = in[i];
      double next = sum + x;
      double shadow = next - sum;
      errors += (sum - (next - shadow)) + (x - shadow);
      sum = next;
      out[outFrom + i] = sum + errors;
    }
    if (!Double.isFinite(sum + errors)) {
      return false;
    }
    total = sum;
    lost = errors;
    return true;
  }

  /** Returns whether all totals will be whole numbers that a double tells apart from the next. */
  private boolean whole(double[] in, int count) {
    if (lost != 0 || total != Math.rint(total)) {
      return false;
    }
    if (work.length < count) {
      work = new double[count];
    }
    double[] sizes = work;
    for (int i = 0; i < count; i++) {
      double part = Math.rint(in[i]) - in[i];
      sizes[i] = Math.abs(in[i]) + Math.abs(part) * HUGE * HUGE;
    }
    return Math.abs(total) + Finite.sum(sizes, 0, count) < WHOLE;
  }

  /**
   * Adds numbers where nothing can be lost, so that they may be grouped: only one in four waits for
   * the total before it.
   */
  private void addWhole(double[] in, int count, double[] out, int outFrom) {
    double sum = total;
    int i = 0;
    for (int end = count - 3; i < end; i += 4) {
      double two = in[i] + in[i + 1];
      double four = two + (in[i + 2] + in[i + 3]);
      int at = outFrom + i;
      out[at] = sum + in[i];
      out[at + 1] = sum + two;
      out[at + 2] = sum + two + in[i + 2];
      sum += four;
      out[at + 3] = sum;
    }
    for (; i < count; i++) {
      sum += in[i];
      out[outFrom + i] = sum;
    }
    total = sum;
  }
}
