package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which fund stands for each sector, such as {@code XLK} for technology. Immutable. */
public final class SectorFunds {
  private final Map<String, Symbol> funds;

  private SectorFunds(Map<String, Symbol> funds) {
    this.funds = new TreeMap<>(funds);
  }

  /**
   * Returns the given funds.
   *
   * @param funds by sector, as universes spell it; not kept
   * @throws IllegalArgumentException if there are none
   */
  public static SectorFunds of(Map<String, Symbol> funds) {
    if (funds.isEmpty()) {
      throw new IllegalArgumentException("funds must not be empty, were {}");
    }
    return new SectorFunds(funds);
  }

  /** Returns the fund of a sector, empty if it has none. */
  public Optional<Symbol> fund(String sector) {
    return Optional.ofNullable(funds.get(sector));
  }

  /** Returns the funds in the order of their sectors. */
  public List<Symbol> toList() {
    return List.copyOf(funds.values());
  }

  /** Returns the funds' columns by sector. */
  Map<String, Integer> positions(Symbols symbols) {
    Map<String, Integer> positions = new TreeMap<>();
    funds.forEach((sector, fund) -> positions.put(sector, symbols.require(fund)));
    return positions;
  }

  /** Returns the funds as they are written in a feature's name. */
  String label() {
    List<String> labels = new ArrayList<>();
    funds.values().forEach(fund -> labels.add(PairedReturns.label(fund)));
    return String.join(".", labels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SectorFunds that && funds.equals(that.funds);
  }

  @Override
  public int hashCode() {
    return funds.hashCode();
  }

  @Override
  public String toString() {
    return funds.toString();
  }
}
