package io.quantkit.features;

/**
 * A feature of a single input: it can be computed from a column of bars and from any other numbers
 * alike, such as spreads, returns or another indicator's output.
 */
public interface Indicator extends Feature {

  /** Returns what is read from a bar. */
  Input input();

  /** Starts an independent computation over numbers. */
  IndicatorKernel kernel();

  @Override
  default FeatureKernel start() {
    return new InputKernel(input(), kernel());
  }

  /**
   * Computes the first output over numbers.
   *
   * @param in the inputs, oldest first; not modified unless it is {@code out} too
   * @param out receives one number per input; may be {@code in}; modified
   * @throws IllegalArgumentException if {@code out} is shorter than {@code in}
   */
  default void over(double[] in, double[] out) {
    OutputArrays.check(out, in.length);
    kernel().update(in, 0, in.length, new double[][] {out}, 0);
  }

  /**
   * Computes every output over numbers.
   *
   * @param in the inputs, oldest first; not modified unless it is one of {@code out} too
   * @param out receives one number per output and input; modified
   * @throws IllegalArgumentException if {@code out} has another number of outputs or is too short
   */
  default void over(double[] in, double[][] out) {
    OutputArrays.check(out, outputs().size(), in.length);
    kernel().update(in, 0, in.length, out, 0);
  }

  /** Returns the first output over numbers. */
  default double[] over(double[] in) {
    double[] out = new double[in.length];
    over(in, out);
    return out;
  }
}
