package io.quantkit.backtest.cost;

import static io.quantkit.backtest.cost.Market.fee;
import static io.quantkit.backtest.cost.Market.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.backtest.cost.FeeSchedule.Rate;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.AssetClass;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import io.quantkit.core.time.EpochNanos;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsFeesTest {

  /** The days on which rates changed, by press releases and notices of the SEC and FINRA. */
  @Test
  void knowsTheSecsRates() {
    Map<String, String> perMillion = new LinkedHashMap<>();
    perMillion.put("2012-02-21", "18");
    perMillion.put("2012-11-15", "22.4");
    perMillion.put("2014-03-17", "17.4");
    perMillion.put("2014-03-18", "22.1");
    perMillion.put("2016-03-15", "21.8");
    perMillion.put("2017-07-04", "23.1");
    perMillion.put("2018-05-21", "23.1");
    perMillion.put("2018-05-22", "13");
    perMillion.put("2019-04-15", "13");
    perMillion.put("2019-04-16", "20.7");
    perMillion.put("2020-02-17", "20.7");
    perMillion.put("2020-02-18", "22.1");
    perMillion.put("2021-02-24", "22.1");
    perMillion.put("2021-02-25", "5.1");
    perMillion.put("2023-02-26", "22.9");
    perMillion.put("2023-02-27", "8");
    perMillion.put("2024-05-21", "8");
    perMillion.put("2024-05-22", "27.8");
    perMillion.put("2025-05-13", "27.8");
    perMillion.put("2025-05-14", "0");
    perMillion.put("2026-04-03", "0");
    perMillion.put("2026-04-04", "20.6");
    Costs costs = start(UsFees.SEC_SECTION_31);
    perMillion.forEach(
        (date, fee) ->
            assertThat(fee(costs, Side.SELL, "10000", "100", date)).as(date).hasToString(fee));
    assertThat(fee(costs, Side.BUY, "10000", "100", "2024-06-03")).isEqualTo(Decimal.ZERO);
  }

  /** Interactive Brokers' example of thirty million shares at 5 in 2023, with both fees. */
  @Test
  void agreesWithAnExampleOfABroker() {
    Costs sec = start(UsFees.SEC_SECTION_31);
    Costs taf = start(UsFees.FINRA_TAF);
    assertThat(fee(sec, Side.SELL, "30000000", "5", "2023-06-01")).hasToString("1200");
    assertThat(fee(taf, Side.SELL, "30000000", "5", "2023-06-01")).hasToString("7.27");
    assertThat(fee(sec, Side.SELL, "200000", "5", "2023-06-01")).hasToString("8");
    assertThat(fee(taf, Side.SELL, "200000", "5", "2023-06-01")).hasToString("7.27");
    assertThat(fee(start(UsFees.EQUITIES), Side.SELL, "200000", "5", "2023-06-01"))
        .hasToString("15.27");
  }

  /** Alpaca, "Regulatory fees": rounded up to the nearest penny. */
  @Test
  void roundsUpToTheCent() {
    Costs sec = start(UsFees.SEC_SECTION_31);
    Costs taf = start(UsFees.FINRA_TAF);
    assertThat(fee(sec, Side.SELL, "1", "10", "2024-06-03")).hasToString("0.01");
    assertThat(fee(sec, Side.SELL, "100", "36.01", "2024-06-03")).hasToString("0.11");
    assertThat(fee(taf, Side.SELL, "5", "100", "2024-06-03")).hasToString("0.01");
    assertThat(fee(taf, Side.SELL, "1000", "100", "2024-06-03")).hasToString("0.17");
  }

  /** The notices that announced each rate and its cap; a docplayer rule flow has 50,000 shares. */
  @Test
  void knowsFinrasRatesAndCaps() {
    Costs costs = start(UsFees.FINRA_TAF);
    assertThat(fee(costs, Side.SELL, "10000", "1", "2011-06-30")).hasToString("0.75");
    assertThat(fee(costs, Side.SELL, "10000", "1", "2011-07-01")).hasToString("0.9");
    assertThat(fee(costs, Side.SELL, "60000", "1", "2011-07-01")).hasToString("4.5");
    assertThat(fee(costs, Side.SELL, "10000", "1", "2012-03-01")).hasToString("0.95");
    assertThat(fee(costs, Side.SELL, "60000", "1", "2012-03-01")).hasToString("4.75");
    assertThat(fee(costs, Side.SELL, "50000", "1", "2015-01-02")).hasToString("5.95");
    assertThat(fee(costs, Side.SELL, "49999", "1", "2015-01-02")).hasToString("5.95");
    assertThat(fee(costs, Side.SELL, "10000", "1", "2023-01-03")).hasToString("1.45");
    assertThat(fee(costs, Side.SELL, "1000000", "1", "2024-01-02")).hasToString("8.3");
    assertThat(fee(costs, Side.SELL, "10000", "1", "2026-09-30")).hasToString("1.95");
    assertThat(fee(costs, Side.SELL, "1000000", "1", "2026-09-30")).hasToString("9.79");
    assertThat(fee(costs, Side.SELL, "10000", "1", "2026-10-01")).isEqualTo(Decimal.ZERO);
  }

  @Test
  void countsAnOptionsContractAsAHundredShares() {
    Symbol option = Symbol.of("O");
    Instrument contract =
        new Instrument(
            option,
            AssetClass.OPTION,
            Currency.USD,
            Decimal.parse("0.01"),
            Decimal.ONE,
            "",
            "",
            true);
    Universe universe = Universe.of(contract);
    Symbols symbols = Symbols.of(option);
    assertThat(optionFee(UsFees.CAT.start(symbols, universe), Side.BUY, 100, "2024-09-03"))
        .hasToString("0.35");
    assertThat(optionFee(UsFees.CAT.start(symbols, universe), Side.SELL, 100, "2024-10-01"))
        .hasToString("0.48");
    assertThat(optionFee(UsFees.ORF.start(symbols, universe), Side.BUY, 100, "2025-03-03"))
        .hasToString("2.82");
    Costs taf = UsFees.FINRA_TAF_OPTIONS.start(symbols, universe);
    assertThat(optionFee(taf, Side.SELL, 1000, "2024-06-03")).hasToString("2.79");
    assertThat(optionFee(taf, Side.BUY, 1000, "2024-06-03")).isEqualTo(Decimal.ZERO);
    assertThat(optionFee(UsFees.FINRA_TAF.start(symbols, universe), Side.SELL, 9, "1999-01-04"))
        .isEqualTo(Decimal.ZERO);
    assertThat(fee(start(UsFees.ORF), Side.BUY, "9", "1", "1999-01-04")).isEqualTo(Decimal.ZERO);
  }

  private static Decimal optionFee(Costs costs, Side side, int quantity, String date) {
    long time = EpochNanos.parse(date + "T15:00:00Z");
    return costs.fees(0, side, Decimal.of(quantity), Decimal.of(250), true, time);
  }

  @Test
  void saysWhatToSupplyForOtherDates() {
    Costs costs = start(UsFees.SEC_SECTION_31);
    assertThatThrownBy(() -> fee(costs, Side.SELL, "1", "1", "2008-03-31"))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessage(
            "no rate of the SEC's fee of Section 31 is known for 2008-03-31: rates are known from"
                + " 2008-04-01 to before 2026-10-01, the last is 0.0000206 of the value from"
                + " 2026-04-04 (SEC Release 34-104909, 2026-02-27). Supply the one charged since"
                + " 2008-03-31 by with(FeeSchedule.Rate.of(LocalDate.parse(\"2008-03-31\"),"
                + " \"<rate>\", \"<source>\"), LocalDate.parse(\"2026-10-01\")), or leave this fee"
                + " out");
    assertThatThrownBy(() -> fee(costs, Side.SELL, "1", "1", "2026-10-02"))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining(
            "Supply the one charged since 2026-10-01 by with(FeeSchedule.Rate.of("
                + "LocalDate.parse(\"2026-10-01\"), \"<rate>\", \"<source>\"), LocalDate.MAX),"
                + " assume the last one by until(LocalDate.MAX), or leave this fee out");
    assertThat(
            fee(
                start(UsFees.SEC_SECTION_31.until(LocalDate.MAX)),
                Side.SELL,
                "10000",
                "100",
                "2026-11-20"))
        .hasToString("20.6");
    LocalDate december = LocalDate.of(2026, 12, 1);
    FeeSchedule longer =
        UsFees.SEC_SECTION_31.with(Rate.of(december, "0.00003", "advisory"), LocalDate.MAX);
    assertThat(fee(start(longer), Side.SELL, "10000", "100", "2026-11-30")).hasToString("20.6");
    assertThat(fee(start(longer), Side.SELL, "10000", "100", "2026-12-01")).hasToString("30");
    assertThat(fee(start(longer), Side.SELL, "10000", "100", "2150-12-01")).hasToString("30");
  }

  @Test
  void changesAtMidnightInNewYork() {
    Costs costs = start(UsFees.SEC_SECTION_31);
    long last = EpochNanos.parse("2024-05-22T03:59:59.999999999Z");
    Decimal units = Decimal.of(10_000);
    Decimal price = Decimal.of(100);
    assertThat(costs.fees(0, Side.SELL, units, price, true, last)).hasToString("8");
    assertThat(costs.fees(0, Side.SELL, units, price, true, last + 1)).hasToString("27.8");
    assertThat(costs.fees(0, Side.SELL, units, price, true, last)).hasToString("8");
  }

  @Test
  void namesADocumentForEveryRate() {
    for (FeeSchedule schedule :
        List.of(
            UsFees.SEC_SECTION_31,
            UsFees.FINRA_TAF,
            UsFees.FINRA_TAF_OPTIONS,
            UsFees.CAT,
            UsFees.ORF)) {
      assertThat(schedule.rates()).allMatch(rate -> !rate.source().isBlank());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                UsFees.ORF.with(
                    Rate.of(LocalDate.of(2026, 1, 1), "1", "x"), LocalDate.of(2025, 1, 1)))
        .withMessageContaining("must be ascending");
  }
}
