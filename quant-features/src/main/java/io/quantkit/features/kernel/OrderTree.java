package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * Numbers in a search tree whose nodes are their places, with the count, the sum and the spread of
 * each subtree.
 *
 * <p>A treap: the parent of two nodes is the one of them with the greater priority. Priorities are
 * a hash of the place, so the numbers at the places determine the shape of the tree and with it the
 * rounding of its sums, which are always taken from the two subtrees anew: nothing drifts. A step
 * takes O(log n) unless the order of the numbers is that of the hashes. Source: R. Seidel and C.
 * Aragon, Randomized Search Trees, Algorithmica 16, 1996.
 */
final class OrderTree implements OrderedNumbers {
  private static final int LOWER = 0;
  private static final int UPPER = 1;

  /** Stands for an empty subtree, whose count and sums are 0; its lower child is the root. */
  private final int none;

  private final long[] keys;
  private final int[] priorities;

  /** The lower and the upper child of each node. */
  private final int[] children;

  private final int[] counts;

  private final double[] sums;

  /** The sum of the differences of all pairs of each subtree. */
  private final double[] spreads;

  /** Nodes whose subtree has changed, parents first. */
  private int[] path = new int[64];

  private int length;

  /** Creates an empty tree with {@code size} places. */
  OrderTree(int size) {
    none = size;
    keys = new long[size];
    priorities = new int[size];
    children = new int[2 * size + 1];
    counts = new int[size + 1];
    sums = new double[size + 1];
    spreads = new double[size + 1];
    for (int i = 0; i < size; i++) {
      priorities[i] = hash(i);
    }
    clear();
  }

  private OrderTree(OrderTree other) {
    none = other.none;
    keys = other.keys.clone();
    priorities = other.priorities;
    children = other.children.clone();
    counts = other.counts.clone();
    sums = other.sums.clone();
    spreads = other.spreads.clone();
  }

  @Override
  public OrderedNumbers copy() {
    return new OrderTree(this);
  }

  @Override
  public void clear() {
    children[2 * none] = none;
  }

  private int root() {
    return children[2 * none];
  }

  /** Returns a number that no other place has: each step can be undone. */
  private static int hash(int place) {
    int h = place * 0x9E3779B9;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  @Override
  public void replace(int place, long old, long key) {
    remove(place);
    insert(place, key);
  }

  @Override
  public void insert(int node, long key) {
    keys[node] = key;
    int parent = none;
    int side = LOWER;
    int at = root();
    while (at != none && priorities[at] > priorities[node]) {
      push(at);
      parent = at;
      side = side(key, node, at);
      at = children[2 * at + side];
    }
    children[2 * parent + side] = node;
    push(node);
    split(node, at);
    sumUp();
  }

  /** Makes what a subtree has below a node, and what it has above it, the node's children. */
  private void split(int node, int subtree) {
    // The children that are still to be filled: the one for what is below, and for what is above.
    int[] open = {2 * node + LOWER, 2 * node + UPPER};
    int at = subtree;
    while (at != none) {
      push(at);
      int side = side(keys[node], node, at);
      // A node above goes where what is above does, and its lower child is split next.
      children[open[1 - side]] = at;
      open[1 - side] = 2 * at + side;
      at = children[2 * at + side];
    }
    children[open[0]] = none;
    children[open[1]] = none;
  }

  private void remove(int node) {
    int parent = none;
    int side = LOWER;
    int at = root();
    while (at != node) {
      push(at);
      parent = at;
      side = side(keys[node], node, at);
      at = children[2 * at + side];
    }
    int open = 2 * parent + side;
    int lower = children[2 * node + LOWER];
    int upper = children[2 * node + UPPER];
    while (lower != none && upper != none) {
      if (priorities[lower] > priorities[upper]) {
        children[open] = lower;
        push(lower);
        open = 2 * lower + UPPER;
        lower = children[open];
      } else {
        children[open] = upper;
        push(upper);
        open = 2 * upper + LOWER;
        upper = children[open];
      }
    }
    children[open] = lower == none ? upper : lower;
    sumUp();
  }

  /** Returns on which side of another node a number is; of equal ones the lower place is below. */
  private int side(long key, int node, int other) {
    long that = keys[other];
    if (key == that) {
      return node < other ? LOWER : UPPER;
    }
    return key < that ? LOWER : UPPER;
  }

  private void push(int node) {
    if (length == path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
    path[length++] = node;
  }

  private void sumUp() {
    while (length > 0) {
      int node = path[--length];
      int a = children[2 * node + LOWER];
      int b = children[2 * node + UPPER];
      int lower = counts[a];
      int upper = counts[b];
      counts[node] = lower + 1 + upper;
      double x = SlidingOrder.number(keys[node]);
      sums[node] = sums[a] + x + sums[b];
      double within = spreads[a] + spreads[b] + (lower - upper) * x;
      spreads[node] = within + ((lower + 1) * sums[b] - (upper + 1) * sums[a]);
    }
  }

  @Override
  public int below(long key) {
    int count = 0;
    int at = root();
    while (at != none) {
      int side = keys[at] < key ? UPPER : LOWER;
      count += side * (counts[children[2 * at]] + 1);
      at = children[2 * at + side];
    }
    return count;
  }

  @Override
  public long at(int position) {
    int rest = position;
    int at = root();
    while (true) {
      int lower = counts[children[2 * at]];
      if (rest == lower) {
        return keys[at];
      }
      int side = rest < lower ? LOWER : UPPER;
      rest -= side * (lower + 1);
      at = children[2 * at + side];
    }
  }

  @Override
  public double lowest(int count) {
    double sum = 0;
    int rest = count;
    int at = root();
    while (rest > 0) {
      int below = children[2 * at];
      int lower = counts[below];
      if (rest <= lower) {
        at = below;
      } else {
        sum += sums[below] + SlidingOrder.number(keys[at]);
        rest -= lower + 1;
        at = children[2 * at + UPPER];
      }
    }
    return sum;
  }

  @Override
  public double spread() {
    return spreads[root()];
  }
}
