package io.quantkit.core.data;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The symbols of one file, numbered in the order of their appearance, found by their bytes: a
 * symbol is made into an object once and not once a row.
 */
final class SymbolTable {
  /** The most symbols believed; more of them are the wrong column. */
  static final int MOST = 1 << 20;

  private final String source;
  private final List<Symbol> symbols = new ArrayList<>();
  private final Map<Symbol, Integer> indices = new HashMap<>();

  private byte[][] keys = new byte[32][];
  private int[] values = new int[32];
  private int used;
  private byte[] last = new byte[0];
  private int lastIndex = -1;

  SymbolTable(String source) {
    this.source = source;
  }

  /** Returns the symbols so far; a view that cannot be modified. */
  List<Symbol> symbols() {
    return Collections.unmodifiableList(symbols);
  }

  Symbol symbol(int index) {
    return symbols.get(index);
  }

  int size() {
    return symbols.size();
  }

  /** Returns the number of a symbol, a new one if it is new. */
  int index(Symbol symbol) {
    Integer known = indices.get(symbol);
    if (known != null) {
      return known;
    }
    if (used >= MOST || symbols.size() >= MOST) {
      throw new DataCorruptionException(
          source, source + " has more than " + MOST + " symbols; is it the right column?");
    }
    symbols.add(symbol);
    indices.put(symbol, symbols.size() - 1);
    return symbols.size() - 1;
  }

  /** Returns the number of the symbol in a field of the current row. */
  int index(CsvRows rows, int column) throws RowFault {
    byte[] bytes = rows.bytes();
    int from = rows.from(column);
    int to = rows.to(column);
    if (lastIndex >= 0 && Arrays.equals(bytes, from, to, last, 0, last.length)) {
      return lastIndex;
    }
    int slot = slot(bytes, from, to);
    if (keys[slot] == null) {
      int index = index(symbol(rows.text(column)));
      if (2 * used >= keys.length) {
        grow();
        slot = slot(bytes, from, to);
      }
      keys[slot] = Arrays.copyOfRange(bytes, from, to);
      values[slot] = index;
      used++;
    }
    last = keys[slot];
    lastIndex = values[slot];
    return lastIndex;
  }

  private static Symbol symbol(String text) throws RowFault {
    try {
      return Symbol.of(text.strip());
    } catch (IllegalArgumentException malformed) {
      throw new RowFault(RowRule.SYMBOL, String.valueOf(malformed.getMessage()));
    }
  }

  /** Returns where a key is or belongs. */
  private int slot(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + bytes[at];
    }
    int mask = keys.length - 1;
    int slot = (((hash ^ (hash >>> 15)) * 0x9e3779b1) >>> 7) & mask;
    while (keys[slot] != null
        && !Arrays.equals(bytes, from, to, keys[slot], 0, keys[slot].length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    byte[][] oldKeys = keys;
    int[] oldValues = values;
    keys = new byte[2 * oldKeys.length][];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int slot = slot(oldKeys[i], 0, oldKeys[i].length);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
