package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarSourcesTest {
  private static final Symbol A = Symbol.of("A");
  private static final Timeframe DAY = Timeframe.DAY_1;
  private static final BarQuery ALL = BarQuery.all(A, DAY);

  private static BarSeries series(Symbol symbol, long... starts) {
    return closes(symbol, 10, starts);
  }

  private static BarSeries closes(Symbol symbol, double close, long... starts) {
    List<Bar> bars = new ArrayList<>();
    for (long start : starts) {
      bars.add(Bar.ofClose(start, start + 10, close));
    }
    return BarSeries.copyOf(symbol, DAY, bars);
  }

  @Test
  void answersFromMemory() {
    BarSource source = BarSources.of(List.of(series(A, 0, 10, 20)));

    assertThat(source.load(new BarQuery(A, DAY, 5, 20)).size()).isEqualTo(1);
    assertThat(source.load(new BarQuery(A, DAY, 90, 99)).isEmpty()).isTrue();
    assertThatThrownBy(() -> source.load(BarQuery.all(Symbol.of("B"), DAY)))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessage("memory has no 1d bars of B");
    assertThatThrownBy(() -> BarSources.of(List.of(series(A, 0), series(A, 1))))
        .hasMessageContaining("A 1d occurs twice");
    assertThatThrownBy(() -> new BarQuery(A, DAY, 1, 0)).hasMessageContaining("was 0 < 1");
  }

  @Test
  void answersFromFiles(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("A.csv"), "date,close\n2024-01-02,10\n2024-01-03,11\n");
    Files.writeString(directory.resolve("B.csv"), "date,close\n2024-01-02,-1\n");
    CsvSchema.Builder schema =
        CsvSchema.bars(DAY, TradingCalendar.xnys())
            .time("date", TimeFormat.ISO_DATE)
            .closeOnly("close")
            .noVolume();
    BarSource source =
        BarSources.csv(
            new CsvBarReader(schema.symbol(A).build()), s -> directory.resolve(s + ".csv"));

    assertThat(source.load(ALL).size()).isEqualTo(2);
    assertThatThrownBy(() -> source.load(BarQuery.all(A, Timeframe.HOUR_1)))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> source.load(BarQuery.all(Symbol.of("C"), DAY)))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("C.csv");
    assertThatThrownBy(() -> source.load(BarQuery.all(Symbol.of("B"), DAY)))
        .hasMessageContaining("B.csv");
  }

  @Test
  void theTrustedSourceHoldsAndOthersFillItsGaps() {
    List<Disagreement> told = new ArrayList<>();
    BarSource trusted = BarSources.of(List.of(series(A, 10, 20, 50)));
    BarSource other = BarSources.of(List.of(closes(A, 11, 0, 10, 20, 30, 45, 60)));

    BarSeries merged = BarSources.merged(List.of(trusted, other), 0.05, told::add).load(ALL);

    assertThat(IntStream.range(0, merged.size()).mapToLong(merged::start))
        .containsExactly(0L, 10L, 20L, 30L, 50L, 60L);
    assertThat(IntStream.range(0, merged.size()).mapToDouble(merged::close))
        .containsExactly(11.0, 10.0, 10.0, 11.0, 10.0, 11.0);
    assertThat(told).hasSize(2);
    assertThat(told.get(0))
        .isEqualTo(new Disagreement(A, Bar.ofClose(10, 20, 10), Bar.ofClose(10, 20, 11), 1));
  }

  @Test
  void aSourceThatDoesNotKnowTheInstrumentIsPassedOver() {
    BarSource nothing = BarSources.of(List.of());
    BarSource one = BarSources.of(List.of(series(A, 0)));

    assertThat(BarSources.merged(List.of(nothing, one), 0, d -> {}).load(ALL).size()).isEqualTo(1);
    assertThatThrownBy(() -> BarSources.merged(List.of(nothing, nothing), 0, d -> {}).load(ALL))
        .isInstanceOf(DataNotFoundException.class);
    assertThatThrownBy(() -> BarSources.merged(List.of(), 0, d -> {}))
        .hasMessageContaining("at least one");
  }

  @Test
  void theCacheDropsWhatWasUsedLeastRecently() {
    List<BarQuery> asked = new ArrayList<>();
    BarSource source =
        query -> {
          asked.add(query);
          return series(query.symbol(), 0);
        };
    long one = 128 + 7 * 8;
    CachedBarSource cache = new CachedBarSource(source, 2 * one);
    BarQuery b = BarQuery.all(Symbol.of("B"), DAY);
    BarQuery c = BarQuery.all(Symbol.of("C"), DAY);

    cache.load(ALL);
    cache.load(b);
    cache.load(ALL);
    cache.load(c);
    cache.load(ALL);
    cache.load(b);

    assertThat(asked).containsExactly(ALL, b, c, b);
    assertThat(cache.hits()).isEqualTo(2);
    assertThat(cache.misses()).isEqualTo(4);
    assertThat(cache.bytes()).isEqualTo(2 * one);
    cache.forget(b);
    assertThat(cache.bytes()).isEqualTo(one);
    cache.clear();
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void theCacheKeepsNoErrorsAndNothingLargerThanItself() {
    AtomicInteger asked = new AtomicInteger();
    CachedBarSource failing =
        new CachedBarSource(
            query -> {
              asked.incrementAndGet();
              throw new DataConnectionException("net", "down");
            },
            1000);
    CachedBarSource small = new CachedBarSource(query -> series(A, 0), 10);

    assertThatThrownBy(() -> failing.load(ALL)).hasMessage("down");
    assertThatThrownBy(() -> failing.load(ALL)).hasMessage("down");
    assertThat(asked).hasValue(2);
    small.load(ALL);
    assertThat(small.bytes()).isZero();
  }

  @Test
  void aQuestionThatIsBeingAskedIsNotAskedTwice() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CachedBarSource cache =
        new CachedBarSource(
            query -> {
              asked.incrementAndGet();
              begun.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return series(A, 0);
            },
            1000);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<BarSeries> first = executor.submit(() -> cache.load(ALL));
      begun.await();
      Future<BarSeries> second = executor.submit(() -> cache.load(ALL));
      while (cache.hits() == 0) {
        Thread.onSpinWait();
      }
      go.countDown();

      assertThat(first.get()).isSameAs(second.get());
      assertThat(asked).hasValue(1);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void whatWasForgottenWhileItWasLoadingIsNotKept() {
    List<CachedBarSource> self = new ArrayList<>();
    CachedBarSource cache =
        new CachedBarSource(
            query -> {
              self.get(0).forget(query);
              return series(A, 0);
            },
            1000);
    self.add(cache);

    cache.load(ALL);

    assertThat(cache.bytes()).isZero();
  }

  @Test
  void loadsManyInTheOrderOfTheirQueries() {
    List<Symbol> symbols = IntStream.range(0, 40).mapToObj(i -> Symbol.of("S" + i)).toList();
    List<BarQuery> queries = symbols.stream().map(s -> BarQuery.all(s, DAY)).toList();
    AtomicInteger told = new AtomicInteger();
    ProgressListener progress = (task, done, total) -> told.incrementAndGet();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<BarSeries> loaded =
          BarSources.loadAll(query -> series(query.symbol(), 0), queries, executor, progress);

      assertThat(loaded).extracting(BarSeries::symbol).isEqualTo(symbols);
      assertThat(told).hasValue(40);
      assertThatThrownBy(
              () ->
                  BarSources.loadAll(
                      query -> {
                        throw new DataNotFoundException("x", query.toString());
                      },
                      queries,
                      executor,
                      progress))
          .hasMessage("S0 1d from any time to any time");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void asksAgainAfterGrowingPauses() {
    List<Duration> pauses = new ArrayList<>();
    RetryPolicy retry = new RetryPolicy(4, Duration.ofMillis(500), Duration.ofMillis(1500));
    AtomicInteger asked = new AtomicInteger();
    RateLimit limit =
        new RateLimit(
            100, Duration.ofSeconds(1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), pauses::add);
    BarSource flaky =
        query -> {
          if (asked.incrementAndGet() < 4) {
            throw new DataConnectionException("net", "down " + asked);
          }
          return series(A, 0);
        };

    assertThat(BarSources.patient(flaky, retry, limit).load(ALL).size()).isEqualTo(1);
    assertThat(pauses)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(1500));

    asked.set(-1);
    assertThatThrownBy(() -> BarSources.patient(flaky, retry, limit).load(ALL))
        .isInstanceOf(DataConnectionException.class)
        .hasMessage("down 3");
    assertThat(RetryPolicy.STANDARD.pauseAfter(60)).isEqualTo(Duration.ofSeconds(30));
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("attempts must be at least 1");
  }

  @Test
  void neverExceedsTheAllowanceInAnyPeriod() {
    List<Duration> pauses = new ArrayList<>();
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    RateLimit limit = new RateLimit(3, Duration.ofSeconds(1), clock, pauses::add);

    for (int i = 0; i < 7; i++) {
      limit.acquire();
    }

    Duration one = Duration.ofSeconds(1);
    assertThat(pauses).containsExactly(one, one, one, one.multipliedBy(2));
  }
}
