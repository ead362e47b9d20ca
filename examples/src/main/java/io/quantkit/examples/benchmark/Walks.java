package io.quantkit.examples.benchmark;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random walks of minute bars in whole cents, for the backtest benchmarks. */
final class Walks {
  static final int SYMBOLS = 50;
  static final int BARS = 32_760;
  static final long MINUTE = Timeframe.MINUTE_1.nanos();

  private Walks() {}

  static Panel panel() {
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < SYMBOLS; s++) {
      series.add(series(s));
    }
    return Panel.align(series);
  }

  static Universe universe() {
    List<Instrument> instruments = new ArrayList<>();
    for (int s = 0; s < SYMBOLS; s++) {
      instruments.add(Instrument.equity(symbol(s).value()));
    }
    return Universe.of(instruments);
  }

  static Symbol symbol(int s) {
    return Symbol.of("W" + s);
  }

  static BarSeries series(int s) {
    SplittableRandom random = new SplittableRandom(s);
    BarSeries.Builder bars = BarSeries.builder(symbol(s), Timeframe.MINUTE_1);
    double price = 50 + s;
    for (int t = 0; t < BARS; t++) {
      double open = price;
      double shock = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      price = Math.max(1, Math.rint(100 * price * (1 + 0.004 * shock)) / 100);
      double high = Math.max(open, price) + 0.01 * random.nextInt(5);
      double low = Math.min(open, price) - 0.01 * random.nextInt(5);
      bars.add(t * MINUTE, (t + 1) * MINUTE, open, high, low, price, 100 + random.nextInt(1000));
    }
    return bars.build();
  }
}
