package io.quantkit.core.quality;

import java.util.List;
import java.util.SplittableRandom;

/** A way in which ticks go wrong, what must find it, and where. */
enum TickCorruption {
  CROSSED(QualityRule.CROSSED_QUOTE, true),
  LOCKED(QualityRule.LOCKED_QUOTE, true),
  WIDE(QualityRule.WIDE_SPREAD, true),
  ZERO_SIZE(QualityRule.ZERO_SIZE, true),
  SILENT(QualityRule.STALE_QUOTE, true),
  QUOTE_AWAY(QualityRule.BAD_TICK, true),
  QUOTE_TWICE(QualityRule.DUPLICATE_TICK, true),
  QUOTE_OUT_OF_ORDER(QualityRule.TIME_ORDER, true),
  QUOTE_NEGATIVE(QualityRule.NON_POSITIVE_PRICE, true),
  QUOTE_EARLY(QualityRule.KNOWN_BEFORE_EVENT, true),
  QUOTE_LOST(QualityRule.SEQUENCE_GAP, true),
  TRADE_AWAY(QualityRule.BAD_TICK, false),
  TRADE_TWICE(QualityRule.DUPLICATE_TICK, false),
  TRADE_OUT_OF_ORDER(QualityRule.TIME_ORDER, false),
  TRADE_LOST(QualityRule.SEQUENCE_GAP, false),
  TRADE_EMPTY(QualityRule.TRADE_SIZE, false),
  TRADE_CANCELLED(QualityRule.TRADE_SIZE, false),
  TRADE_FREE(QualityRule.NON_POSITIVE_PRICE, false),
  TRADE_EARLY(QualityRule.KNOWN_BEFORE_EVENT, false),
  TRADE_LATE(QualityRule.CLOCK_SKEW, false);

  private static final long SECOND = 1_000_000_000L;

  final QualityRule rule;
  final boolean quotes;

  TickCorruption(QualityRule rule, boolean quotes) {
    this.rule = rule;
    this.quotes = quotes;
  }

  /**
   * Corrupts rows of time, time known, sequence number and either bid, bid size, ask, ask size or
   * price, size; returns the time that must be named.
   */
  long plant(List<double[]> rows, List<long[]> times, SplittableRandom random) {
    int k = 50 + random.nextInt(rows.size() - 100);
    double[] v = rows.get(k);
    long[] t = times.get(k);
    switch (this) {
      case CROSSED -> v[0] = v[2] + 0.01 * (1 + random.nextInt(9));
      case LOCKED -> {
        for (int j = k; j < k + 6; j++) {
          rows.get(j)[0] = rows.get(j)[2];
        }
      }
      case WIDE -> {
        v[0] -= 0.6 + random.nextDouble();
        v[2] += 0.6 + random.nextDouble();
      }
      case ZERO_SIZE -> v[random.nextBoolean() ? 1 : 3] = 0;
      case SILENT -> {
        for (int j = k + 1; j < times.size(); j++) {
          times.get(j)[0] += 120 * SECOND;
          times.get(j)[1] += 120 * SECOND;
        }
      }
      case QUOTE_AWAY -> {
        double factor = 1.05 + random.nextDouble();
        v[0] *= factor;
        v[2] = v[0] + 0.02;
      }
      case QUOTE_TWICE, TRADE_TWICE -> {
        rows.add(k, v.clone());
        times.add(k, t.clone());
      }
      case QUOTE_OUT_OF_ORDER, TRADE_OUT_OF_ORDER -> {
        t[0] -= 3600 * SECOND;
        t[1] -= 3600 * SECOND;
      }
      case QUOTE_NEGATIVE -> v[0] = -v[0];
      case QUOTE_EARLY, TRADE_EARLY -> t[1] = t[0] - 1 - random.nextInt(1000);
      case QUOTE_LOST, TRADE_LOST -> {
        int lost = 1 + random.nextInt(5);
        for (int j = k; j < times.size(); j++) {
          times.get(j)[2] += lost;
        }
      }
      case TRADE_AWAY -> v[0] *= random.nextBoolean() ? 1.3 : 0.7;
      case TRADE_EMPTY -> v[1] = 0;
      case TRADE_CANCELLED -> v[1] = -v[1];
      case TRADE_FREE -> v[0] = 0;
      case TRADE_LATE -> t[1] += 100_000 * SECOND;
    }
    return t[0];
  }
}
