package io.quantkit.backtest.cost;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.AssetClass;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import io.quantkit.core.time.EpochNanos;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A fee whose rate depends on the date of the trade: {@code rate * value} or {@code rate *
 * quantity}, at most the rate's cap, rounded up to the cent for each execution. Trades on dates for
 * which no rate is known end the run with an error that says what to supply.
 *
 * @param name what is charged, for messages
 * @param basis what the rate is multiplied with
 * @param sales whether only sales are charged
 * @param assets which kinds of instruments are charged, at least one
 * @param rates ascending; each holds until the next begins
 * @param knownUntil the first date for which the last rate is not known to hold
 * @param zone where dates begin at midnight
 */
public record FeeSchedule(
    String name,
    Basis basis,
    boolean sales,
    Set<AssetClass> assets,
    List<Rate> rates,
    LocalDate knownUntil,
    ZoneId zone)
    implements CostModel {

  /** What a rate is multiplied with. */
  public enum Basis {
    /** The value of the execution. */
    VALUE("of the value"),
    /** The number of shares or contracts. */
    UNITS("per unit"),
    /** The number of shares, and a hundred for each contract of an option. */
    EQUIVALENT_SHARES("per share");

    private final String of;

    Basis(String of) {
      this.of = of;
    }
  }

  /**
   * A rate from a date on.
   *
   * @param from the first trade date it applies to
   * @param rate at least 0
   * @param cap the most that one execution pays, if there is a limit
   * @param source the public document that says so
   */
  public record Rate(LocalDate from, Decimal rate, Optional<Decimal> cap, String source) {
    public Rate {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(source, "source");
      Check.atLeastZero("rate", rate);
      cap.ifPresent(most -> Check.atLeastZero("cap", most));
    }

    /** Creates a rate without a cap. */
    public static Rate of(LocalDate from, String rate, String source) {
      return new Rate(from, Decimal.parse(rate), Optional.empty(), source);
    }

    /** Creates a rate with a cap. */
    public static Rate of(LocalDate from, String rate, String cap, String source) {
      return new Rate(from, Decimal.parse(rate), Optional.of(Decimal.parse(cap)), source);
    }
  }

  private static final int SCALE = 9;
  private static final int CENTS = 2;
  private static final Decimal CONTRACT = Decimal.of(100);

  public FeeSchedule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(zone, "zone");
    // An enum set, because it is always printed in the same order.
    assets = Collections.unmodifiableSet(EnumSet.copyOf(assets));
    rates = List.copyOf(rates);
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("rates of " + name + " must not be empty");
    }
    for (int i = 1; i < rates.size(); i++) {
      checkOrder(name, rates.get(i - 1).from(), rates.get(i).from());
    }
    checkOrder(name, rates.get(rates.size() - 1).from(), knownUntil);
  }

  private static void checkOrder(String name, LocalDate before, LocalDate date) {
    if (!before.isBefore(date)) {
      throw new IllegalArgumentException(
          "dates of " + name + " must be ascending, were " + before + ", " + date);
    }
  }

  /**
   * Returns this schedule with another rate.
   *
   * @param rate replaces one that begins on the same date
   * @param newKnownUntil the first date for which the last rate is not known to hold; {@link
   *     LocalDate#MAX} if it is assumed to hold for ever
   */
  public FeeSchedule with(Rate rate, LocalDate newKnownUntil) {
    List<Rate> changed = new ArrayList<>(rates);
    changed.removeIf(old -> old.from().equals(rate.from()));
    changed.add(rate);
    changed.sort((a, b) -> a.from().compareTo(b.from()));
    return new FeeSchedule(name, basis, sales, assets, changed, newKnownUntil, zone);
  }

  /**
   * Returns this schedule with its last rate assumed to hold for longer.
   *
   * @param newKnownUntil the first date for which it is not; {@link LocalDate#MAX} for ever
   */
  public FeeSchedule until(LocalDate newKnownUntil) {
    return new FeeSchedule(name, basis, sales, assets, rates, newKnownUntil, zone);
  }

  /**
   * Returns the rate on a date.
   *
   * @throws DataNotFoundException if none is known
   */
  public Rate rate(LocalDate date) {
    if (date.isBefore(knownUntil)) {
      for (int i = rates.size() - 1; i >= 0; i--) {
        if (!date.isBefore(rates.get(i).from())) {
          return rates.get(i);
        }
      }
    }
    throw new DataNotFoundException(name, unknown(date));
  }

  /** Returns why there is no rate for a date, and what to supply. */
  private String unknown(LocalDate date) {
    Rate last = rates.get(rates.size() - 1);
    boolean early = date.isBefore(rates.get(0).from());
    LocalDate from = early ? date : knownUntil;
    return ("no rate of %s is known for %s: rates are known from %s to before %s, the last is %s %s"
            + " from %s (%s). Supply the one charged since %s by with(FeeSchedule.Rate.of("
            + "LocalDate.parse(\"%s\"), \"<rate>\", \"<source>\"), LocalDate.%s)%s, or leave this"
            + " fee out")
        .formatted(
            name,
            date,
            rates.get(0).from(),
            knownUntil,
            last.rate(),
            basis.of,
            last.from(),
            last.source(),
            from,
            from,
            early ? "parse(\"" + knownUntil + "\")" : "MAX",
            early ? "" : ", assume the last one by until(LocalDate.MAX)");
  }

  /**
   * Returns what an execution is charged, whatever its side and instrument.
   *
   * @param contracts whether the quantity is in contracts for a hundred shares each
   */
  Decimal amount(Rate rate, Decimal quantity, Decimal price, boolean contracts) {
    if (rate.rate().isZero()) {
      return Decimal.ZERO;
    }
    Decimal base =
        switch (basis) {
          case VALUE -> quantity.times(price, SCALE, RoundingMode.CEILING);
          case UNITS -> quantity;
          case EQUIVALENT_SHARES -> contracts ? quantity.times(CONTRACT) : quantity;
        };
    Decimal amount = rate.rate().times(base, SCALE, RoundingMode.CEILING);
    Optional<Decimal> cap = rate.cap();
    return (cap.isPresent() ? amount.min(cap.get()) : amount).round(CENTS, RoundingMode.CEILING);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    boolean[] charged = new boolean[symbols.size()];
    boolean[] contracts = new boolean[symbols.size()];
    for (int s = 0; s < charged.length; s++) {
      AssetClass kind = universe.instrument(symbols.get(s)).assetClass();
      charged[s] = assets.contains(kind);
      contracts[s] = kind == AssetClass.OPTION;
    }
    return new Run(this, charged, contracts);
  }

  private static final class Run implements Costs {
    private final FeeSchedule schedule;
    private final boolean[] charged;
    private final boolean[] contracts;

    /** The rate, and from when until when it holds. */
    private Rate rate;

    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    Run(FeeSchedule schedule, boolean[] charged, boolean[] contracts) {
      this.schedule = schedule;
      this.charged = charged;
      this.contracts = contracts;
      this.rate = schedule.rates.get(0);
    }

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      if (!charged[symbol] || (schedule.sales && side == Side.BUY)) {
        return Decimal.ZERO;
      }
      if (time < from || time >= until) {
        find(time);
      }
      return schedule.amount(rate, quantity, price, contracts[symbol]);
    }

    private void find(long time) {
      ZoneId zone = schedule.zone;
      rate = schedule.rate(LocalDate.ofInstant(EpochNanos.toInstant(time), zone));
      from = EpochNanos.of(rate.from().atStartOfDay(zone).toInstant());
      int next = schedule.rates.indexOf(rate) + 1;
      LocalDate end =
          next < schedule.rates.size() ? schedule.rates.get(next).from() : schedule.knownUntil;
      // A schedule that is assumed to hold for ever ends beyond what nanoseconds can tell.
      until =
          end.getYear() > 2200 ? Long.MAX_VALUE : EpochNanos.of(end.atStartOfDay(zone).toInstant());
    }
  }
}
