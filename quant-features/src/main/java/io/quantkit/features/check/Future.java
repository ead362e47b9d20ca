package io.quantkit.features.check;

import io.quantkit.core.market.Bar;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to replace what comes after a bar. */
enum Future {
  HIGH_NOISE("higher noise"),
  LOW_NOISE("lower noise"),
  MISSING("missing numbers"),
  NOTHING("nothing"),
  FEWER("fewer bars"),
  MORE("more bars");

  private final String text;

  Future(String text) {
    this.text = text;
  }

  String law() {
    return "depends on later data, changes with " + text + " after the cut";
  }

  BarSeries change(BarSeries series, int cut, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(series.symbol(), series.timeframe());
    for (int t = 0; t <= cut; t++) {
      builder.add(series.bar(t));
    }
    for (int t = cut + 1; t < series.size(); t++) {
      change(builder, series.bar(t), t - cut, series.knownAt(t), random);
    }
    if (this == MORE) {
      Bar last = series.bar(series.size() - 1);
      extend(builder, last, last.knownAt(), random);
    }
    return builder.build();
  }

  Panel change(Panel panel, int cut, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < panel.symbols().size(); s++) {
      boolean vanishes = this == MISSING && s % 2 == 0;
      BarSeries.Builder builder = BarSeries.builder(panel.symbols().get(s), panel.timeframe());
      for (int t = 0; t < panel.rows(); t++) {
        if (!panel.trading(t, s)) {
          continue;
        }
        Bar bar = bar(panel, t, s);
        if (t <= cut) {
          builder.add(bar);
        } else if (!vanishes) {
          change(builder, bar, t - cut, panel.knownAt(t), random);
        }
      }
      if (this == MORE && panel.trading(panel.rows() - 1, s)) {
        extend(builder, bar(panel, panel.rows() - 1, s), panel.knownAt(panel.rows() - 1), random);
      }
      all.add(builder.build());
    }
    return Panel.align(all);
  }

  private static Bar bar(Panel panel, int t, int s) {
    return new Bar(
        panel.start(t),
        panel.knownAt(t),
        panel.open(t, s),
        panel.high(t, s),
        panel.low(t, s),
        panel.close(t, s),
        panel.volume(t, s));
  }

  private void change(
      BarSeries.Builder builder, Bar bar, int distance, long end, SplittableRandom random) {
    switch (this) {
      case HIGH_NOISE -> noise(builder, bar.start(), bar.knownAt(), bar.close() * 40, random);
      case LOW_NOISE -> noise(builder, bar.start(), bar.knownAt(), bar.close() / 40, random);
      case MISSING -> builder.add(Bar.ofClose(bar.start(), bar.knownAt(), bar.close()));
      case NOTHING -> {}
      case FEWER -> {
        if (distance % 2 == 0) {
          builder.add(bar);
        }
      }
      case MORE -> {
        long middle = bar.start() + (end - bar.start()) / 2;
        if (middle <= bar.start()) {
          builder.add(bar);
          return;
        }
        builder.add(
            bar.start(), middle, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        noise(builder, middle, end, bar.close() * 2, random);
      }
    }
  }

  /** Adds bars after the last one. */
  private static void extend(
      BarSeries.Builder builder, Bar last, long end, SplittableRandom random) {
    long length = Math.max(1, end - last.start());
    long start = Math.max(end, last.start() + 1);
    for (int i = 0; i < 7; i++) {
      noise(builder, start, start + length, last.close() * 3, random);
      start += length;
    }
  }

  private static void noise(
      BarSeries.Builder builder, long start, long end, double around, SplittableRandom random) {
    double level = Math.max(1e-290, Math.min(around, 1e290));
    double a = level * (0.5 + random.nextDouble());
    double b = level * (0.5 + random.nextDouble());
    double high = Math.max(a, b) * (1 + random.nextDouble());
    double low = Math.min(a, b) * (1 - 0.9 * random.nextDouble());
    builder.add(start, end, a, high, low, b, 1e6 * random.nextDouble());
  }
}
