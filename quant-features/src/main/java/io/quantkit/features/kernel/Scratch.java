package io.quantkit.features.kernel;

/** Room for the intermediate numbers of a block. */
public final class Scratch {
  /*
   * Arrays that are created together lie one after the other. Then the distance from one to the
   * next is a multiple of the length of a vector and of a line of the cache, so that their equal
   * indexes are aligned alike; and it is not a multiple of 4,096 bytes or close to one, because a
   * processor takes a number for the one that it has just stored that far away and waits for it.
   */
  private static final int LENGTH = BlockFeature.SIZE + 6;

  private Scratch() {}

  /** Returns arrays for at least {@link BlockFeature#SIZE} numbers each. */
  public static double[][] arrays(int count) {
    return new double[count][LENGTH];
  }
}
