package io.quantkit.core.quality;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges trades, quotes and order books before they are used, and trades beside quotes.
 *
 * <p>This is judgement after the fact: a price counts as bad because a later one is back where it
 * was, a spread as wide by those before and after it. Immutable and thread-safe.
 *
 * @param calendar when the market trades
 * @param rules which rules apply, and how
 * @param asOf when the data was taken, in epoch nanoseconds; nothing may be known later
 * @param tickSize what prices are multiples of; {@code NaN} if that is not to be judged
 */
public record TickValidator(
    TradingCalendar calendar, QualityRules rules, long asOf, double tickSize) {

  public TickValidator {
    if (tickSize <= 0 || Double.isInfinite(tickSize)) {
      throw new IllegalArgumentException("tickSize must be positive and finite, was " + tickSize);
    }
  }

  /** Returns a validator with the standard rules, for data of any time and any tick. */
  public static TickValidator of(TradingCalendar calendar) {
    return new TickValidator(calendar, QualityRules.standard(), Long.MAX_VALUE, Double.NaN);
  }

  /** Returns this validator with other rules. */
  public TickValidator withRules(QualityRules newRules) {
    return new TickValidator(calendar, newRules, asOf, tickSize);
  }

  /** Returns this validator for data taken at a time, in epoch nanoseconds. */
  public TickValidator withAsOf(long newAsOf) {
    return new TickValidator(calendar, rules, newAsOf, tickSize);
  }

  /** Returns this validator for prices that are multiples of a tick. */
  public TickValidator withTickSize(double newTickSize) {
    return new TickValidator(calendar, rules, asOf, newTickSize);
  }

  /** Returns which rows are trades, which are not, and what is wrong with them. */
  public CheckedTicks<Trade> trades(RawTrades raw) {
    TickCheck check = new TickCheck(raw.symbol(), this, raw.times, raw.knownAts, raw.sequences);
    for (int row = 0; row < raw.size; row++) {
      if (Double.isNaN(raw.prices[row])) {
        check.out.row(QualityRule.NON_FINITE, row, "price must be there, was missing");
        check.unsound[row] = true;
      }
      check.price(row, "price", raw.prices[row]);
      if (!(raw.sizes[row] > 0) || raw.sizes[row] == Double.POSITIVE_INFINITY) {
        check.out.row(
            QualityRule.TRADE_SIZE, row, "size must be above 0 and finite, was " + raw.sizes[row]);
        check.unsound[row] = true;
      }
    }
    check.judgeTimes();
    check.judgePrices(raw.prices);
    List<Trade> trades = new ArrayList<>();
    for (int row : check.kept) {
      if (!check.out.withheld(row)) {
        trades.add(
            new Trade(
                raw.times[row],
                raw.knownAts[row],
                raw.prices[row],
                raw.sizes[row],
                Aggressor.UNKNOWN));
      }
    }
    return new CheckedTicks<>(trades, check.out.quarantined(), check.report());
  }

  /** Returns which rows are quotes, which are not, and what is wrong with them. */
  public CheckedTicks<Quote> quotes(RawQuotes raw) {
    TickCheck check = new TickCheck(raw.symbol(), this, raw.times, raw.knownAts, raw.sequences);
    for (int row = 0; row < raw.size; row++) {
      check.price(row, "bid", raw.bids[row]);
      check.price(row, "ask", raw.asks[row]);
      judgeSize(check, row, "bid", raw.bids[row], raw.bidSizes[row]);
      judgeSize(check, row, "ask", raw.asks[row], raw.askSizes[row]);
    }
    check.judgeTimes();
    double[] mids = new double[raw.size];
    double[] spreads = new double[check.kept.length];
    for (int k = 0; k < check.kept.length; k++) {
      int row = check.kept[k];
      double spread = raw.asks[row] - raw.bids[row];
      mids[row] = spread < 0 ? Double.NaN : raw.bids[row] + spread / 2;
      spreads[k] = spread;
      if (spread < 0) {
        check.out.row(
            QualityRule.CROSSED_QUOTE,
            row,
            "the bid must be below the ask, were %s and %s"
                .formatted(raw.bids[row], raw.asks[row]));
      }
    }
    judgeDuplicates(raw, check);
    judgeLocked(spreads, check);
    judgeSpreads(raw, spreads, check);
    check.judgePrices(mids);
    check.judgeSilence();
    List<Quote> quotes = new ArrayList<>();
    for (int row : check.kept) {
      if (!check.out.withheld(row)) {
        quotes.add(
            new Quote(
                raw.times[row],
                raw.knownAts[row],
                raw.bids[row],
                raw.bidSizes[row],
                raw.asks[row],
                raw.askSizes[row]));
      }
    }
    return new CheckedTicks<>(quotes, check.out.quarantined(), check.report());
  }

  private static void judgeSize(TickCheck check, int row, String side, double price, double size) {
    if (!(size >= 0) || size == Double.POSITIVE_INFINITY || (Double.isNaN(price) && size > 0)) {
      check.out.row(
          QualityRule.TRADE_SIZE,
          row,
          "%s size must be at least 0, finite and at a price, was %s at %s"
              .formatted(side, size, price));
      check.unsound[row] = true;
    } else if (size == 0 && price > 0) {
      check.out.row(QualityRule.ZERO_SIZE, row, side + " must have a size, was 0 at " + price);
    }
  }

  private static void judgeDuplicates(RawQuotes raw, TickCheck check) {
    for (int k = 1; k < check.kept.length; k++) {
      int a = check.kept[k - 1];
      int b = check.kept[k];
      if (raw.sequences[b] < 0
          && raw.times[a] == raw.times[b]
          && raw.knownAts[a] == raw.knownAts[b]
          && Double.compare(raw.bids[a], raw.bids[b]) == 0
          && Double.compare(raw.asks[a], raw.asks[b]) == 0
          && raw.bidSizes[a] == raw.bidSizes[b]
          && raw.askSizes[a] == raw.askSizes[b]) {
        check.out.row(
            QualityRule.DUPLICATE_TICK, b, "a quote must come once, row " + a + " is the same");
      }
    }
  }

  private void judgeLocked(double[] spreads, TickCheck check) {
    double least = rules.value(QualityRule.LOCKED_QUOTE, "quotes");
    for (int k = 0, run = 0; k <= spreads.length; k++) {
      if (k < spreads.length && spreads[k] == 0) {
        run++;
        continue;
      }
      if (run > 0 && run >= least) {
        check.out.rows(
            QualityRule.LOCKED_QUOTE,
            check.kept[k - run],
            run,
            run + " quotes in a row have the bid at the ask");
      }
      run = 0;
    }
  }

  private void judgeSpreads(RawQuotes raw, double[] spreads, TickCheck check) {
    double times = rules.value(QualityRule.WIDE_SPREAD, "times");
    double share = rules.value(QualityRule.WIDE_SPREAD, "share");
    double[] sizes = spreads.clone();
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = sizes[k] < 0 ? Double.NaN : sizes[k];
    }
    LocalScale scale = new LocalScale(sizes, (int) rules.value(QualityRule.WIDE_SPREAD, "window"));
    for (int k = 0; k < spreads.length; k++) {
      double limit = times * scale.at(k);
      int row = check.kept[k];
      if (spreads[k] > limit && spreads[k] > share * raw.bids[row]) {
        check.out.row(
            QualityRule.WIDE_SPREAD,
            row,
            String.format(
                Locale.ROOT,
                "the spread must be less than %.6g, was %.6g from %s to %s",
                limit,
                spreads[k],
                raw.bids[row],
                raw.asks[row]));
      }
    }
  }

  /** Returns which rows are books, which are not, and what is wrong with them. */
  public CheckedTicks<BookSnapshot> books(RawBooks raw) {
    int n = raw.size();
    long[] times = new long[n];
    long[] knownAts = new long[n];
    long[] sequences = new long[n];
    double[] mids = new double[n];
    for (int row = 0; row < n; row++) {
      RawBooks.Row book = raw.row(row);
      times[row] = book.time;
      knownAts[row] = book.knownAt;
      sequences[row] = book.sequence;
      mids[row] =
          book.bids.length == 0 || book.asks.length == 0 || book.bids[0] > book.asks[0]
              ? Double.NaN
              : (book.bids[0] + book.asks[0]) / 2;
    }
    TickCheck check = new TickCheck(raw.symbol(), this, times, knownAts, sequences);
    for (int row = 0; row < n; row++) {
      RawBooks.Row book = raw.row(row);
      judgeSide(check, row, "bid", book.bids, book.bidSizes, -1);
      judgeSide(check, row, "ask", book.asks, book.askSizes, 1);
      if (book.bids.length > 0 && book.asks.length > 0 && book.bids[0] > book.asks[0]) {
        check.out.row(
            QualityRule.CROSSED_QUOTE,
            row,
            "the best bid must be below the best ask, were %s and %s"
                .formatted(book.bids[0], book.asks[0]));
      }
    }
    check.judgeTimes();
    check.judgePrices(mids);
    check.judgeSilence();
    List<BookSnapshot> books = new ArrayList<>();
    for (int row : check.kept) {
      if (!check.out.withheld(row)) {
        RawBooks.Row book = raw.row(row);
        books.add(
            BookSnapshot.of(
                book.time, book.knownAt, book.bids, book.bidSizes, book.asks, book.askSizes));
      }
    }
    return new CheckedTicks<>(books, check.out.quarantined(), check.report());
  }

  private static void judgeSide(
      TickCheck check, int row, String side, double[] prices, double[] sizes, int direction) {
    if (prices.length > BookSnapshot.MAX_LEVELS) {
      check.out.row(
          QualityRule.BOOK_ORDER,
          row,
          "a side must have at most %d levels, was %d"
              .formatted(BookSnapshot.MAX_LEVELS, prices.length));
      check.unsound[row] = true;
    }
    for (int level = 0; level < prices.length; level++) {
      if (Double.isNaN(prices[level])) {
        check.out.row(QualityRule.NON_FINITE, row, side + " " + level + " must have a price");
        check.unsound[row] = true;
      }
      check.price(row, side + " " + level, prices[level]);
      if (!(sizes[level] > 0) || sizes[level] == Double.POSITIVE_INFINITY) {
        check.out.row(
            QualityRule.TRADE_SIZE,
            row,
            "%s size %d must be above 0 and finite, was %s".formatted(side, level, sizes[level]));
        check.unsound[row] = true;
      }
      if (level > 0 && (prices[level] - prices[level - 1]) * direction <= 0) {
        check.out.row(
            QualityRule.BOOK_ORDER,
            row,
            "%s %d must be worse than the one before it, was %s after %s"
                .formatted(side, level, prices[level], prices[level - 1]));
        check.unsound[row] = true;
      }
    }
  }

  /**
   * Returns which trades happened outside the quote that was in force when they did: the last one
   * before them, or at their time any.
   *
   * @param trades oldest first
   * @param quotes oldest first
   */
  public DataQualityReport compare(Symbol symbol, List<Trade> trades, List<Quote> quotes) {
    long[] times = trades.stream().mapToLong(Trade::eventTime).toArray();
    Findings out = new Findings(symbol, rules, times);
    double share = rules.value(QualityRule.TRADE_THROUGH, "share");
    int q = 0;
    for (int t = 0; t < times.length; t++) {
      while (q + 1 < quotes.size() && quotes.get(q + 1).eventTime() < times[t]) {
        q++;
      }
      if (quotes.isEmpty() || quotes.get(q).eventTime() > times[t]) {
        continue;
      }
      double bid = quotes.get(q).bid();
      double ask = quotes.get(q).ask();
      for (int j = q + 1; j < quotes.size() && quotes.get(j).eventTime() == times[t]; j++) {
        bid = Math.min(bid, quotes.get(j).bid());
        ask = Math.max(ask, quotes.get(j).ask());
      }
      double price = trades.get(t).price();
      if (price > ask * (1 + share) || price < bid * (1 - share)) {
        out.row(
            QualityRule.TRADE_THROUGH,
            t,
            "trades must happen within %s and %s, was at %s".formatted(bid, ask, price));
      }
    }
    return new DataQualityReport(
        List.of(new DataQualityReport.Coverage(symbol, times.length, times.length, List.of())),
        out.toList(),
        times.length,
        times.length);
  }
}
