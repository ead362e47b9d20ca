package io.quantkit.core.action;

import static io.quantkit.core.action.ActionTables.ACME;
import static io.quantkit.core.action.ActionTables.DAY;
import static io.quantkit.core.action.ActionTables.HOUR;
import static io.quantkit.core.action.ActionTables.closes;
import static io.quantkit.core.action.ActionTables.dividend;
import static io.quantkit.core.action.ActionTables.split;
import static io.quantkit.core.action.ActionTables.stockDividend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.action.ActionTables.Market;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriceAdjusterTest {
  private static final long END = 1_000 * DAY;

  /**
   * The worked example of Yahoo's help page "What is the adjusted close?": Microsoft in February
   * 2003, split 2 for 1 on the 18th, 8 cents ex dividend on the 19th.
   */
  @Test
  void agreesWithThePublishedExampleOfAdjustedCloses() {
    BarSeries raw = closes(46.99, 48.30, 24.96, 24.53);
    CorporateActions actions = CorporateActions.of(split("s", 2, 2, 1), dividend("d", 3, "0.08"));

    BarSeries bars =
        PriceAdjuster.of(actions, Adjustment.SPLITS_AND_DIVIDENDS).asOf(raw, END).bars();

    assertThat(bars.toArray(BarField.CLOSE))
        .containsExactly(new double[] {23.42, 24.07, 24.88, 24.53}, within(0.005));
  }

  @Test
  void scalesPricesDownAndVolumesUpBeforeASplit() {
    AdjustedSeries adjusted =
        PriceAdjuster.of(CorporateActions.of(split("s", 1, 7, 1)), Adjustment.SPLITS)
            .asOf(closes(700, 101), END);

    assertThat(adjusted.bars().close(0)).isEqualTo(100);
    assertThat(adjusted.bars().vwap(0)).isEqualTo(100);
    assertThat(adjusted.bars().volume(0)).isEqualTo(7000);
    assertThat(adjusted.bars().trades(0)).isEqualTo(10);
    assertThat(adjusted.bars().close(1)).isEqualTo(101);
    assertThat(adjusted.priceFactor(0)).isEqualTo(1 / 7.0);
    assertThat(adjusted.volumeFactor(1)).isEqualTo(1);
  }

  @Test
  void leavesPricesAloneBeforeTheSplitHappensOrIsKnown() {
    PriceAdjuster adjuster =
        PriceAdjuster.of(CorporateActions.of(split("s", 1, 7, 1)), Adjustment.SPLITS);

    assertThat(adjuster.asOf(closes(700, 101), DAY - 1).bars().toArray(BarField.CLOSE))
        .containsExactly(700);
    assertThat(adjuster.asOf(closes(700, 101), DAY).bars().toArray(BarField.CLOSE))
        .containsExactly(100);

    CorporateAction late = new CorporateAction.Split("s", ACME, DAY, 5 * DAY, ShareRatio.of(7, 1));
    PriceAdjuster lateAdjuster = PriceAdjuster.of(CorporateActions.of(late), Adjustment.SPLITS);
    assertThat(lateAdjuster.asOf(closes(700, 101), 5 * DAY - 1).bars().close(0)).isEqualTo(700);
    assertThat(lateAdjuster.asOf(closes(700, 101), 5 * DAY).bars().close(0)).isEqualTo(100);
  }

  @Test
  void reinvestsDividendsAtTheCloseOfTheExDayForTheTotalReturn() {
    PriceAdjuster adjuster =
        PriceAdjuster.of(CorporateActions.of(dividend("d", 1, "2")), Adjustment.TOTAL_RETURN);

    BarSeries bars = adjuster.asOf(closes(100, 99, 110), END).bars();

    assertThat(bars.close(1) / bars.close(0)).isEqualTo((99.0 + 2) / 100, within(1e-15));
    assertThat(bars.close(2) / bars.close(1)).isEqualTo(110.0 / 99, within(1e-15));
    assertThat(adjuster.asOf(closes(100, 99), DAY).bars().close(0)).isEqualTo(100);
  }

  @Test
  void actionsOfOneTimeFollowEachOther() {
    CorporateAction.CashDividend two = dividend("d", 1, "2");
    CorporateAction.Split half = split("s", 1, 2, 1);

    // $2 of a share at $100, then two for one; or one share at $50 first and $2 of each half
    for (Adjustment adjustment :
        List.of(Adjustment.SPLITS_AND_DIVIDENDS, Adjustment.TOTAL_RETURN)) {
      BarSeries first = adjusted(adjustment, closes(100, 49), two, half);
      BarSeries then = adjusted(adjustment, closes(100, 48), half, two);
      assertThat(first.close(0)).isEqualTo(49, within(1e-12));
      assertThat(then.close(0)).isEqualTo(48, within(1e-12));
    }
  }

  @Test
  void allowsForSpinOffsAndRights() {
    CorporateAction spinOff =
        new CorporateAction.SpinOff("o", ACME, DAY, 0, Symbol.of("KID"), ShareRatio.of(1, 4), 0.2);
    CorporateAction rights =
        new CorporateAction.RightsIssue(
            "r", ACME, 2 * DAY, 0, ShareRatio.of(1, 4), Decimal.of(60), 9 * DAY);
    BarSeries raw = closes(100, 80, 76);

    // five shares for 4 * 80 + 60 = 380, which is 76 each
    BarSeries bars = adjusted(Adjustment.SPLITS_AND_DIVIDENDS, raw, spinOff, rights);
    assertThat(bars.toArray(BarField.CLOSE))
        .containsExactly(new double[] {76, 76, 76}, within(1e-12));
    assertThat(adjusted(Adjustment.TOTAL_RETURN, raw, spinOff, rights).close(1))
        .isEqualTo(76, within(1e-12));
    assertThat(adjusted(Adjustment.SPLITS, raw, spinOff, rights).close(0)).isEqualTo(100);
  }

  @Test
  void followsTheNamesOfAnInstrument() {
    Symbol old = Symbol.of("OLD");
    CorporateAction split = new CorporateAction.Split("s", old, DAY, 0, ShareRatio.of(2, 1));
    CorporateAction change = new CorporateAction.SymbolChange("c", old, 2 * DAY, 0, ACME);

    assertThat(adjusted(Adjustment.SPLITS, closes(100, 50, 50), split, change).close(0))
        .isEqualTo(50);
  }

  @Test
  void refusesPricesThatAreAdjustedAlready() {
    PriceAdjuster adjuster =
        PriceAdjuster.of(CorporateActions.of(split("s", 1, 7, 1)), Adjustment.SPLITS);
    AdjustedSeries once = adjuster.asOf(closes(700, 101), END);

    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> adjuster.asOf(once.bars(), END))
        .withMessageContaining("ACME must have raw prices, but they seem adjusted")
        .withMessageContaining("7.0 shares for one");
    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> adjuster.forward(once.bars()));
    assertThat(adjuster.asOf(once.raw(), END).bars().close(0)).isEqualTo(once.bars().close(0));
    assertThat(adjuster.unchecked().asOf(once.bars(), END).bars().close(0))
        .isEqualTo(100.0 / 7, within(1e-12));
  }

  @Test
  void refusesActionsWithinABar() {
    BarSeries week =
        BarSeries.builder(ACME, Timeframe.WEEK_1).add(0, 5 * DAY, 700, 700, 90, 100, 1).build();
    PriceAdjuster adjuster =
        PriceAdjuster.of(CorporateActions.of(split("s", 2, 7, 1)), Adjustment.SPLITS);

    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> adjuster.asOf(week, END))
        .withMessageContaining("must happen between bars");
    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> adjuster.forward(week))
        .withMessageContaining("must happen between bars");
  }

  @Test
  void refusesADividendThatLeavesNothing() {
    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(
            () -> adjusted(Adjustment.SPLITS_AND_DIVIDENDS, closes(10, 1), dividend("d", 1, "10")))
        .withMessageContaining("must be below the close before it, was 10 >= 10.0");
  }

  @Test
  void chartsShowWhatIsStillToCome() {
    PriceAdjuster adjuster =
        PriceAdjuster.of(CorporateActions.of(split("s", 50, 2, 1)), Adjustment.SPLITS);

    assertThat(adjuster.forCharts(closes(100, 102)).bars().close(1)).isEqualTo(51);
  }

  @Test
  void forwardRefusesWhatBecomesKnownTooLate() {
    CorporateAction late = new CorporateAction.Split("s", ACME, DAY, 3 * DAY, ShareRatio.of(2, 1));
    ForwardAdjuster forward =
        PriceAdjuster.of(CorporateActions.of(late), Adjustment.SPLITS).start(ACME);
    BarSeries raw = closes(100, 50, 50, 50);
    for (int i = 0; i < 3; i++) {
      forward.next(raw.bar(i));
    }

    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> forward.next(raw.bar(3)))
        .withMessageContaining("became known at 1970-01-04T00:00:00Z");
    assertThatIllegalArgumentException().isThrownBy(() -> forward.next(raw.bar(2)));
  }

  @Property(tries = 300)
  void returnsAcrossActionsAreThoseOfHolders(@ForAll long seed) {
    Market market = ActionTables.market(new SplittableRandom(seed), 120, false);
    BarSeries bars = adjusted(Adjustment.SPLITS, market);
    for (int day = 1; day < bars.size(); day++) {
      assertThat(bars.close(day) / bars.close(day - 1) - 1)
          .isEqualTo(market.returns()[day], within(1e-12));
    }
  }

  @Property(tries = 300)
  void totalReturnsAreThoseOfHolders(@ForAll long seed) {
    Market market = ActionTables.market(new SplittableRandom(seed), 60, true);
    BarSeries bars = adjusted(Adjustment.TOTAL_RETURN, market);
    for (int day = 1; day < bars.size(); day++) {
      assertThat(bars.close(day) / bars.close(day - 1) - 1)
          .isEqualTo(market.returns()[day], within(1e-12));
    }
  }

  @Property(tries = 300)
  void nothingLaterChangesWhatWasAnswered(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Market market = ActionTables.market(random, 60, true);
    Adjustment adjustment = Adjustment.values()[random.nextInt(3)];
    long asOf = random.nextLong(60 * DAY);
    List<CorporateAction> then = new ArrayList<>();
    for (CorporateAction action : market.actions()) {
      if (action.knownAt() <= asOf && action.eventTime() <= asOf) {
        then.add(action);
      }
    }
    BarSeries known = market.raw().knownBy(asOf);

    AdjustedSeries all =
        PriceAdjuster.of(CorporateActions.copyOf(market.actions()), adjustment)
            .asOf(market.raw(), asOf);
    AdjustedSeries early =
        PriceAdjuster.of(CorporateActions.copyOf(then), adjustment).asOf(known, asOf);

    assertThat(all.bars().toArray(BarField.CLOSE))
        .containsExactly(early.bars().toArray(BarField.CLOSE));
    assertThat(all.bars().toArray(BarField.VOLUME))
        .containsExactly(early.bars().toArray(BarField.VOLUME));
  }

  @Property(tries = 300)
  void forwardHasTheReturnsOfBackwardAndNeverChanges(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Market market = ActionTables.market(random, 60, true);
    Adjustment adjustment = Adjustment.values()[random.nextInt(3)];
    PriceAdjuster adjuster =
        PriceAdjuster.of(CorporateActions.copyOf(market.actions()), adjustment);
    BarSeries forward = adjuster.forward(market.raw());
    BarSeries backward = adjuster.asOf(market.raw(), 60 * DAY).bars();
    int cut = random.nextInt(1, 60);

    assertThat(forward.close(0)).isEqualTo(market.raw().close(0));
    for (int i = 1; i < 60; i++) {
      assertThat(forward.close(i) / forward.close(i - 1))
          .isEqualTo(backward.close(i) / backward.close(i - 1), within(1e-12));
      assertThat(forward.close(i) * forward.volume(i))
          .isEqualTo(
              backward.close(i)
                  * backward.volume(i)
                  * forward.close(0)
                  / backward.close(0)
                  * forward.volume(0)
                  / backward.volume(0),
              within(1e-9 * forward.close(i) * forward.volume(i)));
    }
    assertThat(adjuster.forward(market.raw().slice(0, cut)).toArray(BarField.CLOSE))
        .containsExactly(forward.slice(0, cut).toArray(BarField.CLOSE));
    assertThat(forward.knownAt(0)).isEqualTo(HOUR);
  }

  @Test
  void aStockDividendIsASmallSplit() {
    BarSeries raw = closes(105, 100);
    BarSeries bars = adjusted(Adjustment.SPLITS, raw, stockDividend("k", 1, 1, 20));

    assertThat(bars.close(0)).isEqualTo(100, within(1e-12));
    assertThat(bars.volume(0)).isEqualTo(1050, within(1e-9));
  }

  private static BarSeries adjusted(Adjustment adjustment, Market market) {
    return PriceAdjuster.of(CorporateActions.copyOf(market.actions()), adjustment)
        .asOf(market.raw(), END)
        .bars();
  }

  private static BarSeries adjusted(
      Adjustment adjustment, BarSeries raw, CorporateAction... actions) {
    return PriceAdjuster.of(CorporateActions.of(actions), adjustment).asOf(raw, END).bars();
  }
}
