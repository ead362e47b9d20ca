package io.quantkit.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Fundamental;
import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Symbol A = Symbol.of("A");

  private static Fundamental income(long period, long filed, double value) {
    return new Fundamental(A, "net_income", period, filed, value, "USD");
  }

  private final Timeline<Fundamental> line =
      Timeline.of(
          List.of(
              income(200, 250, 20),
              income(100, 150, 10),
              income(100, 260, 11),
              income(90, 300, 9)));

  @Test
  void answersWithWhatWasKnown() {
    assertThat(line.asOf(149)).isEmpty();
    assertThat(line.asOf(150)).contains(income(100, 150, 10));
    assertThat(line.asOf(249)).contains(income(100, 150, 10));
    assertThat(line.asOf(Long.MAX_VALUE)).contains(income(200, 250, 20));
  }

  @Test
  void aRestatementIsSeenOnlyOnceItIsKnown() {
    assertThat(line.asOf(259, 100)).contains(income(100, 150, 10));
    assertThat(line.asOf(260, 100)).contains(income(100, 260, 11));
    assertThat(line.historyAsOf(255)).containsExactly(income(100, 150, 10), income(200, 250, 20));
    assertThat(line.historyAsOf(300))
        .containsExactly(income(90, 300, 9), income(100, 260, 11), income(200, 250, 20));
  }

  @Test
  void groupsBySubject() {
    Fundamental sales = new Fundamental(A, "sales", 100, 150, 1, "USD");

    Map<String, Timeline<Fundamental>> lines =
        Timeline.by(List.of(sales, income(100, 150, 10)), Fundamental::item);

    assertThat(lines.keySet()).containsExactly("sales", "net_income");
    assertThat(lines.get("sales").records()).containsExactly(sales);
  }

  @Property
  void laterKnowledgeChangesNoEarlierAnswer(
      @ForAll List<@IntRange(min = 0, max = 20) Integer> periods,
      @ForAll List<@IntRange(min = 0, max = 20) Integer> delays,
      @ForAll @IntRange(min = 0, max = 40) int asOf) {
    List<Fundamental> all = new ArrayList<>();
    for (int i = 0; i < Math.min(periods.size(), delays.size()); i++) {
      all.add(income(periods.get(i), periods.get(i) + delays.get(i), i));
    }
    List<Fundamental> known = all.stream().filter(one -> one.knownAt() <= asOf).toList();

    Timeline<Fundamental> everything = Timeline.of(all);
    Timeline<Fundamental> then = Timeline.of(known);

    assertThat(everything.knownBy(asOf)).isEqualTo(then.records());
    assertThat(everything.historyAsOf(asOf)).isEqualTo(then.historyAsOf(Long.MAX_VALUE));
    List<Fundamental> history = then.historyAsOf(asOf);
    assertThat(everything.asOf(asOf))
        .isEqualTo(
            history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1)));
  }
}
