package io.quantkit.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What holds of every rule, on trades that come out of order, late, at night and at one instant.
 */
class AggregationLawsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final TradingCalendar XNYS = TradingCalendar.xnys();

  private static final List<BarRule> TIME_RULES =
      List.of(
          BarRule.time(Timeframe.MINUTE_15, TradingCalendar.alwaysOpen()),
          BarRule.time(Timeframe.MINUTE_5, XNYS).withFlatBars(),
          BarRule.time(Timeframe.HOUR_1, XNYS).extendedHours(ExtendedHours.OWN_BARS),
          BarRule.time(Timeframe.HOUR_1, XNYS)
              .extendedHours(ExtendedHours.OWN_BARS)
              .late(LateTrades.restate(3)),
          BarRule.time(Timeframe.MINUTE_30, XNYS).extendedHours(ExtendedHours.MERGE),
          BarRule.time(Timeframe.DAY_1, XNYS).extendedHours(ExtendedHours.MERGE),
          BarRule.time(Timeframe.DAY_1, XNYS).closingAuction(Duration.ofMinutes(5)),
          BarRule.time(Timeframe.MINUTE_15, TradingCalendar.xshg())
              .extendedHours(ExtendedHours.OWN_BARS)
              .closingAuction(Duration.ofMinutes(1)),
          BarRule.time(Timeframe.MINUTE_15, TradingCalendar.xshg())
              .extendedHours(ExtendedHours.MERGE),
          BarRule.time(Timeframe.WEEK_1, XNYS).late(LateTrades.restate(1)),
          BarRule.time(Timeframe.MONTH_1, XNYS));

  private static final List<BarRule> OTHER_RULES =
      List.of(
          BarRule.ticks(7),
          BarRule.volume(40),
          BarRule.value(5000),
          BarRule.volume(13).splitting(),
          BarRule.value(1700).splitting(),
          BarRule.imbalance(Measure.TICKS, Threshold.expected(10)),
          BarRule.imbalance(Measure.VOLUME, Threshold.expected(20).bounded(1, 500)),
          BarRule.imbalance(Measure.VALUE, Threshold.fixed(900)).signedBy(TradeSign.AGGRESSOR),
          BarRule.runs(Measure.TICKS, Threshold.fixed(6)),
          BarRule.runs(Measure.VOLUME, Threshold.expected(15)),
          BarRule.runs(Measure.VALUE, Threshold.expected(15).spans(3, 40)),
          BarRule.renko(0.25),
          BarRule.range(0.3));

  private static List<BarRule> rules() {
    List<BarRule> rules = new ArrayList<>(TIME_RULES);
    rules.addAll(OTHER_RULES);
    return rules;
  }

  private enum Sizes {
    SHARES,
    CENTIMILS,
    ANY;

    double next(SplittableRandom random) {
      return switch (this) {
        case SHARES -> 1 + random.nextInt(9);
        case CENTIMILS -> (1 + random.nextInt(1_000_000)) / 100_000.0;
        case ANY -> Math.scalb(0.5 + random.nextDouble() / 2, random.nextInt(-20, 5));
      };
    }
  }

  /** Trades of some days of 2023 or 2024, clock changes and holidays included, some in bursts. */
  private static List<Trade> trades(SplittableRandom random, Sizes sizes, boolean ordered) {
    long time = 1_672_600_000 * SECOND + random.nextLong(730 * 86_400 * SECOND);
    long pace = random.nextLong(1, 40) * 60 * SECOND;
    double price = 100;
    List<Trade> trades = new ArrayList<>();
    int count = 1 + random.nextInt(400);
    for (int i = 0; i < count; i++) {
      time += random.nextInt(3) == 0 ? random.nextLong(pace) : random.nextInt(2) * SECOND;
      price = Math.max(1, price + (random.nextInt(21) - 10) / 100.0);
      boolean early = !ordered && random.nextInt(10) == 0;
      long event = early ? time - random.nextLong(2 * pace) : time;
      long known = event + (random.nextBoolean() ? 0 : random.nextLong(5 * SECOND));
      Aggressor side = Aggressor.values()[random.nextInt(3)];
      trades.add(new Trade(event, known, Math.rint(price * 100) / 100, sizes.next(random), side));
    }
    return trades;
  }

  @Property(tries = 60)
  void noWayOfFeedingChangesABit(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Trade> trades = trades(random, Sizes.ANY, false);
    for (BarRule rule : rules()) {
      RecordedBars history = new RecordedBars();
      BarAggregator all = rule.start(history);
      trades.forEach(all::add);
      all.finish();

      RecordedBars live = new RecordedBars();
      BarAggregator aggregator = rule.start(live);
      long latest = Long.MIN_VALUE;
      for (Trade trade : trades) {
        if (latest > Long.MIN_VALUE && random.nextInt(3) == 0) {
          long until = Math.max(latest, trade.eventTime());
          aggregator.advanceTo(latest + (until > latest ? random.nextLong(until - latest) : 0));
        }
        if (random.nextInt(20) == 0) {
          aggregator = rule.restore(aggregator.snapshot(), live);
        }
        aggregator.partial();
        aggregator.add(trade);
        latest = Math.max(latest, trade.eventTime());
      }
      aggregator.finish();

      assertThat(live.bars).as(rule.toString()).isEqualTo(history.bars);
      assertThat(live.flags).isEqualTo(history.flags);
      assertThat(aggregator.counts()).isEqualTo(all.counts());
      assertThat(aggregator.snapshot()).isEqualTo(all.snapshot());
    }
  }

  @Property(tries = 60)
  void nothingIsLostOrDoubled(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Trade> trades = trades(random, Sizes.SHARES, false);
    for (BarRule rule : rules()) {
      RecordedBars recorded = new RecordedBars();
      BarAggregator aggregator = rule.start(recorded);
      double in = 0;
      for (Trade trade : trades) {
        long before = aggregator.counts().accepted();
        aggregator.add(trade);
        in += trade.size() * (aggregator.counts().accepted() - before);
      }
      aggregator.finish();
      AggregationCounts counts = aggregator.counts();
      Map<Long, Bar> last = new LinkedHashMap<>();
      recorded.bars.forEach(bar -> last.put(bar.start(), bar));

      assertThat(counts.accepted() + counts.late() + counts.outside()).isEqualTo(trades.size());
      assertThat(counts.bars()).isEqualTo(recorded.bars.size());
      double count = last.values().stream().mapToDouble(Bar::trades).sum();
      assertThat(count).as(rule.toString()).isEqualTo(counts.accepted());
      boolean whole = !(rule instanceof ActivityBars bars && bars.splits());
      if (whole || ((ActivityBars) rule).measure() == Measure.VOLUME) {
        double out = last.values().stream().mapToDouble(Bar::volume).sum();
        assertThat(out).as(rule.toString()).isEqualTo(in);
      }
    }
  }

  @Property(tries = 60)
  void volumesOfDecimalsAddUpInTheirDecimals(@ForAll long seed) {
    List<Trade> trades = trades(new SplittableRandom(seed), Sizes.CENTIMILS, false);
    long in = trades.stream().mapToLong(trade -> Math.round(trade.size() * 100_000)).sum();
    for (BarRule rule : OTHER_RULES) {
      boolean splitsMoney = rule instanceof ActivityBars bars && bars.splits();
      if (!splitsMoney) {
        RecordedBars recorded = feed(rule, trades);
        long out = recorded.bars.stream().mapToLong(b -> Math.round(b.volume() * 100_000)).sum();
        assertThat(out).as(rule.toString()).isEqualTo(in);
      }
    }
  }

  @Property(tries = 60)
  void volumesOfAnySizesDifferByTheirOwnRoundingOnly(@ForAll long seed) {
    List<Trade> trades = trades(new SplittableRandom(seed), Sizes.ANY, false);
    BigDecimal in = BigDecimal.ZERO;
    for (Trade trade : trades) {
      in = in.add(new BigDecimal(trade.size()));
    }
    for (BarRule rule : OTHER_RULES) {
      boolean splits = rule instanceof ActivityBars bars && bars.splits();
      BigDecimal out = BigDecimal.ZERO;
      BigDecimal allowed = BigDecimal.ZERO;
      RecordedBars recorded = feed(rule, trades);
      for (int i = 0; i < recorded.bars.size(); i++) {
        Bar bar = recorded.bars.get(i);
        out = out.add(new BigDecimal(bar.volume()));
        // What a split bar loses to rounding the next one has; only the last one's is lost.
        if (!splits || i == recorded.bars.size() - 1) {
          allowed = allowed.add(new BigDecimal(Math.ulp(bar.volume()) / 2));
        }
      }
      if (splits) {
        allowed = allowed.add(new BigDecimal(Math.ulp(1700.0)));
      }
      assertThat(out.subtract(in).abs()).as(rule.toString()).isLessThanOrEqualTo(allowed);
    }
  }

  @Property(tries = 60)
  void barsFollowOneAnother(@ForAll long seed) {
    List<Trade> trades = trades(new SplittableRandom(seed), Sizes.CENTIMILS, false);
    for (BarRule rule : rules()) {
      RecordedBars recorded = feed(rule, trades);
      long start = Long.MIN_VALUE;
      for (int i = 0; i < recorded.bars.size(); i++) {
        Bar bar = recorded.bars.get(i);
        if (!recorded.flags.get(i).contains(BarFlag.RESTATED)) {
          assertThat(bar.start()).as(rule.toString()).isGreaterThan(start);
          start = bar.start();
        }
        if (bar.trades() > 0 && !(rule instanceof RenkoBars)) {
          assertThat(bar.vwap()).isBetween(bar.low(), bar.high());
        }
        if (i > 0 && !(rule instanceof TimeBars)) {
          assertThat(bar.start()).isGreaterThanOrEqualTo(recorded.bars.get(i - 1).knownAt());
        }
      }
    }
  }

  @Property(tries = 60)
  void noBarIsKnownBeforeWhatIsInIt(@ForAll long seed) {
    List<Trade> trades = trades(new SplittableRandom(seed), Sizes.SHARES, true);
    for (BarRule rule : rules()) {
      RecordedBars recorded = new RecordedBars();
      BarAggregator aggregator = rule.start(recorded);
      long latestKnown = Long.MIN_VALUE;
      int seen = 0;
      for (Trade trade : trades) {
        aggregator.add(trade);
        boolean time = rule instanceof TimeBars;
        // A time bar is complete with a trade that is not in it, any other with one that is.
        long inIt = time ? latestKnown : Math.max(latestKnown, trade.knownAt());
        for (; seen < recorded.bars.size(); seen++) {
          Bar bar = recorded.bars.get(seen);
          assertThat(bar.knownAt()).isGreaterThanOrEqualTo(bar.start());
          if (!time && bar.trades() > 0) {
            assertThat(bar.knownAt()).isGreaterThanOrEqualTo(trade.eventTime());
          }
          assertThat(bar.knownAt()).isLessThanOrEqualTo(Math.max(inIt, trade.eventTime()) + seen);
        }
        latestKnown = Math.max(latestKnown, trade.knownAt());
      }
    }
  }

  @Property(tries = 100)
  void barsOfBarsAreBars(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sizes sizes = random.nextBoolean() ? Sizes.SHARES : Sizes.ANY;
    List<Trade> trades = trades(random, sizes, true);
    TradingCalendar calendar = random.nextBoolean() ? XNYS : TradingCalendar.alwaysOpen();
    List<Bar> ones = feed(BarRule.time(Timeframe.MINUTE_1, calendar), trades).bars;
    List<Bar> fives = bars(BarRule.time(Timeframe.MINUTE_5, calendar), ones);
    List<Bar> direct = bars(BarRule.time(Timeframe.MINUTE_15, calendar), ones);
    List<Bar> through = bars(BarRule.time(Timeframe.MINUTE_15, calendar), fives);
    List<Bar> ofTrades = feed(BarRule.time(Timeframe.MINUTE_15, calendar), trades).bars;

    assertSame(through, direct, sizes);
    assertSame(ofTrades, direct, sizes);
    assertSame(
        bars(BarRule.time(Timeframe.DAY_1, calendar), direct),
        feed(BarRule.time(Timeframe.DAY_1, calendar), trades).bars,
        sizes);
  }

  private static void assertSame(List<Bar> bars, List<Bar> expected, Sizes sizes) {
    assertThat(bars).hasSameSizeAs(expected);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      Bar other = expected.get(i);
      assertThat(bar.start()).isEqualTo(other.start());
      assertThat(bar.open()).isEqualTo(other.open());
      assertThat(bar.high()).isEqualTo(other.high());
      assertThat(bar.low()).isEqualTo(other.low());
      assertThat(bar.close()).isEqualTo(other.close());
      assertThat(bar.trades()).isEqualTo(other.trades());
      double rounding = sizes == Sizes.SHARES ? 0 : 3 * Math.ulp(other.volume());
      assertThat(Math.abs(bar.volume() - other.volume())).isLessThanOrEqualTo(rounding);
      assertThat(Math.abs(bar.vwap() / other.vwap() - 1)).isLessThanOrEqualTo(1e-14);
    }
  }

  private static RecordedBars feed(BarRule rule, List<Trade> trades) {
    RecordedBars recorded = new RecordedBars();
    BarAggregator aggregator = rule.start(recorded);
    trades.forEach(aggregator::add);
    aggregator.finish();
    return recorded;
  }

  private static List<Bar> bars(BarRule rule, List<Bar> source) {
    RecordedBars recorded = new RecordedBars();
    BarAggregator aggregator = rule.start(recorded);
    source.forEach(aggregator::add);
    aggregator.finish();
    return recorded.bars;
  }
}
