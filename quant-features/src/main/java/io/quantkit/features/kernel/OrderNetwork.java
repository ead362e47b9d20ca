package io.quantkit.features.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two neighbouring order statistics of each of many small windows, by a network of comparisons that
 * is the same for all of them: passes over arrays without a branch.
 *
 * <p>Source: K. E. Batcher, Sorting Networks and their Applications, AFIPS 32, 1968.
 */
public final class OrderNetwork {
  /*
   * A line is an array of numbers, one per window, by the windows' first numbers. Windows of 2
   * numbers are sorted by merging the line of single numbers with itself, one number later; windows
   * of 4 by merging the two lines of windows of 2 with themselves, two numbers later; and so on up to
   * the largest power of 2 in the size. Then those that make up the rest are merged in. What does not
   * matter for the statistics that are asked for is left out.
   */

  /**
   * How many windows are taken at a time: few enough for all lines to stay in the nearest cache.
   */
  private static final int ROOM = 128;

  /** The largest size that is worth a plan. */
  private static final int LARGEST = 32;

  /** The most passes for which this is faster than to keep a window in order. */
  private static final int MOST_PASSES = 100;

  private enum Kind {
    COPY,
    SMALLER,
    LARGER,
    BOTH
  }

  /**
   * A pass over two lines.
   *
   * @param first what is read for a copy, else what becomes the smaller one
   * @param second what is written by a copy, else what becomes the larger one
   * @param later how much later the windows of a copy begin
   * @param extra for how many windows more than are asked for
   */
  private record Pass(Kind kind, int first, int second, int later, int extra) {}

  private final int size;
  private final Pass[] passes;
  private final double[][] lines;
  private final int low;
  private final int high;

  /**
   * Returns a network, {@code null} if it is faster to keep a window in order.
   *
   * @param size how many numbers a window has, at least 1
   * @param low the position of the lower statistic in the order, 0 for the smallest number
   * @param high the position of the upper one; at least {@code low}
   */
  public static @Nullable OrderNetwork of(int size, int low, int high) {
    if (size > LARGEST) {
      return null;
    }
    Plan plan = new Plan(size);
    List<Integer> order = plan.order();
    Pass[] passes = plan.needed(order.get(low), order.get(high));
    return passes.length > MOST_PASSES
        ? null
        : new OrderNetwork(size, passes, order.get(low), order.get(high));
  }

  private OrderNetwork(int size, Pass[] passes, int low, int high) {
    this.size = size;
    this.passes = passes;
    this.low = low;
    this.high = high;
    lines = new double[size][ROOM + size];
  }

  /**
   * Computes the statistics of windows.
   *
   * @param in finite numbers without negative zeros; not modified
   * @param from where the first window begins
   * @param count how many windows
   * @param lower receives the lower statistics from position 0 on; modified
   * @param upper receives the upper statistics from position 0 on; another array; modified
   */
  public void apply(double[] in, int from, int count, double[] lower, double[] upper) {
    for (int begin = 0; begin < count; begin += ROOM) {
      int n = Math.min(ROOM, count - begin);
      System.arraycopy(in, from + begin, lines[0], 0, n + size - 1);
      for (Pass pass : passes) {
        run(pass, n + pass.extra);
      }
      System.arraycopy(lines[low], 0, lower, begin, n);
      System.arraycopy(lines[high], 0, upper, begin, n);
    }
  }

  private void run(Pass pass, int count) {
    double[] a = lines[pass.first];
    double[] b = lines[pass.second];
    switch (pass.kind) {
      case COPY -> System.arraycopy(a, pass.later, b, 0, count);
      case SMALLER -> smaller(a, b, count);
      case LARGER -> larger(a, b, count);
      case BOTH -> both(a, b, count);
    }
  }

  private static void smaller(double[] a, double[] b, int count) {
    for (int i = 0; i < count; i++) {
      a[i] = Math.min(a[i], b[i]);
    }
  }

  private static void larger(double[] a, double[] b, int count) {
    for (int i = 0; i < count; i++) {
      b[i] = Math.max(a[i], b[i]);
    }
  }

  private static void both(double[] a, double[] b, int count) {
    for (int i = 0; i < count; i++) {
      double x = a[i];
      double y = b[i];
      a[i] = Math.min(x, y);
      b[i] = Math.max(x, y);
    }
  }

  /** The passes that sort all windows, as if all of the order mattered. */
  private static final class Plan {
    private static final int NONE = -1;

    private final int size;
    private final List<Pass> passes = new ArrayList<>();
    private int lines = 1;

    Plan(int size) {
      this.size = size;
    }

    /** Plans the passes and returns the lines in ascending order. */
    List<Integer> order() {
      int largest = Integer.highestOneBit(size);
      List<List<Integer>> rest = new ArrayList<>();
      List<Integer> order = List.of(0);
      for (int width = 1; width < largest; width *= 2) {
        if ((size & width) != 0) {
          // The rest follows the largest part, its larger parts first.
          int larger = size & ~(2 * width - 1);
          rest.add(later(order, larger, 0));
        }
        int extra = size - 2 * width;
        order = merged(order, later(order, width, extra), extra);
      }
      Collections.reverse(rest);
      for (List<Integer> part : rest) {
        order = merged(order, part, 0);
      }
      return order;
    }

    private List<Integer> later(List<Integer> order, int later, int extra) {
      List<Integer> copies = new ArrayList<>();
      for (int line : order) {
        passes.add(new Pass(Kind.COPY, line, lines, later, extra));
        copies.add(lines++);
      }
      return copies;
    }

    /** Merges by odd and even places, as if the lists were filled up with infinite numbers. */
    private List<Integer> merged(List<Integer> a, List<Integer> b, int extra) {
      int half = 1;
      while (half < Math.max(a.size(), b.size())) {
        half *= 2;
      }
      int[] places = new int[2 * half];
      Arrays.fill(places, NONE);
      for (int i = 0; i < a.size(); i++) {
        places[i] = a.get(i);
      }
      for (int i = 0; i < b.size(); i++) {
        places[half + i] = b.get(i);
      }
      merge(places, 0, 2 * half, 1, extra);
      List<Integer> order = new ArrayList<>();
      for (int line : places) {
        if (line != NONE) {
          order.add(line);
        }
      }
      return order;
    }

    private void merge(int[] places, int begin, int length, int step, int extra) {
      int twice = 2 * step;
      if (twice >= length) {
        compare(places, begin, begin + step, extra);
        return;
      }
      merge(places, begin, length, twice, extra);
      merge(places, begin + step, length, twice, extra);
      for (int i = begin + step; i + step < begin + length; i += twice) {
        compare(places, i, i + step, extra);
      }
    }

    private void compare(int[] places, int a, int b, int extra) {
      if (places[a] == NONE) {
        places[a] = places[b];
        places[b] = NONE;
      } else if (places[b] != NONE) {
        passes.add(new Pass(Kind.BOTH, places[a], places[b], 0, extra));
      }
    }

    /** Returns the passes that two lines depend on, and of those what is needed. */
    Pass[] needed(int low, int high) {
      boolean[] wanted = new boolean[lines];
      wanted[low] = true;
      wanted[high] = true;
      List<Pass> kept = new ArrayList<>();
      for (int k = passes.size() - 1; k >= 0; k--) {
        Pass pass = passes.get(k);
        boolean first = wanted[pass.first];
        boolean second = wanted[pass.second];
        if (pass.kind == Kind.COPY) {
          if (second) {
            kept.add(pass);
            wanted[pass.second] = false;
            wanted[pass.first] = true;
          }
        } else if (first || second) {
          Kind kind = first && second ? Kind.BOTH : first ? Kind.SMALLER : Kind.LARGER;
          kept.add(new Pass(kind, pass.first, pass.second, 0, pass.extra));
          wanted[pass.first] = true;
          wanted[pass.second] = true;
        }
      }
      Collections.reverse(kept);
      return kept.toArray(new Pass[0]);
    }
  }
}
