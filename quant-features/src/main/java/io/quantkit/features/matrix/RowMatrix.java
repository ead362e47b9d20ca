package io.quantkit.features.matrix;

import java.util.Arrays;

/**
 * Numbers of some symbols at some times, row after row: the number of symbol {@code s} at row
 * {@code t} is at {@code t * symbols + s}. What is not finite is missing.
 *
 * <p>Beside the numbers there may be labels of groups, weights and exposures, each either one row
 * that holds at all times or as large as the numbers. The arrays are shared, not copied: who
 * changes them changes the matrix.
 */
public final class RowMatrix {
  /** The highest label of a group: 65,535. */
  public static final int MAX_GROUP = 65_535;

  private static final int[] NO_GROUPS = new int[0];
  private static final double[] NO_WEIGHTS = new double[0];
  private static final double[][] NO_EXPOSURES = new double[0][];

  private final double[] values;
  private final int symbols;
  private final int[] groups;
  private final double[] weights;
  private final double[][] exposures;

  private RowMatrix(
      double[] values, int symbols, int[] groups, double[] weights, double[][] exposures) {
    this.values = values;
    this.symbols = symbols;
    this.groups = groups;
    this.weights = weights;
    this.exposures = exposures;
  }

  /**
   * Returns a matrix of numbers without groups, weights and exposures.
   *
   * @param values row after row; kept
   * @param symbols how many numbers a row has, at least 1
   * @throws IllegalArgumentException if the numbers do not fill whole rows
   */
  public static RowMatrix of(double[] values, int symbols) {
    if (symbols < 1) {
      throw new IllegalArgumentException("symbols must be at least 1, was " + symbols);
    }
    if (values.length % symbols != 0) {
      throw new IllegalArgumentException(
          "values must fill rows of " + symbols + ", were " + values.length);
    }
    return new RowMatrix(values, symbols, NO_GROUPS, NO_WEIGHTS, NO_EXPOSURES);
  }

  /**
   * Returns this matrix with groups. Most operators then treat each group of a row as a row of its
   * own.
   *
   * @param groups labels from 0 to {@value #MAX_GROUP}, or -1 for a symbol that is left out; kept
   * @throws IllegalArgumentException if there are neither as many as symbols nor as many as
   *     numbers, or a label is out of range
   */
  public RowMatrix withGroups(int... groups) {
    checkLength("groups", groups.length);
    for (int group : groups) {
      if (group < -1 || group > MAX_GROUP) {
        throw new IllegalArgumentException(
            "group must be within -1 to " + MAX_GROUP + ", was " + group);
      }
    }
    return new RowMatrix(values, symbols, groups, weights, exposures);
  }

  /**
   * Returns this matrix with weights, which some operators use for means and deviations.
   *
   * @param weights at least 0; a symbol whose weight is anything else is left out; kept
   * @throws IllegalArgumentException if there are neither as many as symbols nor as many as numbers
   */
  public RowMatrix withWeights(double... weights) {
    checkLength("weights", weights.length);
    return new RowMatrix(values, symbols, groups, weights, exposures);
  }

  /**
   * Returns this matrix with exposures, which {@link Rows#residual} takes out.
   *
   * @param exposures one array per regressor; a symbol with an exposure that is not finite is left
   *     out; kept
   * @throws IllegalArgumentException if an array is neither as long as a row nor as the numbers
   */
  public RowMatrix withExposures(double[]... exposures) {
    for (double[] exposure : exposures) {
      checkLength("exposures", exposure.length);
    }
    return new RowMatrix(values, symbols, groups, weights, exposures.clone());
  }

  private void checkLength(String what, int length) {
    if (length != symbols && length != values.length) {
      throw new IllegalArgumentException(
          "%s must be %d or %d, were %d".formatted(what, symbols, values.length, length));
    }
  }

  /** Returns how many numbers a row has. */
  public int symbols() {
    return symbols;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return values.length / symbols;
  }

  /** Returns a number, missing if it is not finite. */
  public double value(int row, int symbol) {
    return values[at(row, symbol)];
  }

  /** Returns whether there are groups. */
  public boolean grouped() {
    return groups.length > 0;
  }

  /** Returns the label of a symbol's group, -1 if it is in none; 0 if there are no groups. */
  public int group(int row, int symbol) {
    int at = at(row, symbol);
    return groups.length == 0 ? 0 : groups[groups.length == symbols ? symbol : at];
  }

  /** Returns whether there are weights. */
  public boolean weighted() {
    return weights.length > 0;
  }

  /** Returns a symbol's weight; 1 if there are no weights. */
  public double weight(int row, int symbol) {
    int at = at(row, symbol);
    return weights.length == 0 ? 1 : weights[weights.length == symbols ? symbol : at];
  }

  /** Returns how many exposures there are. */
  public int exposures() {
    return exposures.length;
  }

  /** Returns one exposure of a symbol. */
  public double exposure(int regressor, int row, int symbol) {
    int at = at(row, symbol);
    double[] exposure = exposures[regressor];
    return exposure[exposure.length == symbols ? symbol : at];
  }

  private int at(int row, int symbol) {
    if (symbol < 0 || symbol >= symbols) {
      throw new IndexOutOfBoundsException(
          "symbol must be within [0, " + symbols + "), was " + symbol);
    }
    return row * symbols + symbol;
  }

  /** Returns the numbers themselves. */
  double[] shared() {
    return values;
  }

  /** Copies a row; modifies {@code into}. */
  void copyRow(int row, double[] into) {
    System.arraycopy(values, row * symbols, into, 0, symbols);
  }

  /** Copies a part of a row; modifies {@code into}. */
  void copy(int row, int symbol, double[] into, int size) {
    System.arraycopy(values, row * symbols + symbol, into, 0, size);
  }

  /** Copies the labels of a row; modifies {@code into}. */
  void copyGroups(int row, int[] into) {
    if (groups.length == 0) {
      Arrays.fill(into, 0, symbols, 0);
    } else {
      System.arraycopy(groups, groups.length == symbols ? 0 : row * symbols, into, 0, symbols);
    }
  }

  /** Copies the weights of a row; modifies {@code into}. */
  void copyWeights(int row, double[] into) {
    if (weights.length == 0) {
      Arrays.fill(into, 0, symbols, 1);
    } else {
      System.arraycopy(weights, weights.length == symbols ? 0 : row * symbols, into, 0, symbols);
    }
  }

  /** Copies one exposure of a row; modifies {@code into}. */
  void copyExposure(int regressor, int row, double[] into) {
    double[] from = exposures[regressor];
    System.arraycopy(from, from.length == symbols ? 0 : row * symbols, into, 0, symbols);
  }

  @Override
  public String toString() {
    return "RowMatrix of %d rows of %d".formatted(rows(), symbols);
  }
}
