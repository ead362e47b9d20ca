package io.quantkit.features.matrix;

import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/** Numbers brought within fixed limits. */
record Clipping(double low, double high) implements DenseOperator {

  Clipping {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high, were " + low + ", " + high);
    }
  }

  @Override
  public String name() {
    return OperatorName.of(OperatorName.of("clip", low), high);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> clip(values, size, low, high);
  }

  static void clip(double[] values, int size, double low, double high) {
    for (int i = 0; i < size; i++) {
      values[i] = Math.min(Math.max(values[i], low), high);
    }
  }
}

/** Numbers brought within their quantiles. */
record Winsorizing(double low, double high) implements DenseOperator {

  Winsorizing {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "low and high must be within 0 to 1 in this order, were " + low + ", " + high);
    }
  }

  @Override
  public String name() {
    return OperatorName.of(OperatorName.of("winsorize", low), high);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double[] copy = Arrays.copyOf(values, size);
      double least = Quantiles.linearInPlace(copy, 0, size, low);
      double most = Quantiles.linearInPlace(copy, 0, size, high);
      Clipping.clip(values, size, least, most);
    };
  }
}

/** Numbers brought within some robust deviations of the median. */
record MadWinsorizing(double scores) implements DenseOperator {

  MadWinsorizing {
    if (!(scores > 0)) {
      throw new IllegalArgumentException("scores must be positive, were " + scores);
    }
  }

  @Override
  public String name() {
    return OperatorName.of("winsorize-mad", scores);
  }

  @Override
  public Rewrite rewrite() {
    Middle middle = new Middle();
    return (values, weights, size) -> {
      double median = middle.median(values, size);
      double reach = scores * middle.deviation(values, size, median);
      Clipping.clip(values, size, median - reach, median + reach);
    };
  }
}

/** Numbers of a given sum. */
record Scaling(double total, boolean gross) implements DenseOperator {

  Scaling {
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("total must be positive, was " + total);
    }
  }

  @Override
  public String name() {
    return OperatorName.of(gross ? "gross" : "net", total);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += gross ? Math.abs(values[i]) : values[i];
      }
      double scale = sum == 0 ? Double.NaN : total / sum;
      for (int i = 0; i < size; i++) {
        values[i] = values[i] * scale;
      }
    };
  }
}

/** Positive shares that grow exponentially. */
record Softmax(double temperature) implements DenseOperator {

  Softmax {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be positive, was " + temperature);
    }
  }

  @Override
  public String name() {
    return OperatorName.of("softmax", temperature);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double max = values[0];
      for (int i = 1; i < size; i++) {
        max = Math.max(max, values[i]);
      }
      double sum = 0;
      for (int i = 0; i < size; i++) {
        values[i] = StrictMath.exp((values[i] - max) / temperature);
        sum += values[i];
      }
      for (int i = 0; i < size; i++) {
        values[i] = values[i] / sum;
      }
    };
  }
}

/** Numbers bent towards a limit. */
record Shrinking(double knee) implements DenseOperator {

  Shrinking {
    if (!(knee > 0 && knee < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("knee must be positive, was " + knee);
    }
  }

  @Override
  public String name() {
    return OperatorName.of("tanh", knee);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      for (int i = 0; i < size; i++) {
        values[i] = knee * StrictMath.tanh(values[i] / knee);
      }
    };
  }
}
