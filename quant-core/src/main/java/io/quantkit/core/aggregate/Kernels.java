package io.quantkit.core.aggregate;

/** Starts the kernel of a rule. */
final class Kernels {
  private Kernels() {}

  static Kernel of(BarRule rule, Output output) {
    if (rule instanceof TimeBars time) {
      return new TimeKernel(time, output);
    }
    if (rule instanceof ActivityBars activity) {
      return activity.splits()
          ? new SplitKernel(activity, output)
          : new ActivityKernel(activity, output);
    }
    if (rule instanceof ImbalanceBars imbalance) {
      return new ImbalanceKernel(imbalance, output);
    }
    if (rule instanceof RunsBars runs) {
      return new RunsKernel(runs, output);
    }
    if (rule instanceof RenkoBars renko) {
      return new RenkoKernel(renko, output);
    }
    if (rule instanceof RangeBars range) {
      return new RangeKernel(range, output);
    }
    throw new IllegalArgumentException("rule must be of a known kind, was " + rule);
  }
}
