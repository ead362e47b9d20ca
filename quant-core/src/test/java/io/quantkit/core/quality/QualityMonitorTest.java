package io.quantkit.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityMonitorTest {
  private final QualityMonitor monitor =
      new QualityMonitor(Symbol.of("X"), QualityRules.standard());

  private static Bar bar(int minute, double close, double volume) {
    return new Bar(
        minute * 60_000_000_000L,
        (minute + 1) * 60_000_000_000L,
        close,
        close * 1.001,
        close * 0.999,
        close,
        volume);
  }

  private List<Finding> feed(Bar bar) {
    return monitor.bar(bar, bar.knownAt());
  }

  private void warmUp() {
    for (int i = 0; i < 100; i++) {
      assertThat(feed(bar(i, 100 + 0.1 * (i % 3), 10))).isEmpty();
    }
  }

  @Test
  void aJumpIsNamedAtOnce() {
    warmUp();

    assertThat(feed(bar(100, 110, 10))).extracting(Finding::rule).containsExactly(QualityRule.JUMP);
  }

  @Test
  void whatComesLaterDoesNotChangeWhatWasSaid() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      bars.add(bar(i, i % 50 == 49 ? 110 : 100 + 0.1 * (i % 3), 10));
    }
    List<List<Finding>> all = new ArrayList<>();
    bars.forEach(bar -> all.add(feed(bar)));
    QualityMonitor second = new QualityMonitor(Symbol.of("X"), QualityRules.standard());
    List<List<Finding>> some = new ArrayList<>();
    bars.subList(0, 120).forEach(bar -> some.add(second.bar(bar, bar.knownAt())));

    assertThat(some).isEqualTo(all.subList(0, 120));
  }

  @Test
  void barsThatComeAgainOrTooLateAreNamed() {
    warmUp();

    assertThat(feed(bar(99, 100, 10)))
        .extracting(Finding::rule)
        .containsExactly(QualityRule.DUPLICATE_BAR);
    assertThat(feed(bar(50, 100, 10)))
        .extracting(Finding::rule)
        .containsExactly(QualityRule.TIME_ORDER);
  }

  @Test
  void aStaleFeedIsNamedOnce() {
    warmUp();

    int named = 0;
    for (int i = 100; i < 120; i++) {
      named += feed(bar(i, 100, 10)).size();
    }
    assertThat(named).isEqualTo(1);
  }

  @Test
  void crossedAndWideQuotesAreNamed() {
    for (int i = 0; i < 100; i++) {
      assertThat(monitor.quote(new Quote(i, i, 10, 1, 10.01, 1))).isEmpty();
    }

    assertThat(monitor.quote(new Quote(100, 100, 10.02, 1, 10.01, 1)))
        .extracting(Finding::rule)
        .containsExactly(QualityRule.CROSSED_QUOTE);
    assertThat(monitor.quote(new Quote(101, 101, 9, 1, 11, 1)))
        .extracting(Finding::rule)
        .containsExactly(QualityRule.WIDE_SPREAD);
    assertThat(monitor.quote(new Quote(50, 101, 10, 1, 10.01, 0)))
        .extracting(Finding::rule)
        .containsExactly(QualityRule.TIME_ORDER, QualityRule.ZERO_SIZE);
  }
}
