package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Marking a whole slice says the same as marking one symbol after the other, to the last digit. */
class LedgerMarkLawTest {
  private static final List<Instrument> INSTRUMENTS =
      List.of(
          Instrument.equity("A"),
          Instrument.equity("B").withTickSize(Decimal.parse("0.05")),
          Instrument.equity("C").withTickSize(Decimal.parse("0.25")),
          Instrument.equity("D").withTickSize(Decimal.parse("0.0001")),
          Instrument.equity("E").withTickSize(Decimal.ONE),
          Instrument.crypto("F").withTickSize(Decimal.parse("0.00000001")),
          Instrument.equity("G"));
  private static final Universe UNIVERSE = Universe.of(INSTRUMENTS);

  @Property(tries = 200)
  void aSliceMarksLikeItsSymbols(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int scale = random.nextInt(10);
    Ledger bySlice = Ledger.builder(Currency.USD).moneyScale(scale).build();
    Ledger bySymbol = Ledger.builder(Currency.USD).moneyScale(scale).build();
    List<Symbols> heads = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      heads.add(head(random));
    }
    for (int i = 0; i < 200; i++) {
      if (random.nextInt(3) == 0) {
        Fill fill = fill(random, i, bySlice);
        bySlice.apply(fill);
        bySymbol.apply(fill);
      }
      BarSlice slice = slice(heads.get(random.nextInt(heads.size())), random, i);
      bySlice.mark(slice, UNIVERSE);
      for (Position position : bySymbol.positions()) {
        int s = slice.symbols().indexOf(position.symbol());
        if (s >= 0 && slice.has(s)) {
          Decimal tick = UNIVERSE.instrument(position.symbol()).tickSize();
          Decimal rounded = Decimal.of(slice.close(s), tick.scale(), RoundingMode.HALF_EVEN);
          bySymbol.mark(position.symbol(), rounded.roundToMultiple(tick, RoundingMode.HALF_EVEN));
        }
      }
      assertThat(bySlice.positions()).isEqualTo(bySymbol.positions());
      assertThat(bySlice.equity()).isEqualTo(bySymbol.equity());
      assertThat(bySlice.equityAsDouble()).isEqualTo(bySymbol.equity().doubleValue());
      assertThat(bySlice.cashAsDouble()).isEqualTo(bySymbol.cash().doubleValue());
      assertSides(bySlice);
    }
  }

  private static void assertSides(Ledger ledger) {
    Exposure sum = Exposure.NONE;
    for (Position position : ledger.positions()) {
      sum = sum.with(position.marketValue());
    }
    assertThat(ledger.exposure()).isEqualTo(sum);
    assertThat(ledger.longValueAsDouble()).isEqualTo(sum.longValue().doubleValue());
    assertThat(ledger.shortValueAsDouble()).isEqualTo(sum.shortValue().doubleValue());
    assertThat(ledger.openPositions()).isEqualTo(ledger.positions().size());
    assertThat(ledger.marketValue()).isEqualTo(sum.net());
  }

  private static Symbols head(SplittableRandom random) {
    List<Symbol> symbols = new ArrayList<>();
    for (Instrument instrument : INSTRUMENTS) {
      if (random.nextInt(4) > 0) {
        symbols.add(instrument.symbol());
      }
    }
    symbols.add(Symbol.of("X"));
    Collections.rotate(symbols, random.nextInt(symbols.size()));
    return Symbols.copyOf(symbols);
  }

  private static Fill fill(SplittableRandom random, int i, Ledger ledger) {
    Symbol symbol = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())).symbol();
    Decimal held = ledger.position(symbol).quantity();
    boolean close = !held.isZero() && random.nextInt(3) == 0;
    Side side = Side.values()[random.nextInt(2)];
    return new Fill(
        ClientOrderId.of("o"),
        "e" + i,
        symbol,
        close ? (held.isPositive() ? Side.SELL : Side.BUY) : side,
        close ? held.abs() : Decimal.ofScaled(random.nextLong(1, 1_000), random.nextInt(6)),
        Decimal.ofScaled(random.nextLong(1, 10_000), random.nextInt(5)),
        Decimal.ZERO,
        i);
  }

  private static BarSlice slice(Symbols symbols, SplittableRandom random, int start) {
    Map<Symbol, Bar> bars = new LinkedHashMap<>();
    for (Symbol symbol : symbols) {
      if (random.nextInt(5) > 0) {
        double close = close(random);
        bars.put(symbol, new Bar(start, start + 1, close, close, close, close, 1, 1, 1));
      }
    }
    double one = close(random);
    bars.put(Symbol.of("X"), new Bar(start, start + 1, one, one, one, one, 1, 1, 1));
    return BarSlice.of(symbols, bars);
  }

  /** Returns prices on ticks, between them, in the middle of two, and a bit beside it. */
  private static double close(SplittableRandom random) {
    double price =
        switch (random.nextInt(5)) {
          case 0 -> random.nextLong(1, 10_000_000) / 100.0;
          case 1 -> random.nextLong(1, 10_000_000) / 1000.0;
          case 2 -> random.nextLong(1, 2_000) + 0.005 * random.nextInt(200);
          case 3 -> random.nextDouble() * 1000 + 1e-9;
          default -> random.nextLong(1, 10_000) * 0.125;
        };
    int nudge = random.nextInt(3);
    return nudge == 0 ? Math.nextUp(price) : nudge == 1 ? Math.nextDown(price) : price;
  }

  @Test
  void refusesASymbolOfUnknownTick() {
    Ledger ledger = Ledger.open(Currency.USD);
    ledger.apply(
        new Fill(
            ClientOrderId.of("o"),
            "e",
            Symbol.of("A"),
            Side.BUY,
            Decimal.ONE,
            Decimal.ONE,
            Decimal.ZERO,
            0));
    BarSlice slice =
        BarSlice.of(Symbols.of("A"), Map.of(Symbol.of("A"), new Bar(0, 1, 2, 2, 2, 2, 1, 1, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.mark(slice, Universe.of(Instrument.equity("Q"))));
    assertThat(ledger.equity()).isEqualTo(Decimal.ZERO);
  }

  /** What has many digits on one day needs few on another: amounts are counted anew. */
  @Test
  void holdsWhatFitsEighteenDigitsWhateverCameBefore() {
    Ledger ledger = Ledger.open(Currency.USD);
    ledger.deposit(0, Decimal.parse("0.123456789"));
    ledger.withdraw(0, Decimal.parse("0.123456789"));
    ledger.deposit(0, Decimal.parse("5000000000000000"));
    ledger.apply(
        new Fill(
            ClientOrderId.of("o"),
            "e",
            Symbol.of("A"),
            Side.BUY,
            Decimal.parse("0.5"),
            Decimal.parse("3.02"),
            Decimal.ZERO,
            0));
    assertThat(ledger.cash()).isEqualTo(Decimal.parse("4999999999999998.49"));
    ledger.mark(Symbol.of("A"), Decimal.parse("3.04"));
    assertThat(ledger.equity()).isEqualTo(Decimal.parse("5000000000000000.01"));
    assertThat(ledger.trialBalance().balanced()).isTrue();
  }
}
