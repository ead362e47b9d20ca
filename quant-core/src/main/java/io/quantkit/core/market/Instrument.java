package io.quantkit.core.market;

import io.quantkit.core.math.Decimal;

/**
 * Something that has a price: how it is named, counted and grouped.
 *
 * @param symbol its name
 * @param assetClass its kind
 * @param currency what its price is in
 * @param tickSize the step of its prices, positive
 * @param lotSize the step of its quantities, positive
 * @param sector the group that sector limits and neutralisation use; {@code ""} if it has none
 * @param venue the market identifier code of where it trades, such as {@code XNYS}; {@code ""} if
 *     not stated
 * @param tradeable whether orders for it are allowed; an index is observed only
 */
public record Instrument(
    Symbol symbol,
    AssetClass assetClass,
    Currency currency,
    Decimal tickSize,
    Decimal lotSize,
    String sector,
    String venue,
    boolean tradeable) {

  public Instrument {
    if (!tickSize.isPositive() || !lotSize.isPositive()) {
      throw new IllegalArgumentException(
          "tickSize and lotSize of "
              + symbol
              + " must be positive, were "
              + tickSize
              + ", "
              + lotSize);
    }
    if (tradeable && assetClass == AssetClass.INDEX) {
      throw new IllegalArgumentException("an index cannot be tradeable, was " + symbol);
    }
  }

  /** Returns a US share: dollars, ticks of 0.01, lots of 1, no sector, venue XNYS. */
  public static Instrument equity(String symbol) {
    return new Instrument(
        Symbol.of(symbol),
        AssetClass.EQUITY,
        Currency.USD,
        Decimal.parse("0.01"),
        Decimal.ONE,
        "",
        "XNYS",
        true);
  }

  /** Returns an index in dollars, which can be observed and not traded. */
  public static Instrument index(String symbol) {
    return new Instrument(
        Symbol.of(symbol),
        AssetClass.INDEX,
        Currency.USD,
        Decimal.parse("0.01"),
        Decimal.ONE,
        "",
        "",
        false);
  }

  /** Returns a crypto pair quoted in dollars: ticks of 0.01, lots of 0.00000001. */
  public static Instrument crypto(String symbol) {
    return new Instrument(
        Symbol.of(symbol),
        AssetClass.CRYPTO,
        Currency.USD,
        Decimal.parse("0.01"),
        Decimal.parse("0.00000001"),
        "",
        "",
        true);
  }

  /** Returns this instrument in another sector. */
  public Instrument withSector(String newSector) {
    return new Instrument(
        symbol, assetClass, currency, tickSize, lotSize, newSector, venue, tradeable);
  }

  /** Returns this instrument with another price step. */
  public Instrument withTickSize(Decimal newTickSize) {
    return new Instrument(
        symbol, assetClass, currency, newTickSize, lotSize, sector, venue, tradeable);
  }

  /** Returns this instrument with another quantity step. */
  public Instrument withLotSize(Decimal newLotSize) {
    return new Instrument(
        symbol, assetClass, currency, tickSize, newLotSize, sector, venue, tradeable);
  }
}
