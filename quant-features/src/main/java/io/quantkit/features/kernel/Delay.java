package io.quantkit.features.kernel;

/** Numbers as they were {@code lag} steps ago. */
public final class Delay {
  private final double[] cells;
  private int next;
  private int filled;

  /** Creates an empty delay of {@code lag} steps, at least 1. */
  public Delay(int lag) {
    this.cells = new double[lag];
  }

  private Delay(Delay other) {
    cells = other.cells.clone();
    next = other.next;
    filled = other.filled;
  }

  /** Returns an independent delay with the same content. */
  public Delay copy() {
    return new Delay(this);
  }

  /** Forgets everything. */
  public void clear() {
    next = 0;
    filled = 0;
  }

  /** Puts a number in and returns the one of {@code lag} steps ago, {@code NaN} if none was. */
  public double exchange(double x) {
    double old;
    if (filled < cells.length) {
      filled++;
      old = Double.NaN;
    } else {
      old = cells[next];
    }
    cells[next] = x;
    if (++next == cells.length) {
      next = 0;
    }
    return old;
  }

  /**
   * Puts numbers in and tells those of {@code lag} steps before each of them.
   *
   * @param in the numbers from position 0 on; not modified
   * @param count how many
   * @param out receives the old numbers from position 0 on; another array; modified
   */
  public void exchange(double[] in, int count, double[] out) {
    int i = 0;
    for (; i < count && filled < cells.length; i++) {
      out[i] = exchange(in[i]);
    }
    int lag = cells.length;
    int old = Math.min(count - i, lag);
    int head = Math.min(old, lag - next);
    System.arraycopy(cells, next, out, i, head);
    System.arraycopy(cells, 0, out, i + head, old - head);
    System.arraycopy(in, i, out, i + old, count - i - old);
    // What stays: the newest, in the places of those that left.
    int newest = count - old;
    System.arraycopy(in, newest, cells, next, head);
    System.arraycopy(in, newest + head, cells, 0, old - head);
    next = (next + old) % lag;
  }
}
