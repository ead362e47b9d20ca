package io.quantkit.core.store;

import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Symbol;

/** Under which symbol a record may be filed. */
final class Owner {
  private Owner() {}

  static void require(Symbol symbol, Symbol owner) {
    if (!symbol.equals(owner)) {
      throw new IllegalArgumentException(
          "record of %s must not be filed under %s".formatted(owner, symbol));
    }
  }

  static void requireAbout(Symbol symbol, NewsItem item) {
    if (!item.symbols().isEmpty() && !item.symbols().contains(symbol)) {
      throw new IllegalArgumentException(
          "news %s about %s must not be filed under %s"
              .formatted(item.id(), item.symbols(), symbol));
    }
  }
}
