package io.quantkit.core.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.Panel;
import io.quantkit.core.universe.Survivorship.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {
  private static final long DAY = 86_400_000_000_000L;
  private static final int DAYS = 500;
  private static final int SHARES = 26;

  /**
   * Fair shares, of which those that fall below a quarter of their first price are delisted. Their
   * mean return is nothing; that of the survivors is a gain, and the check says who is missing.
   */
  @Test
  void whoDropsThoseDelistedLaterGainsWhatNobodyCouldAndIsTold() {
    double[][] closes = new double[SHARES][DAYS];
    Universe.Builder listings = Universe.builder();
    Universe.Builder survivors = Universe.builder();
    int delisted = 0;
    SplittableRandom random = new SplittableRandom(7);
    for (int s = 0; s < SHARES; s++) {
      Instrument share = Instrument.equity(String.valueOf((char) ('A' + s)));
      listings.add(share, 0, Long.MAX_VALUE);
      double price = 100;
      boolean gone = false;
      for (int t = 0; t < DAYS; t++) {
        closes[s][t] = gone ? Double.NaN : price;
        if (!gone && price < 50) {
          gone = true;
          delisted++;
          listings.delist(share.symbol(), (t + 1) * DAY, "bankruptcy");
        }
        price *= random.nextBoolean() ? 1.04 : 0.96;
      }
      if (!gone) {
        survivors.add(share, 0, Long.MAX_VALUE);
      }
    }
    Panel panel = ScreenTest.panel(closes, 100);
    Universe all = listings.build();
    Universe biased = survivors.build();

    assertThat(delisted).isBetween(5, SHARES - 5);
    double fair = meanReturn(panel, all);
    double flattered = meanReturn(panel, biased);
    assertThat(Math.abs(fair)).isLessThan(0.001);
    assertThat(flattered - fair).isGreaterThan(0.0005);
    assertThat(Survivorship.check(biased, all, 0, DAYS * DAY))
        .hasSize(delisted)
        .allSatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.MISSING_DELISTED);
              assertThat(finding.message()).contains("bankruptcy");
            });
    assertThat(Survivorship.check(all, all, 0, DAYS * DAY)).isEmpty();
  }

  @Test
  void namesEveryKindOfError() {
    Instrument a = Instrument.equity("A");
    Instrument b = Instrument.equity("B");
    Instrument c = Instrument.equity("C");
    Instrument d = Instrument.equity("D");
    Universe listings =
        Universe.builder()
            .add(a, 0, Long.MAX_VALUE)
            .add(b, 50, Long.MAX_VALUE)
            .add(c, 0, Long.MAX_VALUE)
            .delist(c.symbol(), 60, "merger")
            .add(d, 0, 10)
            .build();
    Universe used = Universe.of(b, c);

    assertThat(Survivorship.check(used, listings, 20, 100))
        .containsExactly(
            new Survivorship(
                a.symbol(),
                Kind.MISSING_LISTED,
                20,
                "A was listed from 1970-01-01T00:00:00.000000020Z and is not in the universe"),
            new Survivorship(
                b.symbol(),
                Kind.MEMBER_BEFORE_LISTING,
                20,
                "B is in the universe from 1970-01-01T00:00:00.000000020Z and was listed from"
                    + " 1970-01-01T00:00:00.000000050Z only"),
            new Survivorship(
                c.symbol(),
                Kind.MEMBER_AFTER_DELISTING,
                60,
                "C is in the universe after its merger at 1970-01-01T00:00:00.000000060Z"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Survivorship.check(used, listings, 20, 20))
        .withMessage("period must not be empty, was [20, 20)");
  }

  @Test
  void universesKeepWhoIsGoneAndWhy() {
    Symbol a = Symbol.of("A");
    Universe universe =
        Universe.builder()
            .add(Instrument.equity("A").withSector("Oil"), 10, 20)
            .add(Instrument.equity("A").withSector("Oil"), 30, Long.MAX_VALUE)
            .sector(a, 35, "Solar")
            .delist(a, 40, "bankruptcy")
            .build();

    assertThat(universe.contains(a, 39)).isTrue();
    assertThat(universe.contains(a, 40)).isFalse();
    assertThat(universe.contains(a)).isTrue();
    assertThat(universe.departure(a)).contains(new Universe.Departure(40, "bankruptcy"));
    assertThat(universe.memberships(a))
        .containsExactly(new Universe.Interval(10, 20), new Universe.Interval(30, 40));
    assertThat(universe.sector(a, 34)).isEqualTo("Oil");
    assertThat(universe.sector(a, 35)).isEqualTo("Solar");
    assertThat(universe.sector(a)).isEqualTo("Solar");

    Universe.Builder builder = Universe.builder().add(Instrument.equity("A"), 10, 20);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.delist(a, 10, "x"))
        .withMessage("A must not belong after its delisting at 10, was added from 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.sector(Symbol.of("B"), 0, "x"))
        .withMessage("symbol B must be added first");
  }

  /** Returns the mean daily return of the members' equal-weighted portfolio. */
  private static double meanReturn(Panel panel, Universe universe) {
    double sum = 0;
    int days = 0;
    for (int t = 1; t < panel.rows(); t++) {
      double day = 0;
      int members = 0;
      for (int s = 0; s < panel.symbols().size(); s++) {
        boolean member = universe.contains(panel.symbols().get(s), panel.start(t - 1));
        if (member && panel.trading(t, s)) {
          day += panel.close(t, s) / panel.close(t - 1, s) - 1;
          members++;
        }
      }
      if (members > 0) {
        sum += day / members;
        days++;
      }
    }
    return sum / days;
  }
}
