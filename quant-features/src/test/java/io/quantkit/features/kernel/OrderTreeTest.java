package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTreeTest {
  private static final int STEPS = 3000;

  /** A stream of what a window may see: ties, runs in order, jumps. */
  private static double number(SplittableRandom random, int t) {
    return switch (t / 500 % 4) {
      case 0 -> random.nextInt(5) - 2;
      case 1 -> t;
      case 2 -> -t;
      default -> random.nextDouble() - 0.5;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 100, 600})
  void tellsWhatTheSortedArrayTells(int size) {
    SplittableRandom random = new SplittableRandom(size);
    OrderedNumbers tree = new OrderTree(size);
    OrderArray array = new OrderArray(size);
    long[] ring = new long[size];
    for (int t = 0; t < STEPS; t++) {
      long key = SlidingOrder.key(number(random, t));
      if (t < size) {
        tree.insert(t, key);
        array.insert(t, key);
      } else {
        tree.replace(t % size, ring[t % size], key);
        array.replace(t % size, ring[t % size], key);
      }
      ring[t % size] = key;
      same(tree, array, Math.min(t + 1, size), key, random);
      if (t % 100 == 0) {
        tree = tree.copy();
      }
    }
  }

  private static void same(
      OrderedNumbers tree, OrderArray array, int count, long key, SplittableRandom random) {
    int position = random.nextInt(count);
    assertThat(tree.at(position)).isEqualTo(array.at(position));
    assertThat(tree.below(key)).isEqualTo(array.below(key));
    assertThat(tree.below(key + 1)).isEqualTo(array.below(key + 1));
    double size = 0;
    for (int i = 0; i < count; i++) {
      size += Math.abs(SlidingOrder.number(array.at(i)));
    }
    assertThat(tree.lowest(position)).isCloseTo(array.lowest(position), within(1e-14 * size));
    assertThat(tree.lowest(count)).isCloseTo(array.lowest(count), within(1e-14 * size));
    assertThat(tree.spread()).isCloseTo(array.spread(), within(1e-13 * count * size));
  }

  @Test
  void beginsAgain() {
    OrderTree tree = new OrderTree(3);
    tree.insert(0, SlidingOrder.key(5));
    tree.insert(1, SlidingOrder.key(7));
    tree.clear();
    tree.insert(0, SlidingOrder.key(4));
    tree.insert(1, SlidingOrder.key(1));
    assertThat(tree.at(0)).isEqualTo(SlidingOrder.key(1));
    assertThat(tree.lowest(2)).isEqualTo(5);
    assertThat(tree.spread()).isEqualTo(3);
  }

  @Test
  void sumsDependOnTheNumbersAtThePlacesAlone() {
    SplittableRandom random = new SplittableRandom(8);
    OrderTree used = new OrderTree(50);
    long[] ring = new long[50];
    for (int t = 0; t < 5000; t++) {
      long key = SlidingOrder.key((t < 4000 ? 1e200 : 1) * random.nextDouble());
      if (t < 50) {
        used.insert(t, key);
      } else {
        used.replace(t % 50, ring[t % 50], key);
      }
      ring[t % 50] = key;
    }
    OrderTree fresh = new OrderTree(50);
    for (int place : random.ints(1000, 0, 50).distinct().toArray()) {
      fresh.insert(place, ring[place]);
    }
    assertThat(used.spread()).isEqualTo(fresh.spread());
    assertThat(used.lowest(20)).isEqualTo(fresh.lowest(20));
  }
}
