package io.quantkit.backtest.market;

import static io.quantkit.backtest.market.Run.X;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.Bars;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.PegReference;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.StrategyContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MarketLawsTest {
  private static final int ROWS = 60;
  private static final double SHARE = 0.25;

  /** Random bars on cents, with gaps and with volumes from nothing to plenty. */
  private static Panel panel(long seed, int rows, double unit) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] bars = new double[rows][];
    double last = 50;
    for (int i = 0; i < rows; i++) {
      double open = on(last * (0.97 + 0.06 * random.nextDouble()), unit);
      double close = on(open * (0.97 + 0.06 * random.nextDouble()), unit);
      double high = on(Math.max(open, close) * (1 + 0.03 * random.nextDouble()), unit);
      double low = on(Math.min(open, close) * (1 - 0.03 * random.nextDouble()), unit);
      high = Math.max(high, Math.max(open, close));
      low = Math.min(low, Math.min(open, close));
      bars[i] = Bars.bar(open, high, low, close, random.nextInt(200));
      last = close;
    }
    return Bars.panel("X", bars);
  }

  private static double on(double price, double unit) {
    return Math.rint(price * unit) / unit;
  }

  private static Decimal price(SplittableRandom random, double around) {
    double price = around * (0.96 + 0.08 * random.nextDouble());
    return Decimal.of(price, 2, RoundingMode.HALF_EVEN);
  }

  /** Places an order of any kind, many of them refused. */
  private static void anyOrder(StrategyContext context, SplittableRandom random, double close) {
    OrderType type = OrderType.values()[random.nextInt(OrderType.values().length)];
    TimeInForce life = TimeInForce.values()[random.nextInt(TimeInForce.values().length)];
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    OrderTerms terms = terms(type, random, close);
    OrderInstructions instructions = OrderInstructions.NONE;
    int sign = side.sign();
    Decimal profit =
        Decimal.of(close * (1 + sign * 0.05 * random.nextDouble()), 2, RoundingMode.HALF_EVEN);
    Decimal loss =
        Decimal.of(close * (1 - sign * 0.05 * random.nextDouble()), 2, RoundingMode.HALF_EVEN);
    switch (random.nextInt(6)) {
      case 0 -> instructions = OrderInstructions.bracket(profit, new OrderTerms.Stop(loss));
      case 1 -> instructions = OrderInstructions.thenStopLoss(new OrderTerms.Stop(loss));
      case 2 -> instructions = OrderInstructions.thenTakeProfit(profit);
      case 3 -> instructions = OrderInstructions.oco(new OrderTerms.Stop(loss));
      default -> {}
    }
    if (life == TimeInForce.GTD) {
      instructions = instructions.until(context.market().now() + random.nextLong(5 * Bars.DAY));
    }
    if (random.nextInt(5) == 0) {
      instructions = instructions.reducing();
    }
    if (random.nextInt(5) == 0) {
      instructions = instructions.posting();
    }
    Decimal quantity = Decimal.of(1 + random.nextInt(20));
    context.submit(X, side, quantity, terms, life, instructions);
  }

  private static OrderTerms terms(OrderType type, SplittableRandom random, double close) {
    Decimal one = price(random, close);
    Decimal two = price(random, close);
    Trail trail =
        random.nextBoolean()
            ? Trail.amount(Decimal.ofScaled(1 + random.nextInt(200), 2))
            : Trail.percent(Decimal.of(1 + random.nextInt(5)));
    return switch (type) {
      case MARKET -> new OrderTerms.Market();
      case LIMIT -> new OrderTerms.Limit(one);
      case STOP -> new OrderTerms.Stop(one);
      case STOP_LIMIT -> new OrderTerms.StopLimit(one, two);
      case TRAILING_STOP -> new OrderTerms.TrailingStop(trail);
      case TRAILING_STOP_LIMIT ->
          new OrderTerms.TrailingStopLimit(trail, Decimal.ofScaled(random.nextInt(50), 2));
      case MARKET_IF_TOUCHED -> new OrderTerms.MarketIfTouched(one);
      case LIMIT_IF_TOUCHED -> new OrderTerms.LimitIfTouched(one, two);
      case ICEBERG -> new OrderTerms.Iceberg(one, Decimal.ONE);
      case PEG ->
          new OrderTerms.Peg(
              PegReference.values()[random.nextInt(3)],
              Decimal.ofScaled(random.nextInt(30), 2),
              random.nextBoolean() ? Optional.of(one) : Optional.empty());
    };
  }

  private static SimulatedMarket.Builder anyMarket(SimulatedMarket.Builder market, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 77);
    IntrabarPath[] paths = {
      IntrabarPath.Shape.OPEN_HIGH_LOW_CLOSE,
      IntrabarPath.Shape.OPEN_LOW_HIGH_CLOSE,
      IntrabarPath.Shape.NEARER_EXTREME_FIRST,
      IntrabarPath.Shape.WORST_FOR_ORDER,
      IntrabarPath.brownianBridge(seed)
    };
    return market
        .timing(FillTiming.values()[random.nextInt(FillTiming.values().length)])
        .path(paths[random.nextInt(paths.length)])
        .bothTouched(BothTouched.values()[random.nextInt(BothTouched.values().length)])
        .limitRule(LimitRule.values()[random.nextInt(LimitRule.values().length)])
        .exitsAtOnce(random.nextBoolean())
        .minimumVolume(random.nextBoolean() ? 0 : 20)
        .shorting(random.nextBoolean())
        .participation(SHARE)
        .costs(new TradingCosts(3, 8, 4));
  }

  private static Run run(long seed, Panel panel) {
    SplittableRandom random = new SplittableRandom(seed ^ 1);
    Run run = Run.script().market(market -> anyMarket(market, seed));
    run.universe(Universe.of(Instrument.equity("X")));
    for (int i = 0; i < ROWS; i++) {
      int row = i;
      int orders = random.nextInt(3);
      long[] seeds = random.longs(orders).toArray();
      boolean cancels = random.nextInt(4) == 0;
      boolean replaces = random.nextInt(4) == 0;
      run.then(
          context -> {
            double close = panel.close(row, 0);
            for (long each : seeds) {
              anyOrder(context, new SplittableRandom(each), close);
            }
            List<Order> open = context.openOrders();
            if (cancels && !open.isEmpty()) {
              context.cancel(open.get(open.size() / 2).id());
            }
            if (replaces && !open.isEmpty()) {
              Order old = open.get(0);
              context.replace(old.id(), old.remaining(), old.request().terms());
            }
          });
    }
    return run.on(panel);
  }

  @Property(tries = 400)
  void fillsAreWithinTheBarAndTheLimitAndVolumeIsFilledOnce(@ForAll long seed) {
    Panel panel = panel(seed, ROWS, 100);
    Run run = run(seed, panel);

    Map<String, OrderTerms> terms = new HashMap<>();
    for (Order order : run.orders()) {
      terms.put(order.id().value(), order.request().terms());
    }
    double[] filled = new double[ROWS];
    for (EngineEvent event : run.events) {
      if (event instanceof EngineEvent.Filled known) {
        Fill fill = known.fill();
        int row = (int) (known.time() / Bars.DAY) - 1;
        double price = fill.price().doubleValue();
        assertThat(price).isBetween(panel.low(row, 0), panel.high(row, 0));
        assertThat(fill.time()).isBetween(row * Bars.DAY, (row + 1) * Bars.DAY);
        assertWithin(terms.get(fill.orderId().value()), fill);
        filled[row] += fill.quantity().doubleValue();
      }
    }
    for (int row = 0; row < ROWS; row++) {
      assertThat(filled[row]).isLessThanOrEqualTo(SHARE * panel.volume(row, 0) + 1e-9);
    }
    assertThat(run.engine().ledger().trialBalance().balanced()).isTrue();
    assertThat(run.market.account().cash()).isEqualTo(run.engine().ledger().cash());
    assertThat(run.market.account().equity()).isEqualTo(run.engine().ledger().equity());
    if (!run.market.capabilities().shorting()) {
      assertThat(run.position().isNegative()).isFalse();
    }
  }

  private static void assertWithin(OrderTerms terms, Fill fill) {
    Decimal limit = null;
    if (terms instanceof OrderTerms.Limit given) {
      limit = given.limitPrice();
    } else if (terms instanceof OrderTerms.StopLimit given) {
      limit = given.limitPrice();
    } else if (terms instanceof OrderTerms.LimitIfTouched given) {
      limit = given.limitPrice();
    } else if (terms instanceof OrderTerms.Iceberg given) {
      limit = given.limitPrice();
    }
    if (limit != null) {
      assertThat(fill.side().sign() * fill.price().compareTo(limit)).isLessThanOrEqualTo(0);
    }
  }

  @Property(tries = 60)
  void theSameInputGivesTheSameEvents(@ForAll long seed) {
    Panel panel = panel(seed, ROWS, 100);

    assertThat(run(seed, panel).events.toString()).isEqualTo(run(seed, panel).events.toString());
  }

  @Property(tries = 100)
  void theFutureDoesNotChangeThePast(@ForAll long seed) {
    int cut = 10 + (int) Math.floorMod(seed, 40L);
    Panel panel = panel(seed, ROWS, 100);
    List<EngineEvent> whole = run(seed, panel).events;
    List<EngineEvent> part = run(seed, panel.slice(0, cut)).events;

    int last = part.size() - 1; // the end of the run
    assertThat(whole.subList(0, last).toString()).isEqualTo(part.subList(0, last).toString());
  }

  @Property(tries = 300)
  void presetsAreOrdered(@ForAll long seed) {
    // Prices so fine that no limit is touched without being traded through, volume in plenty.
    Panel panel = panel(seed, ROWS, 1e6);
    boolean brackets = (seed & 1) == 0;
    double optimistic = equity(seed, panel, brackets, MarketPreset.OPTIMISTIC);
    double realistic = equity(seed, panel, brackets, MarketPreset.REALISTIC);
    double pessimistic = equity(seed, panel, brackets, MarketPreset.PESSIMISTIC);

    assertThat(optimistic).isGreaterThanOrEqualTo(realistic);
    assertThat(realistic).isGreaterThanOrEqualTo(pessimistic);
  }

  private static double equity(long seed, Panel panel, boolean brackets, MarketPreset preset) {
    SplittableRandom random = new SplittableRandom(seed ^ 5);
    Instrument fine = Instrument.equity("X").withTickSize(Decimal.parse("0.000001"));
    Run run =
        Run.script()
            .universe(Universe.of(fine))
            .market(
                market ->
                    market.preset(preset).participation(Double.POSITIVE_INFINITY).shorting(true));
    for (int i = 0; i < ROWS; i++) {
      double close = panel.close(i, 0);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      Decimal quantity = Decimal.of(1 + random.nextInt(20));
      double up = 0.001 + 0.05 * random.nextDouble();
      double down = 0.001 + 0.05 * random.nextDouble();
      int sign = side.sign();
      Decimal target = Decimal.of(close * (1 + sign * up), 6, RoundingMode.HALF_EVEN);
      Decimal stop = Decimal.of(close * (1 - sign * down), 6, RoundingMode.HALF_EVEN);
      run.then(
          context -> {
            if (!brackets) {
              context.submit(X, side, quantity, new OrderTerms.Market(), TimeInForce.GTC);
            } else if (context.openOrders().isEmpty() && context.portfolio().position(X).isZero()) {
              context.submit(
                  X,
                  side,
                  quantity,
                  new OrderTerms.Market(),
                  TimeInForce.GTC,
                  OrderInstructions.bracket(target, new OrderTerms.Stop(stop)));
            }
          });
    }
    return run.on(panel).engine().ledger().equity().doubleValue();
  }

  @Property(tries = 300)
  void bridgesReachHighAndLowAndStayWithin(@ForAll long seed) {
    Panel panel = panel(seed, 3, 100);
    BarPaths paths =
        new BarPaths(
            FillTiming.INTRABAR, IntrabarPath.brownianBridge(seed), BothTouched.STOP_FIRST);
    SymbolBook book = new SymbolBook(0, Instrument.equity("X"), false);
    WorkingOrder order =
        new WorkingOrder(
            OrderRequest.market(ClientOrderId.of("a"), X, Side.BUY, Decimal.ONE, TimeInForce.GTC),
            book);
    for (int i = 0; i < 3; i++) {
      int row = i;
      paths.begin(book, panel.row(row), 0);
      PricePath path = paths.of(order);
      List<Double> points = new ArrayList<>();
      for (int j = 0; j < path.size(); j++) {
        points.add(path.point(j));
      }
      assertThat(points.get(0)).isEqualTo(panel.open(row, 0));
      assertThat(points.get(points.size() - 1)).isEqualTo(panel.close(row, 0));
      assertThat(points).contains(panel.high(row, 0), panel.low(row, 0));
      assertThat(points)
          .allSatisfy(p -> assertThat(p).isBetween(panel.low(row, 0), panel.high(row, 0)));
    }
  }
}
