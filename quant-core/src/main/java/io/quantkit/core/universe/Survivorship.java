package io.quantkit.core.universe;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.market.Universe.Departure;
import io.quantkit.core.market.Universe.Interval;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison of a universe with the table of listings finds: signs that it was drawn up with
 * knowledge of who would survive. A study of survivors only has returns that nobody could earn.
 *
 * @param symbol whom it is about
 * @param kind what is wrong
 * @param time since when, in epoch nanoseconds
 * @param message what is wrong, for people
 */
public record Survivorship(Symbol symbol, Kind kind, long time, String message) {

  /** What is wrong. */
  public enum Kind {
    /** It was listed in the period and delisted later, and the universe does not have it. */
    MISSING_DELISTED,
    /** It was listed in the period and still is, and the universe does not have it. */
    MISSING_LISTED,
    /** The universe has it before it was listed. */
    MEMBER_BEFORE_LISTING,
    /** The universe has it after it was delisted. */
    MEMBER_AFTER_DELISTING
  }

  /**
   * Compares a universe with what could have been in it.
   *
   * @param used the universe of a study
   * @param listings everything that ought to be considered: what was listed on a market, or the
   *     members of an index, when, and the departures
   * @param fromInclusive the beginning of the study, in epoch nanoseconds
   * @param toExclusive its end, in epoch nanoseconds
   * @return the findings in the order of the listings, none if nothing is wrong
   */
  public static List<Survivorship> check(
      Universe used, Universe listings, long fromInclusive, long toExclusive) {
    if (fromInclusive >= toExclusive) {
      throw new IllegalArgumentException(
          "period must not be empty, was [" + fromInclusive + ", " + toExclusive + ")");
    }
    Interval period = new Interval(fromInclusive, toExclusive);
    List<Survivorship> findings = new ArrayList<>();
    for (Symbol symbol : listings.symbols()) {
      Optional<Interval> listed = first(listings, symbol, period);
      Optional<Interval> member =
          used.contains(symbol) ? first(used, symbol, period) : Optional.empty();
      if (listed.isPresent() && member.isEmpty()) {
        findings.add(missing(symbol, listed.get(), listings.departure(symbol), period));
      }
      if (member.isPresent()) {
        addEarly(findings, symbol, member.get(), listings, period);
        addLate(findings, symbol, used, listings.departure(symbol), period);
      }
    }
    return List.copyOf(findings);
  }

  private static Survivorship missing(
      Symbol symbol, Interval listed, Optional<Departure> departure, Interval period) {
    long since = Math.max(listed.fromInclusive(), period.fromInclusive());
    return departure.isEmpty()
        ? new Survivorship(
            symbol,
            Kind.MISSING_LISTED,
            since,
            symbol + " was listed from " + text(since) + " and is not in the universe")
        : new Survivorship(
            symbol,
            Kind.MISSING_DELISTED,
            since,
            "%s was listed from %s until its %s at %s and is not in the universe"
                .formatted(
                    symbol, text(since), departure.get().reason(), text(departure.get().time())));
  }

  private static void addEarly(
      List<Survivorship> findings,
      Symbol symbol,
      Interval member,
      Universe listings,
      Interval period) {
    long listed = listings.memberships(symbol).get(0).fromInclusive();
    long since = Math.max(member.fromInclusive(), period.fromInclusive());
    if (since < listed) {
      findings.add(
          new Survivorship(
              symbol,
              Kind.MEMBER_BEFORE_LISTING,
              since,
              "%s is in the universe from %s and was listed from %s only"
                  .formatted(symbol, text(since), text(listed))));
    }
  }

  private static void addLate(
      List<Survivorship> findings,
      Symbol symbol,
      Universe used,
      Optional<Departure> departure,
      Interval period) {
    if (departure.isEmpty() || departure.get().time() >= period.toExclusive()) {
      return;
    }
    Interval after =
        new Interval(
            Math.max(departure.get().time(), period.fromInclusive()), period.toExclusive());
    if (first(used, symbol, after).isPresent()) {
      findings.add(
          new Survivorship(
              symbol,
              Kind.MEMBER_AFTER_DELISTING,
              after.fromInclusive(),
              "%s is in the universe after its %s at %s"
                  .formatted(symbol, departure.get().reason(), text(departure.get().time()))));
    }
  }

  /** Returns the first membership that overlaps a period. */
  private static Optional<Interval> first(Universe universe, Symbol symbol, Interval period) {
    return universe.memberships(symbol).stream().filter(period::overlaps).findFirst();
  }

  private static String text(long time) {
    return EpochNanos.toInstant(time).toString();
  }
}
