package io.quantkit.backtest;

import io.quantkit.backtest.market.Execution;
import io.quantkit.core.order.Fill;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/** A list of executions, column by column; grows as it is written and is never changed. */
final class ExecutionColumns extends AbstractList<Execution> implements RandomAccess {
  private Fill[] fills = new Fill[64];
  private double[] references = new double[64];
  private double[] commissions = new double[64];
  private double[] spreads = new double[64];
  private double[] slippages = new double[64];
  private int size;

  void append(Execution execution) {
    if (size == fills.length) {
      int length = Math.multiplyExact(2, size);
      fills = Arrays.copyOf(fills, length);
      references = Arrays.copyOf(references, length);
      commissions = Arrays.copyOf(commissions, length);
      spreads = Arrays.copyOf(spreads, length);
      slippages = Arrays.copyOf(slippages, length);
    }
    fills[size] = execution.fill();
    references[size] = execution.referencePrice();
    commissions[size] = execution.commission();
    spreads[size] = execution.spread();
    slippages[size] = execution.slippage();
    size++;
  }

  @Override
  public Execution get(int index) {
    int i = Objects.checkIndex(index, size);
    return new Execution(fills[i], references[i], commissions[i], spreads[i], slippages[i]);
  }

  @Override
  public int size() {
    return size;
  }
}
