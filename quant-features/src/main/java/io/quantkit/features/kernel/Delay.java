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
    int lag = cells.length;
    if (filled < lag || count < lag) {
      for (int i = 0; i < count; i++) {
        out[i] = exchange(in[i]);
      }
      return;
    }
    System.arraycopy(cells, next, out, 0, lag - next);
    System.arraycopy(cells, 0, out, lag - next, next);
    System.arraycopy(in, 0, out, lag, count - lag);
    System.arraycopy(in, count - lag, cells, 0, lag);
    next = 0;
  }
}
