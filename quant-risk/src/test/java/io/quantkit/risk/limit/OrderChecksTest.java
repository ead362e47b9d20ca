package io.quantkit.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits on an account of 10,000 with shares at 100, so that 1 % is one share. */
class OrderChecksTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("B");
  private final Account account = new Account();
  private final Market market = new Market();

  @Test
  void buysUpToTheLimit() {
    assertThat(check(new MaxPositionWeight(0.25), Side.BUY, "25")).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void shrinksWhatIsBeyondTheLimit() {
    account.hold(A, "10");
    resizes(new MaxPositionWeight(0.25), Side.BUY, "20", "15", "MAX_POSITION_WEIGHT");
  }

  @Test
  void countsWorkingOrders() {
    account.await(A, "20");
    resizes(new MaxPositionWeight(0.25), Side.BUY, "20", "5", "MAX_POSITION_WEIGHT");
  }

  @Test
  void refusesWhenThereIsNoRoom() {
    account.hold(A, "30");
    rejects(new MaxPositionWeight(0.25), Side.BUY, "1", "MAX_POSITION_WEIGHT");
  }

  @Test
  void limitsShortPositionsToo() {
    account.hold(A, "10");
    resizes(new MaxPositionWeight(0.25), Side.SELL, "50", "35", "MAX_POSITION_WEIGHT");
  }

  @Test
  void roundsDownToWholeLots() {
    market.lot = "10";
    resizes(new MaxPositionWeight(0.25), Side.BUY, "40", "20", "MAX_POSITION_WEIGHT");
  }

  @Test
  void roundsFractionsDownToFractionalLots() {
    market.lot = "0.001";
    market.price = 300;
    resizes(new MaxPositionWeight(0.1), Side.BUY, "5.5", "3.333", "MAX_POSITION_WEIGHT");
  }

  @Test
  void neverBarsTheWayOut() {
    account.hold(A, "90");
    account.hold(B, "90");
    market.price = Double.NaN;
    for (OrderCheck check :
        List.of(
            new MaxPositionWeight(0.01),
            new MaxSectorWeight(0.01),
            new MaxGrossExposure(0.01),
            new CashAvailable(0, false),
            new LongOnly())) {
      assertThat(check(check, Side.SELL, "90")).as(check.name()).isEqualTo(Verdict.ACCEPT);
    }
  }

  @Test
  void withoutAPriceOnlyTheWayOutPasses() {
    account.hold(A, "10");
    market.price = Double.NaN;
    resizes(new MaxPositionWeight(0.25), Side.SELL, "30", "10", "NO_VALUE");
    rejects(new MaxPositionWeight(0.25), Side.BUY, "30", "NO_VALUE");
  }

  @Test
  void withoutThePriceOfAnotherPositionGrossExposureCannotGrow() {
    account.hold(B, "10");
    market.priceOfB = Double.NaN;
    rejects(new MaxGrossExposure(1), Side.BUY, "1", "NO_VALUE");
  }

  @Test
  void addsUpTheSector() {
    account.hold(B, "20");
    resizes(new MaxSectorWeight(0.3), Side.BUY, "20", "10", "MAX_SECTOR_WEIGHT");
  }

  @Test
  void addsUpGrossExposureOfLongAndShort() {
    account.hold(B, "-70");
    resizes(new MaxGrossExposure(1), Side.BUY, "50", "30", "MAX_GROSS_EXPOSURE");
  }

  @Test
  void limitsTheValueOfAnOrder() {
    resizes(new MaxOrderNotional(1_050), Side.BUY, "50", "10", "MAX_ORDER_NOTIONAL");
  }

  @Test
  void limitsTheValueOfAnOrderThatReducesToo() {
    account.hold(A, "50");
    resizes(new MaxOrderNotional(1_050), Side.SELL, "50", "10", "MAX_ORDER_NOTIONAL");
    market.price = Double.NaN;
    rejects(new MaxOrderNotional(1_050), Side.SELL, "50", "NO_VALUE");
  }

  @Test
  void withoutEquityOnlyTheWayOutPasses() {
    account.equity = "0";
    account.hold(A, "-10");
    resizes(new MaxPositionWeight(0.25), Side.BUY, "30", "10", "NO_VALUE");
    rejects(new MaxGrossExposure(2), Side.SELL, "1", "NO_VALUE");
  }

  @Test
  void symbolsWithoutASectorAreNotGrouped() {
    market.sector = "";
    account.hold(B, "90");
    assertThat(check(new MaxSectorWeight(0.3), Side.BUY, "90")).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void hugeLimitsDoNotOverflow() {
    assertThat(check(new MaxOrderNotional(1e300), Side.BUY, "50")).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void sellsNoMoreThanIsHeld() {
    account.hold(A, "10");
    resizes(new LongOnly(), Side.SELL, "15", "10", "LONG_ONLY");
  }

  @Test
  void doesNotSellWhatIsOnlyOrdered() {
    account.await(A, "10");
    rejects(new LongOnly(), Side.SELL, "10", "LONG_ONLY");
  }

  @Test
  void doesNotSellTwice() {
    account.hold(A, "10");
    account.await(A, "-10");
    rejects(new LongOnly(), Side.SELL, "10", "LONG_ONLY");
  }

  @Test
  void spendsOnlyFreeCashWithABuffer() {
    account.await(B, "40");
    resizes(new CashAvailable(0.05, false), Side.BUY, "90", "55", "CASH_AVAILABLE");
  }

  @Test
  void countsWorkingSalesOnlyWhenAsked() {
    account.cash = "0";
    account.hold(B, "20");
    account.await(B, "-50");
    rejects(new CashAvailable(0.1, false), Side.BUY, "50", "CASH_AVAILABLE");
    resizes(new CashAvailable(0.1, true), Side.BUY, "50", "16", "CASH_AVAILABLE");
  }

  @Test
  void coversAShortPositionWithoutCash() {
    account.cash = "0";
    account.hold(A, "-10");
    assertThat(check(new CashAvailable(0, false), Side.BUY, "10")).isEqualTo(Verdict.ACCEPT);
    resizes(new CashAvailable(0, false), Side.BUY, "15", "10", "CASH_AVAILABLE");
  }

  @Test
  void withoutThePriceOfAWorkingPurchaseNothingIsBought() {
    account.await(B, "1");
    market.priceOfB = Double.NaN;
    rejects(new CashAvailable(0, false), Side.BUY, "1", "NO_VALUE");
  }

  @Test
  void refusesLimitsThatAreNone() {
    for (double limit : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> new MaxPositionWeight(limit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("limit must be positive, was " + limit);
      assertThatThrownBy(() -> new MaxSectorWeight(limit))
          .hasMessage("limit must be positive, was " + limit);
      assertThatThrownBy(() -> new MaxGrossExposure(limit))
          .hasMessage("limit must be positive, was " + limit);
      assertThatThrownBy(() -> new MaxOrderNotional(limit))
          .hasMessage("limit must be positive, was " + limit);
    }
    assertThatThrownBy(() -> new CashAvailable(1, false))
        .hasMessage("buffer must be within [0, 1), was 1.0");
  }

  private void resizes(OrderCheck check, Side side, String asked, String given, String code) {
    Verdict.Resize resize = (Verdict.Resize) check(check, side, asked);
    assertThat(resize.quantity()).isEqualTo(Decimal.parse(given));
    assertThat(resize.code()).isEqualTo(code);
    assertThat(resize.reason()).contains(asked);
  }

  private void rejects(OrderCheck check, Side side, String asked, String code) {
    assertThat(((Verdict.Reject) check(check, side, asked)).code()).isEqualTo(code);
  }

  private Verdict check(OrderCheck check, Side side, String quantity) {
    return check.check(
        OrderRequest.market(
            ClientOrderId.of("o-1"), A, side, Decimal.parse(quantity), TimeInForce.DAY),
        account,
        market);
  }

  private static final class Account implements PortfolioView {
    private final Map<Symbol, Decimal> held = new LinkedHashMap<>();
    private final Map<Symbol, Decimal> pending = new LinkedHashMap<>();
    private String cash = "10000";
    private String equity = "10000";

    void hold(Symbol symbol, String units) {
      held.put(symbol, Decimal.parse(units));
    }

    void await(Symbol symbol, String units) {
      pending.put(symbol, Decimal.parse(units));
    }

    @Override
    public Decimal cash() {
      return Decimal.parse(cash);
    }

    @Override
    public Decimal equity() {
      return Decimal.parse(equity);
    }

    @Override
    public Decimal position(Symbol symbol) {
      return held.getOrDefault(symbol, Decimal.ZERO);
    }

    @Override
    public Decimal pendingBuys(Symbol symbol) {
      return pending.getOrDefault(symbol, Decimal.ZERO).max(Decimal.ZERO);
    }

    @Override
    public Decimal pendingSells(Symbol symbol) {
      return pending.getOrDefault(symbol, Decimal.ZERO).negated().max(Decimal.ZERO);
    }

    @Override
    public List<Position> positions() {
      return List.of();
    }
  }

  private static final class Market implements MarketView {
    private String lot = "1";
    private String sector = "Tech";
    private double price = 100;
    private double priceOfB = 100;

    @Override
    public long now() {
      return 0;
    }

    @Override
    public Universe universe() {
      return Universe.of(
          Instrument.equity("A").withSector(sector).withLotSize(Decimal.parse(lot)),
          Instrument.equity("B").withSector(sector));
    }

    @Override
    public double lastPrice(Symbol symbol) {
      return symbol.equals(A) ? price : priceOfB;
    }
  }
}
