package io.quantkit.core.store;

import static io.quantkit.core.store.RowReader.REST;

import com.google.common.base.Splitter;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Fundamental;
import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.store.Layout.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The layouts of the records of a market. */
final class Layouts {
  private static final int LEVELS = BookSnapshot.MAX_LEVELS;

  static final Layout<Trade> TRADES =
      new Layout<>(
          "trades",
          List.of(
              new Column("price", Layout.Type.NUMBER),
              new Column("size", Layout.Type.NUMBER),
              new Column("aggressor", Layout.Type.TEXT)),
          (trade, row) ->
              row.number(trade.price()).number(trade.size()).text(trade.aggressor().name()),
          row ->
              new Trade(
                  row.eventTime(),
                  row.knownAt(),
                  row.number(REST),
                  row.number(REST + 1),
                  aggressor(row.text(REST + 2))),
          (symbol, trade) -> {});

  static final Layout<Quote> QUOTES =
      new Layout<>(
          "quotes",
          List.of(
              new Column("bid", Layout.Type.NUMBER),
              new Column("bid_size", Layout.Type.NUMBER),
              new Column("ask", Layout.Type.NUMBER),
              new Column("ask_size", Layout.Type.NUMBER)),
          (quote, row) ->
              row.number(quote.bid())
                  .number(quote.bidSize())
                  .number(quote.ask())
                  .number(quote.askSize()),
          row ->
              new Quote(
                  row.eventTime(),
                  row.knownAt(),
                  row.number(REST),
                  row.number(REST + 1),
                  row.number(REST + 2),
                  row.number(REST + 3)),
          (symbol, quote) -> {});

  static final Layout<BookSnapshot> BOOKS =
      new Layout<>("books", bookColumns(), Layouts::writeBook, Layouts::readBook, (s, book) -> {});

  static final Layout<Fundamental> FUNDAMENTALS =
      new Layout<>(
          "fundamentals",
          List.of(
              new Column("item", Layout.Type.TEXT),
              new Column("value", Layout.Type.NUMBER),
              new Column("unit", Layout.Type.TEXT)),
          (one, row) -> row.text(one.item()).number(one.value()).text(one.unit()),
          row ->
              new Fundamental(
                  Symbol.of(row.text(0)),
                  row.text(REST),
                  row.eventTime(),
                  row.knownAt(),
                  row.number(REST + 1),
                  row.text(REST + 2)),
          (symbol, one) -> Owner.require(symbol, one.symbol()));

  static final Layout<NewsItem> NEWS =
      new Layout<>(
          "news",
          List.of(
              new Column("id", Layout.Type.TEXT),
              new Column("source", Layout.Type.TEXT),
              new Column("headline", Layout.Type.TEXT),
              new Column("text", Layout.Type.TEXT),
              new Column("about", Layout.Type.TEXT)),
          (item, row) ->
              row.text(item.id())
                  .text(item.source())
                  .text(item.headline())
                  .text(item.text())
                  .text(
                      item.symbols().stream().map(Symbol::value).collect(Collectors.joining(" "))),
          row ->
              new NewsItem(
                  row.eventTime(),
                  row.knownAt(),
                  row.text(REST),
                  row.text(REST + 1),
                  row.text(REST + 2),
                  row.text(REST + 3),
                  symbols(row.text(REST + 4))),
          Owner::requireAbout);

  private Layouts() {}

  private static Aggressor aggressor(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "BUYER", "BUY", "B" -> Aggressor.BUYER;
      case "SELLER", "SELL", "S" -> Aggressor.SELLER;
      case "UNKNOWN", "" -> Aggressor.UNKNOWN;
      default ->
          throw new IllegalArgumentException(
              "aggressor must be BUYER, SELLER or UNKNOWN, was " + text);
    };
  }

  private static List<Symbol> symbols(String text) {
    return Splitter.on(' ').omitEmptyStrings().splitToStream(text).map(Symbol::of).toList();
  }

  private static List<Column> bookColumns() {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("bid", "bid_size", "ask", "ask_size")) {
      for (int level = 0; level < LEVELS; level++) {
        columns.add(new Column(name + "_" + level, Layout.Type.NUMBER));
      }
    }
    return List.copyOf(columns);
  }

  private static void writeBook(BookSnapshot book, RowWriter row) throws SQLException {
    for (int level = 0; level < LEVELS; level++) {
      row.number(book.bid(level));
    }
    for (int level = 0; level < LEVELS; level++) {
      row.number(book.bidSize(level));
    }
    for (int level = 0; level < LEVELS; level++) {
      row.number(book.ask(level));
    }
    for (int level = 0; level < LEVELS; level++) {
      row.number(book.askSize(level));
    }
  }

  private static BookSnapshot readBook(RowReader row) {
    int bids = depth(row, REST);
    int asks = depth(row, REST + 2 * LEVELS);
    return BookSnapshot.of(
        row.eventTime(),
        row.knownAt(),
        numbers(row, REST, bids),
        numbers(row, REST + LEVELS, bids),
        numbers(row, REST + 2 * LEVELS, asks),
        numbers(row, REST + 3 * LEVELS, asks));
  }

  private static int depth(RowReader row, int first) {
    int depth = 0;
    while (depth < LEVELS && !Double.isNaN(row.number(first + depth))) {
      depth++;
    }
    return depth;
  }

  private static double[] numbers(RowReader row, int first, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = row.number(first + i);
    }
    return numbers;
  }
}
