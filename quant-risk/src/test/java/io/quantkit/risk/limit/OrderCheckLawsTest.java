package io.quantkit.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** What a check lets pass keeps its limit, or only brings the position closer to zero. */
class OrderCheckLawsTest {
  private static final double ROUNDING = 1 + 1e-12;

  @Property
  void positionsKeepTheirWeight(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 2) @Scale(15) double limit) {
    Scene scene = new Scene(seed);
    Decimal passed = scene.pass(new MaxPositionWeight(limit));
    assertThat(scene.reduces(passed) || scene.size(0, passed) <= scene.bound(limit)).isTrue();
    scene.passesAsMuchAsItCan(new MaxPositionWeight(limit), passed);
  }

  @Property
  void sectorsKeepTheirWeight(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 2) @Scale(15) double limit) {
    Scene scene = new Scene(seed);
    Decimal passed = scene.pass(new MaxSectorWeight(limit));
    double sector = scene.size(0, passed) + scene.size(2, Decimal.ZERO);
    assertThat(scene.reduces(passed) || sector <= scene.bound(limit)).isTrue();
    scene.passesAsMuchAsItCan(new MaxSectorWeight(limit), passed);
  }

  @Property
  void grossExposureIsKept(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 4) @Scale(15) double limit) {
    Scene scene = new Scene(seed);
    Decimal passed = scene.pass(new MaxGrossExposure(limit));
    double gross = scene.size(0, passed);
    for (int i = 1; i < Scene.SYMBOLS; i++) {
      gross += scene.size(i, Decimal.ZERO);
    }
    assertThat(scene.reduces(passed) || gross <= scene.bound(limit)).isTrue();
    scene.passesAsMuchAsItCan(new MaxGrossExposure(limit), passed);
  }

  @Property
  void ordersKeepTheirNotional(
      @ForAll long seed, @ForAll @DoubleRange(min = 1, max = 10_000) @Scale(15) double limit) {
    Scene scene = new Scene(seed);
    Decimal passed = scene.pass(new MaxOrderNotional(limit));
    assertThat(passed.doubleValue() * scene.prices[0]).isLessThanOrEqualTo(limit * ROUNDING);
    scene.passesAsMuchAsItCan(new MaxOrderNotional(limit), passed);
  }

  @Property
  void nothingIsSoldThatIsNotHeld(@ForAll long seed) {
    Scene scene = new Scene(seed);
    Decimal passed = scene.pass(new LongOnly());
    if (scene.order.side() == Side.SELL && passed.isPositive()) {
      assertThat(scene.held[0].minus(passed).isNegative()).isFalse();
      assertThat(scene.before(0).minus(passed).isNegative()).isFalse();
    }
    scene.passesAsMuchAsItCan(new LongOnly(), passed);
  }

  @Property
  void purchasesKeepWithinCash(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.5) @Scale(15) double buffer) {
    Scene scene = new Scene(seed);
    Decimal passed = scene.pass(new CashAvailable(buffer, false));
    if (scene.order.side() == Side.BUY && passed.isPositive() && !scene.reduces(passed)) {
      double cost = passed.doubleValue() * scene.prices[0];
      for (int i = 0; i < Scene.SYMBOLS; i++) {
        cost += Math.max(0, scene.working[i].doubleValue()) * scene.prices[i];
      }
      assertThat(cost * (1 + buffer)).isLessThanOrEqualTo(scene.cash.doubleValue() * ROUNDING);
    }
    scene.passesAsMuchAsItCan(new CashAvailable(buffer, false), passed);
  }

  /** An account, a market and an order at random; the first symbol is the order's. */
  private static final class Scene implements PortfolioView, MarketView {
    private static final int SYMBOLS = 4;
    private final Universe universe;
    private final double[] prices = new double[SYMBOLS];
    private final Decimal[] held = new Decimal[SYMBOLS];
    private final Decimal[] working = new Decimal[SYMBOLS];
    private final Decimal lot;
    private final Decimal cash;
    private final Decimal equity;
    private final OrderRequest order;

    Scene(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      this.lot = Decimal.parse(List.of("1", "10", "0.001", "0.25").get(random.nextInt(4)));
      List<Instrument> instruments = new ArrayList<>();
      for (int i = 0; i < SYMBOLS; i++) {
        instruments.add(
            Instrument.equity("S" + i).withSector(i % 2 == 0 ? "Even" : "Odd").withLotSize(lot));
        prices[i] = 1 + 200 * random.nextDouble();
        held[i] = units(random, -60, 100);
        working[i] = units(random, -30, 30);
      }
      this.universe = Universe.of(instruments);
      this.cash = Decimal.of(random.nextLong(-1_000, 20_000));
      this.equity = Decimal.of(random.nextLong(1_000, 20_000));
      Decimal quantity = units(random, 1, 200).max(lot);
      this.order =
          OrderRequest.market(
              ClientOrderId.of("o-1"),
              symbol(0),
              random.nextBoolean() ? Side.BUY : Side.SELL,
              quantity,
              TimeInForce.DAY);
    }

    private Decimal units(SplittableRandom random, int from, int to) {
      return random.nextInt(4) == 0
          ? Decimal.ZERO
          : lot.times(Decimal.of(random.nextLong(from, to + 1)));
    }

    static Symbol symbol(int i) {
      return Symbol.of("S" + i);
    }

    Decimal before(int i) {
      return held[i].plus(working[i]);
    }

    /** Returns how much of the order passes, after checking that a smaller order is well formed. */
    Decimal pass(OrderCheck check) {
      Verdict verdict = check.check(order, this, this);
      if (verdict instanceof Verdict.Resize resize) {
        assertThat(resize.quantity()).isLessThan(order.quantity());
        assertThat(resize.quantity().isPositive()).isTrue();
        assertThat(resize.quantity().isMultipleOf(lot)).isTrue();
        return resize.quantity();
      }
      return verdict instanceof Verdict.Accept ? order.quantity() : Decimal.ZERO;
    }

    /** What passed passes again as it is, and one lot more would not. */
    void passesAsMuchAsItCan(OrderCheck check, Decimal passed) {
      if (passed.isPositive()) {
        assertThat(check.check(order.withQuantity(passed), this, this)).isEqualTo(Verdict.ACCEPT);
      }
      if (passed.compareTo(order.quantity()) < 0) {
        assertThat(check.check(order.withQuantity(passed.plus(lot)), this, this))
            .isNotEqualTo(Verdict.ACCEPT);
      }
    }

    /** Returns whether the units bring the position closer to zero and not beyond, or are none. */
    boolean reduces(Decimal units) {
      Decimal after = after(units);
      return units.isZero()
          || after.isZero()
          || (after.signum() == before(0).signum() && after.abs().compareTo(before(0).abs()) < 0);
    }

    private Decimal after(Decimal units) {
      return before(0).plus(order.side() == Side.BUY ? units : units.negated());
    }

    double size(int i, Decimal units) {
      return (i == 0 ? after(units) : before(i)).abs().doubleValue() * prices[i];
    }

    double bound(double limit) {
      return limit * equity.doubleValue() * ROUNDING;
    }

    @Override
    public Decimal cash() {
      return cash;
    }

    @Override
    public Decimal equity() {
      return equity;
    }

    @Override
    public Decimal position(Symbol symbol) {
      return held[universe.symbols().require(symbol)];
    }

    @Override
    public Decimal pendingBuys(Symbol symbol) {
      return working[universe.symbols().require(symbol)].max(Decimal.ZERO);
    }

    @Override
    public Decimal pendingSells(Symbol symbol) {
      return working[universe.symbols().require(symbol)].negated().max(Decimal.ZERO);
    }

    @Override
    public List<Position> positions() {
      return List.of();
    }

    @Override
    public long now() {
      return 0;
    }

    @Override
    public Universe universe() {
      return universe;
    }

    @Override
    public double lastPrice(Symbol symbol) {
      return prices[universe.symbols().require(symbol)];
    }
  }
}
