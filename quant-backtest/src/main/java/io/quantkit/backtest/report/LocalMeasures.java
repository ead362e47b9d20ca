package io.quantkit.backtest.report;

import java.util.Arrays;

final class LocalMeasures {
  private LocalMeasures() {}

  static double[] returns(double[] e) {
    double[] r = new double[Math.max(0, e.length - 1)];
    for (int i = 0; i < r.length; i++) {
      r[i] = e[i + 1] / e[i] - 1;
    }
    return r;
  }

  static double[] drawdown(double[] e) {
    double[] d = new double[e.length];
    double max = Double.NaN;
    for (int i = 0; i < e.length; i++) {
      if (!(e[i] <= max) && !Double.isNaN(e[i])) {
        max = e[i];
      }
      d[i] = e[i] / max - 1;
    }
    return d;
  }

  static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  static double deviation(double[] x) {
    double m = mean(x);
    double s = 0;
    for (double v : x) {
      s += (v - m) * (v - m);
    }
    return x.length < 2 ? Double.NaN : Math.sqrt(s / (x.length - 1));
  }

  static double[] rollingSharpe(double[] r, int w, double ppy) {
    double[] out = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      if (i < w - 1) {
        out[i] = Double.NaN;
        continue;
      }
      double[] x = Arrays.copyOfRange(r, i - w + 1, i + 1);
      double sd = deviation(x);
      out[i] = sd > 0 ? mean(x) / sd * Math.sqrt(ppy) : Double.NaN;
    }
    return out;
  }

  static double quantile(double[] x, double p) {
    double[] s = x.clone();
    Arrays.sort(s);
    if (s.length == 0) {
      return Double.NaN;
    }
    double h = (s.length - 1) * p;
    int k = (int) h;
    return k + 1 < s.length ? s[k] + (h - k) * (s[k + 1] - s[k]) : s[k];
  }

  static double valueAtRisk(double[] x, double tail) {
    return -quantile(x, tail);
  }

  static double expectedShortfall(double[] x, double tail) {
    double q = quantile(x, tail);
    return -Arrays.stream(x).filter(v -> v <= q).average().orElse(Double.NaN);
  }
}
