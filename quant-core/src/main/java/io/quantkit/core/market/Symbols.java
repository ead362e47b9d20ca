package io.quantkit.core.market;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An immutable, ordered list of distinct symbols that knows the position of each: the column heads
 * of panels, weights and cross-sections.
 */
public final class Symbols implements Iterable<Symbol> {
  private final List<Symbol> list;
  private final Map<Symbol, Integer> positions;

  private Symbols(List<Symbol> list) {
    this.list = list;
    this.positions = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      if (positions.put(list.get(i), i) != null) {
        throw new IllegalArgumentException("symbols must be distinct, were " + list);
      }
    }
  }

  /**
   * Returns the symbols in the given order.
   *
   * @throws IllegalArgumentException if a symbol occurs twice
   */
  public static Symbols of(Symbol... symbols) {
    return new Symbols(List.of(symbols));
  }

  /**
   * Returns the symbols with the given texts, in the given order.
   *
   * @throws IllegalArgumentException if a symbol occurs twice or is malformed
   */
  public static Symbols of(String... symbols) {
    return new Symbols(Arrays.stream(symbols).map(Symbol::new).toList());
  }

  /**
   * Returns the symbols in the iteration order of {@code symbols}.
   *
   * @throws IllegalArgumentException if a symbol occurs twice
   */
  public static Symbols copyOf(Collection<Symbol> symbols) {
    return new Symbols(List.copyOf(symbols));
  }

  /** Returns how many symbols there are. */
  public int size() {
    return list.size();
  }

  /** Returns the symbol at a position. */
  public Symbol get(int index) {
    return list.get(index);
  }

  /** Returns the position of a symbol, or -1 if it is not in the list. */
  public int indexOf(Symbol symbol) {
    return positions.getOrDefault(symbol, -1);
  }

  /**
   * Returns the position of a symbol.
   *
   * @throws IllegalArgumentException if the symbol is not in the list
   */
  public int require(Symbol symbol) {
    int index = indexOf(symbol);
    if (index < 0) {
      throw new IllegalArgumentException("symbol " + symbol + " is not among " + list);
    }
    return index;
  }

  /** Returns whether the symbol is in the list. */
  public boolean contains(Symbol symbol) {
    return positions.containsKey(symbol);
  }

  /** Returns the symbols as an immutable list. */
  public List<Symbol> toList() {
    return list;
  }

  @Override
  public Iterator<Symbol> iterator() {
    return list.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Symbols that && list.equals(that.list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
