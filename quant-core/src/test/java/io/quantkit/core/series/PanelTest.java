package io.quantkit.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final Symbol A = Symbol.of("A");
  private static final Symbol B = Symbol.of("B");

  private static BarSeries closes(Symbol symbol, long... startAndClose) {
    BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.DAY_1);
    for (int i = 0; i < startAndClose.length; i += 2) {
      builder.add(
          Bar.ofClose(startAndClose[i] * 10, startAndClose[i] * 10 + 8, startAndClose[i + 1]));
    }
    return builder.build();
  }

  @Test
  void alignsListingsDelistingsAndHolidays() {
    Panel panel = Panel.align(List.of(closes(A, 1, 11, 2, 12, 4, 14), closes(B, 2, 22, 3, 23)));

    assertThat(panel.rows()).isEqualTo(4);
    assertThat(panel.trading(0, 1)).isFalse();
    assertThat(panel.trading(2, 0)).isFalse();
    assertThat(panel.trading(3, 1)).isFalse();
    assertThat(panel.close(1, 0)).isEqualTo(12);
    assertThat(panel.close(2, 1)).isEqualTo(23);
    assertThat(panel.close(0, 1)).isNaN();
    assertThat(panel.start(3)).isEqualTo(40);
    assertThat(panel.lastKnownAt(27)).isEqualTo(0);
    assertThat(panel.lastKnownAt(28)).isEqualTo(1);
    assertThat(panel.lastKnownAt(0)).isEqualTo(-1);
  }

  @Test
  void copiesNeighboursOfARow() {
    Symbol c = Symbol.of("C");
    Panel panel =
        Panel.align(List.of(closes(A, 1, 11, 2, 12), closes(B, 2, 22), closes(c, 1, 31, 2, 32)));
    double[] out = {-1, -1, -1};

    panel.copyRow(BarField.CLOSE, 1, 1, 3, out);
    assertThat(out).containsExactly(22, 32, -1);
    panel.slice(1, 2).copyRow(BarField.CLOSE, 0, 0, 1, out);
    assertThat(out[0]).isEqualTo(12);
    panel.copyRow(BarField.CLOSE, 0, 0, 3, out);
    assertThat(out).containsExactly(11, Double.NaN, 31);
    panel.copyRow(BarField.VWAP, 1, 0, 2, out);
    assertThat(out).containsExactly(Double.NaN, Double.NaN, 31);
    assertThatThrownBy(() -> panel.copyRow(BarField.CLOSE, 2, 0, 3, out))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> panel.copyRow(BarField.CLOSE, 0, 0, 4, out))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aRowIsKnownWhenItsLastBarIs() {
    BarSeries late = BarSeries.builder(B, Timeframe.DAY_1).add(Bar.ofClose(10, 19, 1)).build();

    Panel panel = Panel.align(List.of(closes(A, 1, 11), late));

    assertThat(panel.knownAt(0)).isEqualTo(19);
    assertThat(panel.row(0).knownAt()).isEqualTo(19);
  }

  @Test
  void refusesWhatCannotBeAligned() {
    BarSeries monthly = BarSeries.builder(B, Timeframe.MONTH_1).build();
    BarSeries shifted = BarSeries.builder(B, Timeframe.DAY_1).add(Bar.ofClose(15, 23, 1)).build();

    assertThatThrownBy(() -> Panel.align(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Panel.align(List.of(closes(A, 1, 1), monthly)))
        .hasMessageContaining("one timeframe");
    assertThatThrownBy(() -> Panel.align(List.of(closes(A, 1, 1), closes(A, 1, 1))))
        .hasMessageContaining("distinct");
    assertThatThrownBy(() -> Panel.align(List.of(closes(A, 1, 1), shifted)))
        .hasMessageContaining("must not overlap");
  }

  @Test
  void seriesRefuseBarsOutOfOrder() {
    BarSeries.Builder builder = BarSeries.builder(A, Timeframe.DAY_1).add(Bar.ofClose(10, 18, 1));

    assertThatThrownBy(() -> builder.add(Bar.ofClose(17, 20, 1)))
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("A bar 1")
        .hasMessageContaining("must not be before the previous bar is known");
    assertThatThrownBy(() -> builder.add(20, 28, 1, 2, 3, 1, 1))
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("low must not be above high");
  }

  @Test
  void slicesShareRowsAndKnowWhatIsKnown() {
    BarSeries series = closes(A, 1, 11, 2, 12, 4, 14, 7, 17);

    BarSeries middle = series.slice(1, 4).slice(0, 2);

    assertThat(middle.size()).isEqualTo(2);
    assertThat(middle.bar(1)).isEqualTo(series.bar(2));
    assertThat(middle.toArray(BarField.CLOSE)).containsExactly(12, 14);
    assertThat(series.between(20, 70).size()).isEqualTo(2);
    assertThat(series.knownBy(47).size()).isEqualTo(2);
    assertThat(series.knownBy(48).size()).isEqualTo(3);
    assertThat(middle.lastKnownAt(Long.MAX_VALUE)).isEqualTo(1);
    assertThatThrownBy(() -> series.slice(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> middle.close(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void slicesOfBarsMustStartTogether() {
    Symbols symbols = Symbols.of(A, B);

    BarSlice slice = BarSlice.of(symbols, Map.of(B, new Bar(10, 18, 1, 3, 1, 2, 7)));

    assertThat(slice.has(0)).isFalse();
    assertThat(slice.bar(B)).contains(new Bar(10, 18, 1, 3, 1, 2, 7));
    assertThat(slice.bar(A)).isEmpty();
    assertThatThrownBy(
            () ->
                BarSlice.of(symbols, Map.of(A, Bar.ofClose(10, 18, 1), B, Bar.ofClose(11, 18, 1))))
        .hasMessageContaining("must start together");
    assertThatThrownBy(() -> BarSlice.of(symbols, Map.of())).hasMessageContaining("at least one");
  }

  @Property(tries = 300)
  void everySeriesComesBackFromItsPanel(@ForAll long seed) {
    List<BarSeries> all = random(seed);

    Panel panel = Panel.align(all);

    for (BarSeries series : all) {
      BarSeries back = panel.series(series.symbol());
      assertThat(back.size()).isEqualTo(series.size());
      for (int i = 0; i < series.size(); i++) {
        assertThat(back.start(i)).isEqualTo(series.start(i));
        assertThat(back.close(i)).isEqualTo(series.close(i));
        assertThat(back.volume(i)).isEqualTo(Double.valueOf(series.volume(i)));
      }
    }
  }

  @Property(tries = 300)
  void slicesOfAPanelAreItsRows(@ForAll long seed) {
    Panel panel = Panel.align(random(seed));
    SplittableRandom random = new SplittableRandom(seed);
    int from = random.nextInt(panel.rows() + 1);
    int to = from + random.nextInt(panel.rows() - from + 1);

    Panel part = panel.slice(from, to);

    double[] column = new double[part.rows()];
    part.copyInto(BarField.CLOSE, 1, column);
    for (int t = 0; t < part.rows(); t++) {
      assertThat(part.knownAt(t)).isEqualTo(panel.knownAt(from + t));
      for (int s = 0; s < panel.symbols().size(); s++) {
        assertThat(part.close(t, s)).isEqualTo(Double.valueOf(panel.close(from + t, s)));
        assertThat(part.row(t).volume(s)).isEqualTo(Double.valueOf(panel.volume(from + t, s)));
      }
      assertThat(column[t]).isEqualTo(Double.valueOf(panel.close(from + t, 1)));
    }
  }

  @Property(tries = 300)
  void seriesOfNeighboursAreThoseOfEachAlone(@ForAll long seed) {
    Panel whole = Panel.align(random(seed));
    int from = new SplittableRandom(seed).nextInt(whole.rows());
    Panel panel = whole.slice(from, whole.rows());

    List<BarSeries> together = panel.series(1, 3);

    assertThat(together).hasSize(2);
    for (int k = 0; k < 2; k++) {
      List<Bar> bars = new ArrayList<>();
      for (int t = 0; t < panel.rows(); t++) {
        panel.row(t).bar(panel.symbols().get(1 + k)).ifPresent(bars::add);
      }
      assertThat(together.get(k).symbol()).isEqualTo(panel.symbols().get(1 + k));
      assertThat(bars(together.get(k))).isEqualTo(bars);
      assertThat(bars(panel.series(panel.symbols().get(1 + k)))).isEqualTo(bars);
    }
    assertThat(panel.series(2, 2)).isEmpty();
    assertThatThrownBy(() -> panel.series(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static List<Bar> bars(BarSeries series) {
    List<Bar> bars = new ArrayList<>();
    for (int t = 0; t < series.size(); t++) {
      bars.add(series.bar(t));
    }
    return bars;
  }

  private static List<BarSeries> random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BarSeries> all = new ArrayList<>();
    for (String name : List.of("A", "B", "C")) {
      BarSeries.Builder builder = BarSeries.builder(Symbol.of(name), Timeframe.DAY_1);
      boolean whole = random.nextInt(3) == 0;
      for (int day = 0; day < 150; day++) {
        if (whole || random.nextInt(3) > 0) {
          double open = 1 + random.nextInt(100);
          double close = 1 + random.nextInt(100);
          builder.add(
              day * 10L,
              day * 10L + 9,
              open,
              Math.max(open, close),
              Math.min(open, close),
              close,
              random.nextInt(1000));
        }
      }
      builder.add(Bar.ofClose(2000, 2009, 1));
      all.add(builder.build());
    }
    return all;
  }

  @Test
  void returnsSpanGaps() {
    Panel panel = Panel.align(List.of(closes(A, 1, 10, 2, 11, 4, 22), closes(B, 1, 1, 2, 2, 3, 3)));

    Returns returns = Returns.of(panel);

    assertThat(returns.rows()).isEqualTo(3);
    assertThat(returns.column(0)).containsExactly(11.0 / 10 - 1, Double.NaN, 22.0 / 11 - 1);
    assertThat(returns.column(1)[2]).isNaN();
    assertThat(returns.time(0)).isEqualTo(28);
    assertThat(returns.select(Symbols.of(B)).value(0, 0)).isEqualTo(1);
  }

  @Test
  void averagePricesAndCountsTakeMemoryOnlyWhereTheyAreTold() {
    BarSeries plain =
        BarSeries.copyOf(Symbol.of("P"), Timeframe.DAY_1, List.of(new Bar(0, 1, 1, 1, 1, 1, 1)));
    BarSeries told =
        BarSeries.builder(Symbol.of("T"), Timeframe.DAY_1)
            .add(0, 1, 1, 1, 1, 1, 1)
            .add(1, 2, 2, 2, 2, 2, 1, 2.5, 7)
            .build();

    assertThat(plain.tells(BarField.VWAP)).isFalse();
    assertThat(plain.vwap(0)).isNaN();
    assertThat(plain.toArray(BarField.TRADES)).containsExactly(Double.NaN);
    assertThat(told.toArray(BarField.VWAP)).containsExactly(Double.NaN, 2.5);
    assertThat(told.bar(1)).isEqualTo(new Bar(1, 2, 2, 2, 2, 2, 1, 2.5, 7));

    Panel panel = Panel.align(List.of(plain, told));
    assertThat(panel.vwap(1, 1)).isEqualTo(2.5);
    assertThat(panel.trades(0, 0)).isNaN();
    assertThat(panel.series(Symbol.of("T")).bar(1)).isEqualTo(told.bar(1));
    assertThat(panel.row(1).bar(Symbol.of("T"))).contains(told.bar(1));
    assertThat(Panel.align(List.of(plain)).tells(BarField.TRADES)).isFalse();
  }

  @Test
  void aBuilderGoesOnAfterItsRoomIsUsedUp() {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1).reserve(2);
    for (int i = 0; i < 200; i++) {
      builder.add(i, i + 1, 1, 1, 1, 1, 1, i == 150 ? 1 : Double.NaN, Double.NaN);
    }

    BarSeries series = builder.build();

    assertThat(series.size()).isEqualTo(200);
    assertThat(series.vwap(149)).isNaN();
    assertThat(series.vwap(150)).isEqualTo(1);
    assertThat(series.tells(BarField.TRADES)).isFalse();
  }
}
