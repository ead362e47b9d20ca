package io.quantkit.features.kernel;

/** The former name of {@link Parameters}. */
public final class Require {
  private Require() {}

  /** See {@link Parameters#atLeast}. */
  public static void atLeast(String name, int value, int least) {
    Parameters.atLeast(name, value, least);
  }
}
