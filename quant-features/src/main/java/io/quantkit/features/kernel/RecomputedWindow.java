package io.quantkit.features.kernel;

import java.util.function.Supplier;

/** A window that is handed over as a whole, in one piece of memory, after every number. */
public final class RecomputedWindow implements WindowStatistic {
  private final int size;
  private final Supplier<WindowFunction> functions;
  private final WindowFunction function;
  private final double[] cells;
  private int end;

  /**
   * Creates an empty window.
   *
   * @param size how many numbers it holds, at least 1
   * @param functions gives the function, with scratch arrays of its own
   */
  public RecomputedWindow(int size, Supplier<WindowFunction> functions) {
    this.size = size;
    this.functions = functions;
    this.function = functions.get();
    this.cells = new double[2 * size];
  }

  @Override
  public void clear() {
    end = 0;
  }

  @Override
  public boolean add(double x) {
    if (end == cells.length) {
      System.arraycopy(cells, end - size + 1, cells, 0, size - 1);
      end = size - 1;
    }
    cells[end++] = x;
    return end >= size;
  }

  @Override
  public void write(double[] out) {
    function.apply(cells, end - size, end, out);
  }

  @Override
  public WindowStatistic copy() {
    RecomputedWindow copy = new RecomputedWindow(size, functions);
    System.arraycopy(cells, 0, copy.cells, 0, end);
    copy.end = end;
    return copy;
  }
}
