package io.quantkit.features.indicator.candle;

import java.util.Arrays;

/**
 * A condition over 64 bars at a time: bit {@code j} of word {@code w} tells whether it holds at bar
 * {@code 64 w + j}.
 *
 * <p>{@code facts} holds the words of each comparison, {@code scratch} one row of words per level
 * of nesting.
 */
interface BitTest {

  /** Clears the bits of {@code out} where the condition does not hold. */
  void and(long[][] facts, long[][] scratch, long[] out, int from, int to);

  /** Sets the bits of {@code out} where the condition holds. */
  void or(long[][] facts, long[][] scratch, long[] out, int from, int to);

  /** Returns whether no bit is set. */
  static boolean none(long[] words, int from, int to) {
    long any = 0;
    for (int w = from; w < to; w++) {
      any |= words[w];
    }
    return any == 0;
  }

  /** A comparison some bars ago, or its opposite. */
  final class Bits implements BitTest {
    private final int comparison;
    private final int back;
    private final long flip;

    Bits(int comparison, int back, long flip) {
      this.comparison = comparison;
      this.back = back;
      this.flip = flip;
    }

    @Override
    public void and(long[][] facts, long[][] scratch, long[] out, int from, int to) {
      long[] words = facts[comparison];
      for (int w = from; w < to; w++) {
        out[w] &= word(words, w);
      }
    }

    @Override
    public void or(long[][] facts, long[][] scratch, long[] out, int from, int to) {
      long[] words = facts[comparison];
      for (int w = from; w < to; w++) {
        out[w] |= word(words, w);
      }
    }

    private long word(long[] words, int w) {
      // Two shifts, because a shift by 64 is none.
      return ((words[w] << back) | (words[w - 1] >>> 1 >>> (63 - back))) ^ flip;
    }
  }

  /** All of some tests. */
  final class Every implements BitTest {
    private final BitTest[] parts;
    private final int level;

    Every(BitTest[] parts, int level) {
      this.parts = parts;
      this.level = level;
    }

    @Override
    public void and(long[][] facts, long[][] scratch, long[] out, int from, int to) {
      for (BitTest part : parts) {
        part.and(facts, scratch, out, from, to);
        if (none(out, from, to)) {
          return;
        }
      }
    }

    @Override
    public void or(long[][] facts, long[][] scratch, long[] out, int from, int to) {
      long[] own = scratch[level];
      Arrays.fill(own, from, to, -1L);
      and(facts, scratch, own, from, to);
      for (int w = from; w < to; w++) {
        out[w] |= own[w];
      }
    }
  }

  /** One of some tests. */
  final class Some implements BitTest {
    private final BitTest[] parts;
    private final int level;

    Some(BitTest[] parts, int level) {
      this.parts = parts;
      this.level = level;
    }

    @Override
    public void or(long[][] facts, long[][] scratch, long[] out, int from, int to) {
      for (BitTest part : parts) {
        part.or(facts, scratch, out, from, to);
      }
    }

    @Override
    public void and(long[][] facts, long[][] scratch, long[] out, int from, int to) {
      long[] own = scratch[level];
      Arrays.fill(own, from, to, 0L);
      or(facts, scratch, own, from, to);
      for (int w = from; w < to; w++) {
        out[w] &= own[w];
      }
    }
  }
}
