package io.quantkit.core.market;

import java.util.List;

/**
 * A piece of news.
 *
 * @param eventTime when it was written, in epoch nanoseconds UTC
 * @param knownAt when it was published, in epoch nanoseconds UTC; a corrected version has a later
 *     one
 * @param id the source's name for it, the same for all its versions, not empty
 * @param source who wrote it
 * @param headline the title
 * @param text the text, {@code ""} if only the headline is told
 * @param symbols the instruments it is about, none if it is about the market
 */
public record NewsItem(
    long eventTime,
    long knownAt,
    String id,
    String source,
    String headline,
    String text,
    List<Symbol> symbols)
    implements MarketRecord {

  /**
   * Creates a piece of news.
   *
   * @throws IllegalArgumentException if it is known before it was written or has no id
   */
  public NewsItem {
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
    if (id.isBlank()) {
      throw new IllegalArgumentException("id must not be empty");
    }
    symbols = List.copyOf(symbols);
  }
}
