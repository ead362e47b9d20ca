package io.quantkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementRuleTest {

  @ParameterizedTest
  @CsvSource({
    "2017-09-01, 2017-09-07, 3", // a Friday before Labor Day
    "2017-09-05, 2017-09-07, 2", // both cycles met on this day
    "2024-05-24, 2024-05-29, 2", // a Friday before Memorial Day
    "2024-05-28, 2024-05-29, 1",
    "2024-07-03, 2024-07-05, 1",
    "2024-12-31, 2025-01-02, 1"
  })
  void settlesUsSharesByTheCycleOfTheTradeDate(LocalDate trade, LocalDate settles, int days) {
    SettlementRule rule = SettlementRule.usEquities();

    assertThat(rule.days(trade)).isEqualTo(days);
    assertThat(rule.settles(trade)).isEqualTo(settles);
  }

  @Test
  void settlesOptionsTheNextSessionAndCryptoAtOnce() {
    LocalDate friday = LocalDate.of(2016, 7, 1);
    LocalDate saturday = LocalDate.of(2024, 6, 1);

    assertThat(SettlementRule.usOptions().settles(friday)).isEqualTo("2016-07-05");
    assertThat(SettlementRule.crypto().settles(saturday)).isEqualTo(saturday);
  }

  @Test
  void refusesTradesOutsideSessionsAndCycles() {
    SettlementRule late =
        new SettlementRule(
            TradingCalendar.xnys(), List.of(new SettlementRule.Cycle(LocalDate.of(2020, 1, 1), 2)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettlementRule.usEquities().settles(LocalDate.of(2024, 7, 4)))
        .withMessage("trade date must be a session of XNYS, was 2024-07-04");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> late.settles(LocalDate.of(2019, 12, 31)))
        .withMessage("trade date must be at least 2020-01-01, was 2019-12-31");
  }

  @Test
  void refusesCyclesThatAreNotOne() {
    SettlementRule rule = SettlementRule.usEquities();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.withChange(LocalDate.of(2024, 5, 28), 0))
        .withMessageContaining("ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettlementRule.of(TradingCalendar.xnys(), -1))
        .withMessage("days must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettlementRule(TradingCalendar.xnys(), List.of()));
  }
}
