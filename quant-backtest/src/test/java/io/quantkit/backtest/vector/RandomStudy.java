package io.quantkit.backtest.vector;

import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.OrderSizer;
import io.quantkit.core.time.Timeframe;
import io.quantkit.risk.limit.CashAvailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A small market with gaps, an account and a plan, all drawn from a seed. */
final class RandomStudy {
  private static final long DAY = 86_400_000_000_000L;
  private static final String[] TICKS = {"0.01", "0.01", "0.01", "0.05", "0.0001", "0.25"};
  private static final String[] LOTS = {"1", "1", "1", "100", "0.001", "0.00000001"};

  final Panel panel;
  final Universe universe;
  final Decimal cash;
  final FillTiming timing;
  final TradingCosts costs;
  final boolean shorting;
  final Optional<CashAvailable> cashCheck;
  final Plan plan;

  private final SplittableRandom random;
  private final int rows;
  private final int columns;

  RandomStudy(long seed) {
    random = new SplittableRandom(seed);
    rows = 2 + random.nextInt(30);
    columns = 1 + random.nextInt(5);
    timing = one(FillTiming.values());
    Universe.Builder members = Universe.builder();
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < columns; s++) {
      Instrument instrument =
          Instrument.equity("S" + s)
              .withTickSize(Decimal.parse(one(TICKS)))
              .withLotSize(Decimal.parse(one(LOTS)));
      if (random.nextInt(8) == 0) {
        long from = random.nextInt(rows) * DAY;
        members.add(instrument, from, from + (1 + random.nextInt(rows)) * DAY);
      } else {
        members.add(instrument);
      }
      series.add(series(instrument));
    }
    universe = members.build();
    panel = Panel.align(series);
    cash = Decimal.of(1_000 + random.nextInt(1_000_000));
    costs =
        switch (random.nextInt(3)) {
          case 0 -> TradingCosts.NONE;
          case 1 -> new TradingCosts(random.nextInt(20), random.nextInt(40), random.nextInt(20));
          default ->
              new TradingCosts(
                  20 * random.nextDouble(), 40 * random.nextDouble(), 20 * random.nextDouble());
        };
    shorting = random.nextBoolean();
    cashCheck =
        random.nextInt(3) == 0
            ? Optional.of(new CashAvailable(random.nextInt(3) * 0.01, random.nextBoolean()))
            : Optional.empty();
    plan = nextPlan();
  }

  /** Returns another plan for the same market. */
  Plan nextPlan() {
    return switch (random.nextInt(5)) {
      case 0 -> weights();
      case 1 -> signals();
      case 2 -> entriesAndExits();
      case 3 -> denseOrders();
      default -> sparseOrders();
    };
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  /** A walk of prices, most of them on the tick, in bars of which some are missing. */
  private BarSeries series(Instrument instrument) {
    double tick = instrument.tickSize().doubleValue();
    boolean onTick = random.nextInt(4) > 0;
    double gaps = random.nextBoolean() ? 0 : 0.5 * random.nextDouble();
    boolean ranges = random.nextInt(6) > 0;
    boolean closesOnly = timing == FillTiming.NEXT_CLOSE || timing == FillTiming.SAME_CLOSE;
    boolean opens = !closesOnly || random.nextInt(3) > 0;
    double price = 5 + 300 * random.nextDouble();
    List<Bar> bars = new ArrayList<>();
    for (int t = 0; t < rows; t++) {
      double open = price * (1 + 0.02 * (random.nextDouble() - 0.5));
      double close = open * (1 + 0.04 * (random.nextDouble() - 0.5));
      double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble() * random.nextInt(2));
      double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble() * random.nextInt(2));
      price = close;
      boolean last = t == rows - 1 && bars.isEmpty();
      if (last || random.nextDouble() >= gaps) {
        if (onTick) {
          open = rounded(open, tick);
          close = rounded(close, tick);
          high = Math.max(Math.max(open, close), rounded(high, tick));
          low = Math.min(Math.min(open, close), rounded(low, tick));
        }
        bars.add(
            new Bar(
                t * DAY,
                (t + 1) * DAY,
                opens ? open : Double.NaN,
                ranges ? high : Double.NaN,
                ranges ? low : Double.NaN,
                close,
                1_000));
      }
    }
    return BarSeries.copyOf(instrument.symbol(), Timeframe.DAY_1, bars);
  }

  private static double rounded(double price, double tick) {
    double steps = Math.max(1, Math.rint(price / tick));
    double inverse = Math.rint(1 / tick);
    return steps / inverse;
  }

  private int height() {
    return panel.rows();
  }

  private Plan weights() {
    List<Integer> at = new ArrayList<>();
    for (int t = 0; t < height(); t++) {
      if (random.nextInt(3) == 0) {
        at.add(t);
      }
    }
    double[] weights = new double[at.size() * columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(4) == 0 ? 0 : (random.nextDouble() * 2 - 0.5) / columns;
    }
    double least = random.nextBoolean() ? 0 : 5_000 * random.nextDouble();
    return WeightPlan.of(at.stream().mapToInt(Integer::intValue).toArray(), columns, weights)
        .sizer(new OrderSizer(least));
  }

  private Sizing sizing() {
    return one(Sizing.values());
  }

  private double size(Sizing sizing) {
    return switch (sizing) {
      case UNITS -> 1_000 * random.nextDouble();
      case NOTIONAL -> 100_000 * random.nextDouble();
      case EQUITY -> random.nextDouble();
    };
  }

  private Plan signals() {
    byte[] signals = new byte[height() * columns];
    for (int i = 0; i < signals.length; i++) {
      signals[i] =
          random.nextInt(6) == 0
              ? SignalPlan.KEEP
              : random.nextInt(3) > 0 && i >= columns
                  ? signals[i - columns]
                  : (byte) (random.nextInt(5) - 2);
    }
    Sizing sizing = sizing();
    return SignalPlan.of(columns, signals, sizing, 1e-9 + size(sizing));
  }

  private Plan entriesAndExits() {
    boolean[] entries = new boolean[height() * columns];
    boolean[] exits = new boolean[entries.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = random.nextInt(4) == 0;
      exits[i] = random.nextInt(4) == 0;
    }
    Sizing sizing = sizing();
    return SignalPlan.entriesAndExits(columns, entries, exits, sizing, 1e-9 + size(sizing));
  }

  private Plan denseOrders() {
    Sizing sizing = sizing();
    double[] sizes = new double[height() * columns];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] =
          switch (random.nextInt(4)) {
            case 0 -> Double.NaN;
            case 1 -> 0;
            default -> size(sizing) * (random.nextBoolean() ? 1 : -1);
          };
    }
    return OrderPlan.dense(columns, sizes, sizing);
  }

  private Plan sparseOrders() {
    Sizing sizing = sizing();
    int count = random.nextInt(40);
    int[] at = random.ints(count, 0, height()).sorted().toArray();
    int[] which = random.ints(count, 0, columns).toArray();
    double[] sizes = new double[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = size(sizing) * (random.nextBoolean() ? 1 : -1);
    }
    return OrderPlan.sparse(at, which, sizes, sizing);
  }
}
