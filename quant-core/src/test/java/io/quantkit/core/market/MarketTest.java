package io.quantkit.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.math.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "A B", "A\t", "Ä", "123456789012345678901234567890123"})
  void refusesWhatIsNoSymbol(String text) {
    assertThatThrownBy(() -> Symbol.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void symbolsKnowTheirPositions() {
    Symbols symbols = Symbols.of("B", "A", "^X");

    assertThat(symbols.indexOf(Symbol.of("A"))).isEqualTo(1);
    assertThat(symbols.indexOf(Symbol.of("C"))).isEqualTo(-1);
    assertThat(symbols).containsExactlyElementsOf(symbols.toList());
    assertThat(symbols).isEqualTo(Symbols.of("B", "A", "^X")).isNotEqualTo(Symbols.of("A", "B"));
    assertThatThrownBy(() -> symbols.require(Symbol.of("C")))
        .hasMessageContaining("C is not among");
    assertThatThrownBy(() -> Symbols.of("A", "A")).hasMessageContaining("distinct");
  }

  @ParameterizedTest
  @CsvSource({"usd", "US", "US$", "ABCDEFGHIJK"})
  void refusesWhatIsNoCurrency(String code) {
    assertThatThrownBy(() -> Currency.of(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 4 | 1   | 1   | 1   | 1   | 1 | knownAt must not be before start",
        "0 | 1 | 1   | 1   | 1   | NaN | 1 | close must be positive",
        "0 | 1 | 1   | 1   | 1   | 0   | 1 | close must be positive",
        "0 | 1 | -1  | 1   | 1   | 1   | 1 | open must be positive",
        "0 | 1 | 1   | Infinity | 1 | 1 | 1 | high must be positive and finite",
        "0 | 1 | 1   | 1   | 0   | 1   | 1 | low must be positive",
        "0 | 1 | 2   | 1   | 3   | 2   | 1 | low must not be above high",
        "0 | 1 | 3   | 2   | 1   | 2   | 1 | high must not be below",
        "0 | 1 | 1   | 3   | 2   | 2   | 1 | low must not be above open",
        "0 | 1 | 1   | 1   | 1   | 1   | -1 | volume must be at least 0"
      })
  void refusesWhatIsNoBar(
      long start, long known, double o, double h, double l, double c, double v, String why) {
    assertThatThrownBy(() -> new Bar(start, known, o, h, l, c, v))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aBarMayHaveNothingButAClose() {
    assertThat(Bar.ofClose(0, 1, 5).open()).isNaN();
  }

  @Test
  void anIndexCannotBeTraded() {
    Instrument index = Instrument.index("^GSPC");

    assertThat(index.tradeable()).isFalse();
    assertThatThrownBy(
            () ->
                new Instrument(
                    index.symbol(),
                    AssetClass.INDEX,
                    Currency.USD,
                    Decimal.ONE,
                    Decimal.ONE,
                    "",
                    "",
                    true))
        .hasMessageContaining("an index cannot be tradeable");
    assertThatThrownBy(() -> index.withTickSize(Decimal.ZERO)).hasMessageContaining("positive");
  }

  @Test
  void membershipIsAsOfATime() {
    Instrument a = Instrument.equity("A").withSector("Tech");
    Universe universe =
        Universe.builder().add(a, 10, 20).add(Instrument.equity("B")).add(a, 30, 40).build();

    assertThat(universe.membersAt(9)).isEqualTo(Symbols.of("B"));
    assertThat(universe.membersAt(10)).isEqualTo(Symbols.of("A", "B"));
    assertThat(universe.contains(a.symbol(), 20)).isFalse();
    assertThat(universe.tradeable(a.symbol(), 39)).isTrue();
    assertThat(universe.sector(a.symbol())).isEqualTo("Tech");
    assertThat(universe.tradeable(Symbol.of("C"))).isFalse();
    assertThatThrownBy(() -> universe.instrument(Symbol.of("C")))
        .hasMessageContaining("C is not in");
  }

  @Test
  void membershipsMustBeInOrderAndOfOneInstrument() {
    Instrument a = Instrument.equity("A");
    Universe.Builder builder = Universe.builder().add(a, 10, 20);

    assertThatThrownBy(() -> builder.add(a, 15, 30)).hasMessageContaining("not overlap");
    assertThatThrownBy(() -> builder.add(a, 30, 30)).hasMessageContaining("must not be empty");
    assertThatThrownBy(() -> builder.add(a.withSector("X"), 30, 40))
        .hasMessageContaining("was added before as");
  }

  @Test
  void tradesHavePricesAndSizes() {
    assertThatThrownBy(() -> Trade.of(0, 0, 1)).hasMessageContaining("price must be positive");
    assertThatThrownBy(() -> Trade.of(0, 1, Double.NaN)).hasMessageContaining("size must be");
    assertThat(List.of(Trade.of(1, 2, 3))).containsExactly(Trade.of(1, 2, 3));
  }
}
