package io.quantkit.backtest.cost;

import static io.quantkit.backtest.cost.Market.fee;
import static io.quantkit.backtest.cost.Market.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.backtest.cost.TieredCommission.Basis;
import io.quantkit.backtest.cost.TieredCommission.Tier;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Side;
import io.quantkit.core.time.EpochNanos;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommissionTest {
  private static final String DATE = "2023-06-01";

  /** The examples on Interactive Brokers' page of commissions for US shares, fixed prices. */
  @Test
  void agreesWithTheExamplesOfInteractiveBrokers() {
    Costs costs = start(Commission.IBKR_FIXED);
    assertThat(fee(costs, Side.BUY, "100", "25", DATE)).hasToString("1");
    assertThat(fee(costs, Side.BUY, "1000", "25", DATE)).hasToString("5");
    assertThat(fee(costs, Side.BUY, "1000", "0.25", DATE)).hasToString("2.5");
    // The cap wins over the minimum.
    assertThat(fee(costs, Side.BUY, "10", "0.2", DATE)).hasToString("0.02");
  }

  private static Decimal part(
      Costs costs, String order, String quantity, String price, String time) {
    Decimal units = Decimal.parse(quantity);
    Decimal paid =
        costs.fees(
            ClientOrderId.of(order),
            0,
            Side.BUY,
            units,
            Decimal.parse(price),
            true,
            EpochNanos.parse(time));
    costs.onFill(0, Side.BUY, units.doubleValue(), 1, Double.NaN, 0);
    return paid;
  }

  @Test
  void theExecutionsOfAnOrderPayItsMinimumOnceADay() {
    Costs costs = start(CostModel.of(new FixedSpread(1), Commission.IBKR_FIXED));
    String monday = "2023-06-05T15:00:00Z";
    assertThat(part(costs, "a", "100", "25", monday)).hasToString("1");
    assertThat(part(costs, "b", "10", "25", monday)).hasToString("1");
    assertThat(part(costs, "a", "50", "25", monday)).hasToString("0"); // 0.75 in all
    assertThat(part(costs, "a", "150", "25", monday)).hasToString("0.5"); // 1.50 in all
    assertThat(part(costs, "a", "100", "25", "2023-06-06T15:00:00Z")).hasToString("1");
  }

  @Test
  void theCapOfAnOrderRisesWithWhatIsExecuted() {
    Costs costs = start(Commission.IBKR_FIXED);
    String time = "2023-06-05T15:00:00Z";
    assertThat(part(costs, "a", "100", "0.2", time)).hasToString("0.2"); // 1 % of 20
    assertThat(part(costs, "a", "100", "0.2", time)).hasToString("0.2");
    assertThat(part(costs, "a", "800", "0.2", time)).hasToString("1.6"); // 2.00 in all
  }

  @Test
  void whatAnOrderCostsAtAllIsPaidWithItsFirstExecution() {
    Costs costs = start(Commission.perTrade(Decimal.of(5)).perOrder(ZoneId.of("America/New_York")));
    String time = "2023-06-05T15:00:00Z";
    assertThat(part(costs, "a", "1", "9", time)).hasToString("5");
    assertThat(part(costs, "a", "1", "9", time)).hasToString("0");
    assertThat(part(costs, "b", "1", "9", time)).hasToString("5");
  }

  @Test
  void aTieredMinimumIsOnceAnOrderToo() {
    Costs costs = start(TieredCommission.IBKR);
    String time = "2023-06-05T15:00:00Z";
    assertThat(part(costs, "a", "50", "25", time)).hasToString("0.35");
    assertThat(part(costs, "a", "50", "25", time)).hasToString("0");
    assertThat(part(costs, "a", "100", "25", time)).hasToString("0.35"); // 0.70 in all
    assertThat(part(costs, "b", "299800", "25", time)).hasToString("1049.3");
    assertThat(part(costs, "b", "1000", "25", time)).hasToString("2"); // the next tier
  }

  /** However an order is divided, it pays what it would have paid at once. */
  @Property(tries = 300)
  void anOrderPaysTheSameInParts(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5_000) Integer> parts,
      @ForAll @IntRange(min = 1, max = 100_000) int cents) {
    Decimal price = Decimal.ofScaled(cents, 2);
    Costs costs = start(Commission.IBKR_FIXED);
    Decimal sum = Decimal.ZERO;
    long whole = 0;
    for (int part : parts) {
      sum =
          sum.plus(
              part(costs, "a", Integer.toString(part), price.toString(), "2023-06-05T15:00:00Z"));
      whole += part;
    }
    assertThat(sum).isEqualTo(Commission.IBKR_FIXED.amount(Decimal.of(whole), price));
  }

  /** LEAN's InteractiveBrokersFeeModelTests: one and a thousand shares at 100. */
  @Test
  void agreesWithLean() {
    Commission lean = Commission.IBKR_FIXED.withCap(Decimal.parse("0.005"));
    Costs costs = start(lean);
    assertThat(fee(costs, Side.BUY, "1", "200", DATE)).hasToString("1");
    assertThat(fee(costs, Side.BUY, "1000", "100", DATE)).hasToString("5");
  }

  /** LEAN's AlpacaFeeModelTests: two bitcoins at 40,000, taken and given. */
  @Test
  void givesMakersAnotherPriceThanTakers() {
    Costs costs = start(MakerTaker.ALPACA_CRYPTO);
    assertThat(fee(costs, Side.SELL, "2", "40000", DATE, true)).hasToString("200");
    assertThat(fee(costs, Side.SELL, "2", "40000", DATE, false)).hasToString("120");
  }

  /** The defaults of Zipline: 0.001 per share, 0 per trade, 0.0015 of the value. */
  @Test
  void chargesByUnitTradeAndValueAsZiplineDoes() {
    assertThat(amount(Commission.perUnit(Decimal.parse("0.001")), "120", "9.5"))
        .hasToString("0.12");
    assertThat(amount(Commission.perTrade(Decimal.parse("5")), "120", "9.5")).hasToString("5");
    assertThat(amount(Commission.perValue(Decimal.parse("0.0015")), "120", "9.5"))
        .hasToString("1.71");
  }

  private static Decimal amount(Commission commission, String quantity, String price) {
    return commission.amount(Decimal.parse(quantity), Decimal.parse(price));
  }

  @Test
  void roundsUp() {
    Commission commission = Commission.perUnit(Decimal.parse("0.0035"));
    assertThat(amount(commission, "3", "10")).hasToString("0.02");
    assertThat(amount(commission.withDecimals(4), "3", "10")).hasToString("0.0105");
    Commission rebate = Commission.perUnit(Decimal.parse("-0.0025"));
    assertThat(amount(rebate, "3", "10")).hasToString("0");
    assertThat(amount(rebate, "1000", "10")).hasToString("-2.5");
  }

  @Test
  void addsUp() {
    Costs costs =
        start(
            CostModel.of(
                Commission.perTrade(Decimal.ONE),
                CostModel.of(Commission.perTrade(Decimal.of(2)), new FixedSpread(10)),
                new FixedSpread(4),
                new FixedSlippage(5)));
    assertThat(fee(costs, Side.BUY, "1", "1", DATE)).hasToString("3");
    assertThat(costs.halfSpread(0, 0, 1)).isEqualTo(0.0007);
    assertThat(Market.buy(costs, 1, 1, 0)).isEqualTo(0.0005);
    Costs none = start(CostModel.NONE);
    assertThat(fee(none, Side.BUY, "1", "1", DATE)).isSameAs(Decimal.ZERO);
    assertThat(none.halfSpread(0, 0, 1)).isZero();
  }

  /** Interactive Brokers' comparison of tiered and fixed prices: thirty million shares at 5. */
  @Test
  void fallsWithAMonthsVolume() {
    Costs costs = start(TieredCommission.IBKR);
    assertThat(trade(costs, "300000", DATE)).hasToString("1050");
    assertThat(trade(costs, "2700000", DATE)).hasToString("5400");
    assertThat(trade(costs, "17000000", DATE)).hasToString("25500");
    assertThat(trade(costs, "10000000", DATE)).hasToString("10000");
    assertThat(trade(costs, "200000", "2023-07-03")).hasToString("700");
    assertThat(trade(start(TieredCommission.IBKR), "30000000", DATE)).hasToString("41950");
  }

  private static Decimal trade(Costs costs, String quantity, String date) {
    Decimal fee = fee(costs, Side.SELL, quantity, "5", date);
    costs.onFill(0, Side.SELL, Double.parseDouble(quantity), 5, Double.NaN, 0);
    return fee;
  }

  @Test
  void beginsAMonthAtMidnightInItsZone() {
    Costs costs = start(TieredCommission.IBKR);
    trade(costs, "300000", "2023-06-30");
    long lateInNewYork = EpochNanos.parse("2023-07-01T03:59:59Z");
    Decimal quantity = Decimal.of(1000);
    Decimal price = Decimal.of(5);
    assertThat(costs.fees(0, Side.BUY, quantity, price, true, lateInNewYork)).hasToString("2");
    assertThat(costs.fees(0, Side.BUY, quantity, price, true, lateInNewYork + 1_000_000_000L))
        .hasToString("3.5");
  }

  @Property(tries = 200)
  void doesNotDependOnHowAVolumeIsDivided(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 9_000_000) Long> parts) {
    TieredCommission exact =
        new TieredCommission(
            Basis.UNITS,
            TieredCommission.IBKR.tiers(),
            Optional.empty(),
            Optional.empty(),
            false,
            ZoneId.of("UTC"),
            9);
    Costs costs = start(exact);
    Decimal sum = Decimal.ZERO;
    long whole = 0;
    for (long part : parts) {
      sum = sum.plus(trade(costs, Long.toString(part), DATE));
      whole += part;
    }
    assertThat(sum).isEqualTo(trade(start(exact), Long.toString(whole), DATE));
  }

  @Property(tries = 200)
  void isContinuousAcrossTiers(@ForAll @IntRange(min = 1, max = 4) int tier) {
    Decimal edge = TieredCommission.IBKR.tiers().get(tier).from();
    Decimal before = fee(start(TieredCommission.IBKR), Side.BUY, edge.toString(), "9", DATE);
    Decimal behind =
        fee(start(TieredCommission.IBKR), Side.BUY, edge.plus(Decimal.ONE).toString(), "9", DATE);
    assertThat(behind.minus(before)).isBetween(Decimal.ZERO, Decimal.parse("0.01"));
  }

  @Property(tries = 500)
  void neverFallsWithSize(
      @ForAll @LongRange(min = 1, max = 1_000_000) long quantity,
      @ForAll @LongRange(min = 1, max = 100_000) long more,
      @ForAll @LongRange(min = 1, max = 1_000_000) long cents) {
    Decimal price = Decimal.ofScaled(cents, 2);
    for (Commission commission :
        List.of(
            Commission.IBKR_FIXED,
            Commission.perValue(Decimal.parse("0.0015")).withMinimum(Decimal.of(5)),
            Commission.perTrade(Decimal.of(7)).withCap(Decimal.parse("0.1")))) {
      Decimal small = commission.amount(Decimal.of(quantity), price);
      Decimal large = commission.amount(Decimal.of(quantity + more), price);
      assertThat(small).isBetween(Decimal.ZERO, large);
    }
  }

  @Test
  void refusesWhatIsNoSchedule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commission.IBKR_FIXED.withDecimals(10))
        .withMessage("decimals must be 0 to 9, was 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commission.IBKR_FIXED.withMinimum(Decimal.of(-1)))
        .withMessage("minimum must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TieredCommission(
                    Basis.VALUE,
                    List.of(Tier.of("1", "1")),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    ZoneId.of("UTC"),
                    2))
        .withMessageContaining("the first tier must begin at 0");
  }
}
