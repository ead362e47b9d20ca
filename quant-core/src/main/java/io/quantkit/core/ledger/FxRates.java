package io.quantkit.core.ledger;

import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What currencies were worth in the currency of an account, and since when that was known.
 *
 * <p>A rate holds from the moment it is known until the next one is; before the first there is
 * none. Immutable, and safe to share between backtests.
 *
 * <pre>{@code
 * FxRates rates = FxRates.in(Currency.USD).with(Currency.EUR, eurUsdBars);
 * }</pre>
 */
public final class FxRates {
  private final Currency base;
  private final Map<Currency, Series> series;

  private FxRates(Currency base, Map<Currency, Series> series) {
    this.base = base;
    this.series = series;
  }

  /** Returns rates in a currency, of none yet but itself. */
  public static FxRates in(Currency base) {
    return new FxRates(base, Map.of());
  }

  /** Returns these rates with one that never changes. */
  public FxRates with(Currency currency, Decimal rate) {
    return with(currency, new long[] {Long.MIN_VALUE}, new double[] {rate.doubleValue()});
  }

  /**
   * Returns these rates with those of another currency.
   *
   * @param knownAt when each rate was known, in epoch nanoseconds, ascending; not modified
   * @param rates what one unit of the currency was worth in that of the account, positive; not
   *     modified
   */
  public FxRates with(Currency currency, long[] knownAt, double[] rates) {
    if (currency.equals(base)) {
      throw new IllegalArgumentException("rates of " + base + " in itself must not be told");
    }
    if (knownAt.length != rates.length) {
      throw new IllegalArgumentException(
          "knownAt and rates of %s must have one length, were %d and %d"
              .formatted(currency, knownAt.length, rates.length));
    }
    Decimal[] exact = new Decimal[rates.length];
    for (int i = 0; i < rates.length; i++) {
      if (!(rates[i] > 0) || rates[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "rate %d of %s must be positive and finite, was %s".formatted(i, currency, rates[i]));
      }
      if (i > 0 && knownAt[i] <= knownAt[i - 1]) {
        throw new IllegalArgumentException(
            "knownAt of %s must be ascending, was %d after %d"
                .formatted(currency, knownAt[i], knownAt[i - 1]));
      }
      exact[i] = Decimal.of(rates[i]);
    }
    Map<Currency, Series> changed = new LinkedHashMap<>(series);
    changed.put(currency, new Series(knownAt.clone(), exact));
    return new FxRates(base, Collections.unmodifiableMap(changed));
  }

  /**
   * Returns these rates with the closes of bars, each from the end of its bar on.
   *
   * @param bars of the currency quoted in that of the account, as {@code EUR/USD} for euros in an
   *     account in dollars
   */
  public FxRates with(Currency currency, BarSeries bars) {
    long[] knownAt = new long[bars.size()];
    double[] rates = new double[bars.size()];
    for (int i = 0; i < rates.length; i++) {
      knownAt[i] = bars.knownAt(i);
      rates[i] = bars.close(i);
    }
    return with(currency, knownAt, rates);
  }

  /** Returns what rates are in. */
  public Currency base() {
    return base;
  }

  /** Returns the currencies that have rates, in the order in which they were told. */
  public Set<Currency> currencies() {
    return series.keySet();
  }

  /** Returns whether there is a rate of a currency at any time. */
  public boolean has(Currency currency) {
    return currency.equals(base) || series.containsKey(currency);
  }

  /**
   * Returns what one unit of a currency is worth, as known at a time; empty if nobody knew yet.
   *
   * @param epochNanos when, in epoch nanoseconds
   */
  public Optional<Decimal> at(Currency currency, long epochNanos) {
    if (currency.equals(base)) {
      return Optional.of(Decimal.ONE);
    }
    Series known = series.get(currency);
    return known == null ? Optional.empty() : known.at(epochNanos);
  }

  private static final class Series {
    private final long[] knownAt;
    private final Decimal[] rates;

    Series(long[] knownAt, Decimal[] rates) {
      this.knownAt = knownAt;
      this.rates = rates;
    }

    Optional<Decimal> at(long time) {
      int place = Arrays.binarySearch(knownAt, time);
      int last = place >= 0 ? place : -place - 2;
      return last < 0 ? Optional.empty() : Optional.of(rates[last]);
    }
  }
}
