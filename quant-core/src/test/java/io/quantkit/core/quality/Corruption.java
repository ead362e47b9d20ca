package io.quantkit.core.quality;

import io.quantkit.core.time.Timeframe;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** A way in which bars go wrong, what must find it, and where. */
enum Corruption {
  DROPPED_RUN(QualityRule.GAP) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 20);
      long time = rows.start(k);
      rows.rows.subList(k, k + 6 + random.nextInt(8)).clear();
      return time;
    }
  },
  DROPPED_BAR(QualityRule.MISSING_BAR) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return rows.rows.remove(at(rows, random, 2)).start;
    }
  },
  DUPLICATE(QualityRule.DUPLICATE_BAR) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      rows.rows.add(k + random.nextInt(2), rows.row(k).copy());
      return rows.start(k);
    }
  },
  MOVED_ROW(QualityRule.TIME_ORDER) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      Rows.Row row = rows.rows.remove(at(rows, random, 2));
      rows.rows.add(0, row);
      return row.start;
    }
  },
  SWAPPED_ROWS(QualityRule.TIME_ORDER) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 4);
      Rows.Row row = rows.rows.remove(k);
      rows.rows.add(k + 2, row);
      return row.start;
    }
  },
  SPIKE_UP(QualityRule.BAD_TICK) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      double[] v = rows.row(k).values;
      v[CLOSE] *= 1.4 + random.nextDouble();
      tick(rows, v);
      v[HIGH] = Math.max(v[HIGH], v[CLOSE]);
      return rows.start(k);
    }
  },
  SPIKE_DOWN(QualityRule.BAD_TICK) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      double[] v = rows.row(k).values;
      v[CLOSE] /= 1.4 + random.nextDouble();
      tick(rows, v);
      v[LOW] = Math.min(v[LOW], v[CLOSE]);
      return rows.start(k);
    }
  },
  WICK_UP(QualityRule.RANGE_SPIKE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      rows.row(k).values[HIGH] *= 2 + 2 * random.nextDouble();
      tick(rows, rows.row(k).values);
      return rows.start(k);
    }
  },
  WICK_DOWN(QualityRule.RANGE_SPIKE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      rows.row(k).values[LOW] /= 2 + 20 * random.nextDouble();
      tick(rows, rows.row(k).values);
      return rows.start(k);
    }
  },
  BAD_OPEN(QualityRule.OPEN_GAP) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      double[] v = rows.row(k).values;
      v[OPEN] *= 2 + random.nextDouble();
      tick(rows, v);
      v[HIGH] = Math.max(v[HIGH], v[OPEN]);
      return rows.start(k);
    }
  },
  DECIMAL_SHIFT(QualityRule.UNIT_CHANGE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      scale(rows.row(k).values, new double[] {10, 100, 1000, 0.1, 0.01}[random.nextInt(5)], 1);
      return rows.start(k);
    }
  },
  PENCE(QualityRule.UNIT_CHANGE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 20);
      for (int j = k; j < rows.size(); j++) {
        scale(rows.row(j).values, 100, 1);
      }
      return rows.start(k);
    }
  },
  SPLIT(QualityRule.SPLIT_LIKE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 20);
      double ratio = new double[] {2, 3, 4, 5, 7}[random.nextInt(5)];
      double factor = random.nextBoolean() ? ratio : 1 / ratio;
      for (int j = 0; j < k; j++) {
        scale(rows.row(j).values, factor, 1 / factor);
      }
      return rows.start(k);
    }
  },
  OTHER_INSTRUMENT(QualityRule.BAD_TICK, QualityRule.UNIT_CHANGE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      double[] from = other.row(random.nextInt(other.size())).values;
      double[] v = rows.row(k).values;
      double ratio = from[CLOSE] / v[CLOSE];
      if (ratio > 0.65 && ratio < 1.55) {
        from = from.clone();
        scale(from, 2, 1);
      }
      System.arraycopy(from, 0, v, 0, 5);
      return rows.start(k);
    }
  },
  ZERO_PRICE(QualityRule.NON_POSITIVE_PRICE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, random.nextInt(4), 0);
    }
  },
  NEGATIVE_PRICE(QualityRule.NON_POSITIVE_PRICE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, random.nextInt(4), -random.nextDouble() - 1);
    }
  },
  HIGH_BELOW_LOW(QualityRule.OHLC_RELATION) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return swap(rows, random, HIGH, LOW);
    }
  },
  SWAPPED_COLUMNS(QualityRule.OHLC_RELATION) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return swap(rows, random, CLOSE, VOLUME);
    }
  },
  MISSING_CLOSE(QualityRule.MISSING_FIELD) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, CLOSE, Double.NaN);
    }
  },
  MISSING_NUMBER(QualityRule.MISSING_FIELD) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, new int[] {OPEN, HIGH, LOW, VOLUME}[random.nextInt(4)], Double.NaN);
    }
  },
  INFINITE(QualityRule.NON_FINITE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, random.nextInt(5), Double.POSITIVE_INFINITY);
    }
  },
  STALE(QualityRule.STALE_PRICE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 20);
      int length = 8 + random.nextInt(6);
      double close = rows.row(k).values[CLOSE];
      while (rows.row(k - 1).values[CLOSE] == close) {
        k--;
      }
      for (int j = k; j < k + length; j++) {
        double[] v = rows.row(j).values;
        v[CLOSE] = close;
        v[HIGH] = Math.max(v[HIGH], close);
        v[LOW] = Math.min(v[LOW], close);
      }
      return rows.start(k);
    }
  },
  FLAT(QualityRule.FLAT_BARS) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 20);
      int length = 7 + random.nextInt(6);
      for (int j = k; j < k + length; j++) {
        double[] v = rows.row(j).values;
        v[OPEN] = v[CLOSE];
        v[HIGH] = v[CLOSE];
        v[LOW] = v[CLOSE];
      }
      return rows.start(k);
    }
  },
  NO_VOLUME(QualityRule.ZERO_VOLUME) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return fill(rows, random, 0, 6 + random.nextInt(6));
    }
  },
  SAME_VOLUME(QualityRule.CONSTANT_VOLUME) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return fill(rows, random, 12_345, 6 + random.nextInt(6));
    }
  },
  NEGATIVE_VOLUME(QualityRule.NEGATIVE_VOLUME) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, VOLUME, -100);
    }
  },
  HUGE_VOLUME(QualityRule.VOLUME_SPIKE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      rows.row(k).values[VOLUME] *= 10_000;
      return rows.start(k);
    }
  },
  PASTED_BLOCK(QualityRule.REPEATED_BLOCK) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int length = 5 + random.nextInt(10);
      int k = at(rows, random, 2 * length + 40);
      int to = k + length + random.nextInt(20);
      for (int j = 0; j < length; j++) {
        System.arraycopy(rows.row(k + j).values, 0, rows.row(to + j).values, 0, 7);
      }
      return rows.start(to);
    }
  },
  FILLED_FORWARD(QualityRule.REPEATED_BAR) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      while (rows.row(k - 1).values[VOLUME] < 0.75 * median(rows)) {
        k = at(rows, random, 2);
      }
      System.arraycopy(rows.row(k - 1).values, 0, rows.row(k).values, 0, 7);
      return rows.start(k);
    }
  },
  SHIFTED_ZONE(QualityRule.ZONE_SHIFT) {
    @Override
    boolean suits(Rows rows) {
      return rows.timeframe.equals(Timeframe.DAY_1);
    }

    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      long shift = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(7)) * HOUR;
      for (Rows.Row row : rows.rows) {
        row.start += shift;
        row.knownAt += shift;
      }
      return rows.start(0);
    }
  },
  STAMPED_AT_END(QualityRule.STAMPED_AT_END) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      rows.rows.forEach(row -> row.start = row.knownAt);
      return rows.start(0);
    }
  },
  OFF_SESSION(QualityRule.OFF_SESSION) {
    @Override
    boolean suits(Rows rows) {
      return rows.timeframe.equals(Timeframe.DAY_1);
    }

    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      while (rows.start(k) - rows.start(k - 1) < 60 * HOUR) {
        k = at(rows, random, 2);
      }
      Rows.Row row = rows.row(k - 1).copy();
      row.start += 24 * HOUR;
      row.knownAt += 24 * HOUR;
      rows.rows.add(k, row);
      return row.start;
    }
  },
  MISALIGNED(QualityRule.MISALIGNED_STAMP) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      Rows.Row row = rows.row(at(rows, random, 2));
      row.start += 1_000_000_000L * (1 + random.nextInt(50));
      return row.start;
    }
  },
  WRONG_UNIT_OF_TIME(QualityRule.TIME_RANGE, QualityRule.TIME_ORDER) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      Rows.Row row = rows.row(at(rows, random, 2));
      row.start /= 1000;
      return row.start;
    }
  },
  FUTURE(QualityRule.NOT_FROM_THE_FUTURE) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      rows.asOf = rows.row(rows.size() - 1).knownAt;
      Rows.Row row = rows.row(at(rows, random, 2));
      long shift = rows.asOf - row.start + (1 + random.nextInt(1000)) * HOUR;
      row.start += shift;
      row.knownAt += shift;
      return row.start;
    }
  },
  KNOWN_BEFORE_START(QualityRule.KNOWN_BEFORE_EVENT) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      Rows.Row row = rows.row(at(rows, random, 2));
      row.knownAt = row.start - 1 - random.nextInt(1_000_000);
      return row.start;
    }
  },
  KNOWN_EARLY(QualityRule.KNOWN_BEFORE_END) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      Rows.Row row = rows.row(at(rows, random, 2));
      row.knownAt -= 1 + random.nextInt(1_000_000_000);
      return row.start;
    }
  },
  KNOWN_LATE(QualityRule.CLOCK_SKEW) {
    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      Rows.Row row = rows.row(at(rows, random, 2));
      row.knownAt += (200 + random.nextInt(1000)) * HOUR;
      return row.start;
    }
  },
  OFF_TICK(QualityRule.TICK_SIZE) {
    @Override
    boolean suits(Rows rows) {
      return rows.tick > 0;
    }

    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      double[] v = rows.row(k).values;
      v[CLOSE] = (v[HIGH] + v[LOW]) / 2 + rows.tick / 3;
      v[HIGH] = Math.max(v[HIGH], v[CLOSE]);
      return rows.start(k);
    }
  },
  OTHER_AVERAGE(QualityRule.VWAP_OUTSIDE) {
    @Override
    boolean suits(Rows rows) {
      return rows.has(5);
    }

    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      int k = at(rows, random, 2);
      rows.row(k).values[5] = rows.row(k).values[HIGH] * 1.01;
      return rows.start(k);
    }
  },
  NO_TRADES(QualityRule.TRADE_COUNT) {
    @Override
    boolean suits(Rows rows) {
      return rows.has(6);
    }

    @Override
    long plant(Rows rows, Rows other, SplittableRandom random) {
      return put(rows, random, 6, 0);
    }
  };

  private static final int OPEN = 0;
  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int CLOSE = 3;
  private static final int VOLUME = 4;
  private static final long HOUR = 3_600_000_000_000L;

  /** The rules of which one must name it. */
  final Set<QualityRule> rules;

  Corruption(QualityRule... rules) {
    this.rules = EnumSet.of(rules[0], rules);
  }

  boolean suits(Rows rows) {
    return true;
  }

  /** Corrupts the rows and returns the time that must be named. */
  abstract long plant(Rows rows, Rows other, SplittableRandom random);

  private static int at(Rows rows, SplittableRandom random, int room) {
    return 20 + random.nextInt(rows.size() - 20 - room);
  }

  /** Puts prices on the tick, so that nothing but the corruption is wrong. */
  private static void tick(Rows rows, double[] v) {
    if (rows.tick > 0) {
      for (int f = OPEN; f <= CLOSE; f++) {
        v[f] = Math.max(1, Math.rint(v[f] / rows.tick)) * rows.tick;
      }
    }
  }

  private static void scale(double[] v, double prices, double volume) {
    for (int f = OPEN; f <= CLOSE; f++) {
      v[f] *= prices;
    }
    v[VOLUME] *= volume;
    v[5] *= prices;
  }

  private static long put(Rows rows, SplittableRandom random, int field, double value) {
    int k = at(rows, random, 2);
    rows.row(k).values[field] = value;
    return rows.start(k);
  }

  private static long swap(Rows rows, SplittableRandom random, int one, int other) {
    int k = at(rows, random, 2);
    while (rows.row(k).values[one] == rows.row(k).values[other]) {
      k = at(rows, random, 2);
    }
    double[] v = rows.row(k).values;
    double value = v[one];
    v[one] = v[other];
    v[other] = value;
    return rows.start(k);
  }

  private static long fill(Rows rows, SplittableRandom random, double volume, int length) {
    int k = at(rows, random, 20);
    for (int j = k; j < k + length; j++) {
      rows.row(j).values[VOLUME] = volume;
    }
    return rows.start(k);
  }

  private static double median(Rows rows) {
    double[] volumes = rows.rows.stream().mapToDouble(row -> row.values[VOLUME]).sorted().toArray();
    return volumes[volumes.length / 2];
  }
}
