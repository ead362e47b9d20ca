package io.quantkit.backtest.report;

import io.quantkit.core.market.Symbol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tear sheets for tests, filled from a seeded generator. */
final class Sheets {
  static final String HOSTILE = "<script>alert('x')</script> & \"quoted\" \u0001 ]]> \ud800";

  private Sheets() {}

  static long nanos(int year, int month, int day) {
    return LocalDate.of(year, month, day).toEpochDay() * 86_400_000_000_000L;
  }

  static long[] months(int count) {
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = LocalDate.of(1990, 2, 1).plusMonths(i).toEpochDay() * 86_400_000_000_000L;
    }
    return times;
  }

  static double[] walk(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] equity = new double[count];
    double value = 1_000_000;
    for (int i = 0; i < count; i++) {
      equity[i] = value;
      value *= 1 + 0.1 * (random.nextDouble() - 0.46);
    }
    return equity;
  }

  static double[] uniform(int count, long seed, double low, double high) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = low + (high - low) * random.nextDouble();
    }
    return values;
  }

  static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  /** Returns a sheet that uses every part. */
  static TearSheet full(int count) {
    long[] times = months(count);
    TearSheet.Builder builder =
        TearSheet.builder("Everything at once", times, 12, walk(count, 1))
            .subtitle("A subtitle")
            .currency("USD")
            .pass("Beats the index")
            .fail("Deflated Sharpe ratio below 0.95")
            .warning("Eight survivors are no evidence of skill")
            .note("Decided at one close, traded at the next")
            .benchmark("Index", walk(count, 2))
            .hypothetical("Same-close claim", walk(count, 3))
            .exposure(
                uniform(count, 4, 0.5, 1.5), uniform(count, 5, -0.5, 0.5), uniform(count, 6, 0, 8))
            .turnover(uniform(count, 7, 0, 1))
            .cost("Commission", uniform(count, 8, 0, 300))
            .cost("Slippage", uniform(count, 9, 0, 200))
            .informationCoefficient(ic("momentum", times, 10))
            .informationCoefficient(ic("ridge", times, 11))
            .informationCoefficientConvention(
                "Spearman, ties by average; t = mean / (std / root n)")
            .quantileReturns(QuantileReturns.copyOf("ridge", new double[] {-0.01, 0.002, 0.02}))
            .parameter("Cost model", "Commission", "5 bp")
            .provenance("File", "Name", "closes.csv")
            .importance("mom_return_12m_rank", 0.3)
            .importance("vol_std_12m_raw", -0.1)
            .feature("Momentum", "mom_return_12m_rank", "rank of the return over a year")
            .headlines(List.of("Sharpe ratio"))
            .logScale();
    for (String curve : List.of("Strategy", "Index")) {
      builder.measure(
          curve, new Measure("Risk", "Sharpe ratio", 0.1 + 0.2, Unit.RATIO, "mean over deviation"));
      builder.measure(curve, new Measure("Risk", "Longest", 7, Unit.PERIODS, ""));
      builder.measure(curve, new Measure("Return", "Total", Double.NaN, Unit.PERCENT, "last"));
    }
    return builder.trades(trades(30)).build();
  }

  private static InformationCoefficient ic(String name, long[] times, long seed) {
    double[] values = uniform(times.length, seed, -0.6, 0.8);
    return InformationCoefficient.copyOf(
        name, times, values, new IcSummary(times.length, 0.1, 0.3, 1.7, 1.0 / 3));
  }

  private static List<RoundTrip> trades(int count) {
    RoundTrip[] trades = new RoundTrip[count];
    for (int i = 0; i < count; i++) {
      trades[i] =
          new RoundTrip(
              Symbol.of("S" + i),
              i % 3 == 0 ? RoundTrip.Direction.SHORT : RoundTrip.Direction.LONG,
              10 + i / 3.0,
              nanos(2001, 1, 1 + i % 28),
              nanos(2001, 3, 1 + i % 28) + 52_200_000_000_000L,
              100 + i,
              101 + i / 7.0,
              (i % 2 == 0 ? 1 : -1) * i * 10.25,
              (i % 2 == 0 ? 1 : -1) * i / 100.0,
              1.5);
    }
    return List.of(trades);
  }

  /** Returns a sheet whose every text is hostile. */
  static TearSheet hostile() {
    int n = 40;
    String name = HOSTILE;
    return TearSheet.builder(name, months(n), 12, walk(n, 1))
        .strategyName(name)
        .subtitle(name)
        .currency(name)
        .warning(name)
        .benchmark("b" + name, walk(n, 2))
        .cost(name, uniform(n, 3, 0, 1))
        .informationCoefficient(ic(name, months(n), 4))
        .quantileReturns(QuantileReturns.copyOf(name, new double[] {1, 2}))
        .measure(name, new Measure(name, name, 1, Unit.RATIO, name))
        .parameter(name, name, name)
        .provenance(name, name, name)
        .importance(name, 1)
        .feature(name, name, name)
        .trades(
            List.of(
                new RoundTrip(
                    Symbol.of("<b>&'\""), RoundTrip.Direction.LONG, 1, 0, 1, 1, 1, 1, 1, 1)))
        .build();
  }
}
