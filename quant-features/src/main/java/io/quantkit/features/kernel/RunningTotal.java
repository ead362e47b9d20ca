package io.quantkit.features.kernel;

/**
 * A total of all numbers so far whose rounding errors are summed as well (Knuth, The Art of
 * Computer Programming 4.2.2), so that it stays exact to about the last place of the total.
 */
public final class RunningTotal {
  private double total;
  private double lost;

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
}
