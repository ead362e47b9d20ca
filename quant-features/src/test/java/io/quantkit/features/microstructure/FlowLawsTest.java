package io.quantkit.features.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.flow.OrderFlow;
import io.quantkit.core.synthetic.flow.Tape;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.features.FeatureName;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.catalogue.FlowEntry;
import io.quantkit.features.catalogue.OutputEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every feature over trades, quotes and books to the laws. */
class FlowLawsTest {
  private static final long SECOND = 1_000_000_000L;

  static List<OrderFlowFeature> features() {
    return FeatureCatalogue.flowFeatures();
  }

  static List<FlowEntry> entries() {
    return FeatureCatalogue.flowEntries();
  }

  /** A market with books and quotes that vanish, late reports and unknown aggressors. */
  static FlowTape hostile(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Tape tape = new Tape();
    long open = EpochNanos.parse("2024-03-04T14:30:00Z");
    OrderFlow.builder(20.00, 0.01)
        .limitRates(1.2, 0.8, 0.5)
        .cancelRates(0.9)
        .marketRate(1.1)
        .meanLots(3)
        .snapshotEvery(SECOND)
        .build()
        .run(open, open + 240 * SECOND, seed, tape);
    List<MarketRecord> records = new ArrayList<>(tape.quotes());
    records.addAll(tape.books());
    for (Trade trade : tape.trades()) {
      long late = random.nextInt(4) == 0 ? random.nextInt(3) * SECOND : 0;
      Aggressor told = random.nextInt(3) == 0 ? Aggressor.UNKNOWN : trade.aggressor();
      records.add(
          new Trade(trade.eventTime(), trade.knownAt() + late, trade.price(), trade.size(), told));
    }
    for (int i = 0; i < 20; i++) {
      long time = open + random.nextInt(240) * SECOND;
      double none = Double.NaN;
      records.add(
          random.nextBoolean()
              ? new Quote(time, time, none, 0, none, 0)
              : new Quote(time, time, 20, 100, none, 0));
    }
    return FlowTape.of(records);
  }

  private static void same(
      OrderFlowFeature feature, int output, int at, double value, double expected) {
    if (Double.doubleToLongBits(value) != Double.doubleToLongBits(expected)) {
      fail("%s at %d is %s, not %s", feature.outputs().get(output), at, value, expected);
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void nothingAfterATimeChangesWhatWasKnownThen(OrderFlowFeature feature) {
    SplittableRandom random = new SplittableRandom(5);
    FlowTape tape = hostile(1);
    double[][] truth = feature.over(tape);
    for (int i = 0; i < 6; i++) {
      int cut = random.nextInt(tape.size());
      List<MarketRecord> changed = new ArrayList<>();
      for (int e = 0; e <= cut; e++) {
        changed.add(tape.record(e));
      }
      for (int e = cut + 1; e < tape.size(); e++) {
        long known = tape.knownAt(e);
        changed.add(
            random.nextBoolean()
                ? new Trade(known, known, 0.01 + 500 * random.nextDouble(), 1e5, Aggressor.BUYER)
                : new Quote(known, known, 3, 1e6, 900, 1e6));
      }
      double[][] other = feature.over(FlowTape.of(changed));
      for (int o = 0; o < truth.length; o++) {
        for (int e = 0; e <= cut; e++) {
          same(feature, o, e, other[o][e], truth[o][e]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void copiesGoOnIdenticallyWhateverTheirOriginalsSee(OrderFlowFeature feature) {
    FlowTape tape = hostile(2);
    double[][] batch = feature.over(tape);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 6; i++) {
      int cut = random.nextInt(tape.size());
      OrderFlowKernel original = feature.start();
      for (int e = 0; e <= cut; e++) {
        tape.feed(e, original);
      }
      OrderFlowKernel copy = original.copy();
      for (int e = cut + 1; e < tape.size(); e++) {
        long known = tape.knownAt(e);
        original.trade(known, known, 1 + random.nextDouble(), 5e4, Aggressor.SELLER);
        original.quote(known, known, 1, 5 + random.nextInt(9), 2, 5);
        tape.feed(e, copy);
        for (int o = 0; o < batch.length; o++) {
          same(feature, o, e, copy.value(o), batch[o][e]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void askingForTheTimeChangesNoLaterNumber(OrderFlowFeature feature) {
    FlowTape tape = hostile(3);
    double[][] batch = feature.over(tape);
    SplittableRandom random = new SplittableRandom(9);
    OrderFlowKernel kernel = feature.start();
    for (int e = 0; e < tape.size(); e++) {
      tape.feed(e, kernel);
      for (int o = 0; o < batch.length; o++) {
        same(feature, o, e, kernel.value(o), batch[o][e]);
      }
      long next = e + 1 < tape.size() ? tape.knownAt(e + 1) : tape.knownAt(e) + SECOND;
      long gap = next - tape.knownAt(e);
      kernel.advance(tape.knownAt(e) + random.nextLong(gap + 1));
      kernel.advance(next);
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void samplesAreWhatWasKnownByThen(OrderFlowFeature feature) {
    FlowTape tape = hostile(4);
    long first = tape.knownAt(0);
    long[] times = new long[30];
    for (int t = 0; t < times.length; t++) {
      times[t] = first + t * 7 * SECOND - SECOND;
    }
    double[][] sampled = feature.at(tape, times);
    for (int t = 0; t < times.length; t++) {
      int known = 0;
      while (known < tape.size() && tape.knownAt(known) <= times[t]) {
        known++;
      }
      double[][] alone = feature.at(tape.slice(0, known), new long[] {times[t]});
      for (int o = 0; o < sampled.length; o++) {
        same(feature, o, t, sampled[o][t], alone[o][0]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void outputsStayInTheirRangeAndAreNumbersAtLast(FlowEntry entry) {
    double[][] out = entry.feature().over(hostile(6));
    for (int o = 0; o < out.length; o++) {
      OutputEntry told = entry.outputs().get(o);
      boolean any = false;
      for (double value : out[o]) {
        double slack = 1e-9 * Math.abs(value);
        any |= !Double.isNaN(value);
        assertThat(
                Double.isNaN(value)
                    || (value >= told.low() - slack && value <= told.high() + slack))
            .as("%s is %s", entry.feature().outputs().get(o), value)
            .isTrue();
      }
      boolean slow =
          entry.feature() instanceof InformedTradingProbability
              || entry.feature() instanceof AdjustedInformedTrading
              || entry.feature() instanceof MicroPrice
              || (entry.feature() instanceof SpreadDecomposition s && s.horizon().toMinutes() >= 5)
              || (entry.feature() instanceof Vpin && o < 3);
      assertThat(any || slow).as("%s", entry.feature().outputs().get(o)).isTrue();
    }
  }

  @Test
  void namesAreDistinct() {
    List<String> names = new ArrayList<>();
    for (OrderFlowFeature feature : features()) {
      assertThat(feature.warmup()).isNotBlank();
      for (FeatureName name : feature.outputs()) {
        assertThat(FeatureName.parse(name.toString())).isEqualTo(name);
        names.add(name.toString());
      }
    }
    assertThat(names).doesNotHaveDuplicates().contains("micro_ofi_10s_raw");
    FeatureCatalogue.features()
        .forEach(f -> f.outputs().forEach(name -> assertThat(names).doesNotContain("" + name)));
  }

  @Test
  void theCatalogueListsEveryFlowRecipeOfTheModule() throws Exception {
    Set<String> listed = new HashSet<>();
    features().forEach(feature -> listed.add(feature.getClass().getName()));
    Set<String> found = new TreeSet<>();
    Path root =
        Path.of(OrderFlowFeature.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root.resolve("io/quantkit/features"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        if (!name.endsWith("package-info.class")) {
          Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
          if (type.isRecord() && OrderFlowFeature.class.isAssignableFrom(type)) {
            found.add(type.getName());
          }
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(15);
    assertThat(listed).containsAll(found);
  }

  @Test
  void aTapeTakesTradesBeforeQuotesOfOneInstantAndRefusesOtherRecords() {
    Trade trade = Trade.of(5, 10, 1);
    Quote quote = new Quote(5, 5, 9, 1, 11, 1);
    FlowTape tape = FlowTape.of(List.of(trade), List.of(), List.of(quote));
    assertThat(tape.record(0)).isEqualTo(trade);
    assertThat(tape.record(1)).isEqualTo(quote);
    assertThat(tape).hasToString("FlowTape of 2 events");
    NewsItem news = new NewsItem(1, 1, "a", "b", "c", "d", List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlowTape.of(List.of(news)))
        .withMessage("records must be trades, quotes or books, was NewsItem");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueueImbalance(1).at(tape, new long[] {2, 1}))
        .withMessage("times must not fall, were 1 after 2");
  }
}
