package io.quantkit.backtest.market;

import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An account without credit: cash and positions, and short positions only where allowed. */
final class PlainAccount implements AccountBook {
  private static final int MONEY_SCALE = 9;

  private final Currency currency;
  private final boolean shorting;
  private final SymbolBook[] books;
  private final Decimal[] positions;
  private final double[] prices;
  private final int[] held;
  private int heldCount;
  private final Purse cash;

  PlainAccount(SymbolBook[] books, Currency currency, Decimal cash, boolean shorting) {
    this.books = books;
    this.currency = currency;
    this.cash = new Purse(cash);
    this.shorting = shorting;
    this.positions = new Decimal[books.length];
    this.prices = new double[books.length];
    this.held = new int[books.length];
    Arrays.fill(positions, Decimal.ZERO);
  }

  @Override
  public String refusal(WorkingOrder order, Decimal promised, @Nullable WorkingOrder leaving) {
    return shorting ? "" : shortRefusal(order, promised);
  }

  @Override
  public void onFill(SymbolBook book, Fill fill) {
    cash.trade(fill);
    prices[book.index] = fill.price().doubleValue();
    Decimal held = positions[book.index];
    Decimal quantity = fill.quantity();
    hold(book.index, fill.side() == Side.BUY ? held.plus(quantity) : held.minus(quantity));
  }

  private void hold(int book, Decimal quantity) {
    boolean was = !positions[book].isZero();
    positions[book] = quantity;
    if (was == quantity.isZero()) {
      if (was) {
        int place = 0;
        while (held[place] != book) {
          place++;
        }
        held[place] = held[--heldCount];
      } else {
        held[heldCount++] = book;
      }
    }
  }

  @Override
  public void onBars(BarSlice bars, Columns columns) {
    for (int i = 0; i < heldCount; i++) {
      int book = held[i];
      int column = columns.of(book);
      double close = column < 0 ? Double.NaN : bars.close(column);
      if (!Double.isNaN(close)) {
        prices[book] = close;
      }
    }
  }

  @Override
  public void onPrice(SymbolBook book, double price) {
    prices[book.index] = price;
  }

  /** Lets a ledger that holds the same work out what becomes of it. */
  @Override
  public void onAction(CorporateAction action, SymbolBook book) {
    Decimal quantity = positions[book.index];
    if (quantity.isZero()) {
      return;
    }
    Ledger ledger = Ledger.open(currency);
    Decimal price = rounded(prices[book.index]);
    Side side = quantity.isPositive() ? Side.BUY : Side.SELL;
    ledger.apply(
        new Fill(
            ClientOrderId.of("held"),
            "1",
            book.symbol,
            side,
            quantity.abs(),
            price,
            Decimal.ZERO,
            action.eventTime()));
    Decimal before = ledger.cash();
    ledger.mark(book.symbol, price);
    ledger.apply(action, ActionTerms.DEFAULT.withLotSize(book.instrument.lotSize()));
    ledger.payDividends(Long.MAX_VALUE);
    cash.add(ledger.cash().minus(before));
    hold(book.index, Decimal.ZERO);
    for (Position position : ledger.positions()) {
      for (SymbolBook other : books) {
        if (other.symbol.equals(position.symbol())) {
          hold(other.index, positions[other.index].plus(position.quantity()));
          prices[other.index] =
              position.marketValue().doubleValue() / position.quantity().doubleValue();
        }
      }
    }
  }

  @Override
  public boolean shorting() {
    return shorting;
  }

  @Override
  public Decimal position(SymbolBook book) {
    return positions[book.index];
  }

  @Override
  public AccountSnapshot snapshot() {
    Decimal money = cash.amount();
    Decimal equity = money;
    for (int i = 0; i < heldCount; i++) {
      Decimal price = rounded(prices[held[i]]);
      equity = equity.plus(positions[held[i]].times(price, MONEY_SCALE, RoundingMode.HALF_EVEN));
    }
    return new AccountSnapshot("simulated", currency, money, equity, money.max(Decimal.ZERO));
  }

  private static Decimal rounded(double price) {
    return Decimal.of(price, MONEY_SCALE, RoundingMode.HALF_EVEN);
  }
}
