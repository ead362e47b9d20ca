package io.quantkit.backtest.market;

import io.quantkit.backtest.account.AccountModel;
import io.quantkit.backtest.account.AccountOpening;
import io.quantkit.backtest.account.BrokerAccount;
import io.quantkit.backtest.account.Liquidation;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account of any model. What orders that stand need is set aside anew whenever the account is
 * asked for an order; orders that only reduce a position need nothing.
 */
final class BrokerBook implements AccountBook {
  private static final int SCALE = 9;

  private final BrokerAccount account;
  private final SymbolBook[] books;

  /** The last price known of each book, {@code NaN} before the first. */
  private final double[] prices;

  private final List<Reserved> reserved = new ArrayList<>();
  private long now;

  BrokerBook(AccountModel model, AccountOpening opening, SymbolBook[] books) {
    this.account = model.open(opening);
    this.books = books;
    this.prices = new double[books.length];
    Arrays.fill(prices, Double.NaN);
  }

  @Override
  public String refusal(WorkingOrder order, Decimal promised, @Nullable WorkingOrder leaving) {
    reserve(leaving);
    now = Math.max(now, order.activeFrom);
    Optional<String> refusal =
        account.refusal(order.book.index, order.side(), order.remaining, price(order), now);
    return refusal.orElse("");
  }

  private void reserve(@Nullable WorkingOrder leaving) {
    for (Reserved old : reserved) {
      account.release(old.symbol, old.side, old.quantity, old.price);
    }
    reserved.clear();
    for (SymbolBook book : books) {
      for (int i = 0; i < book.size; i++) {
        WorkingOrder order = book.orders[i];
        if (order.working && !order.done && !order.exits && order != leaving) {
          Reserved part = new Reserved(book.index, order.side(), order.remaining, price(order));
          account.reserve(part.symbol, part.side, part.quantity, part.price);
          reserved.add(part);
        }
      }
    }
  }

  /** Returns what a unit is expected to cost; 0 before anything is known of the symbol. */
  private Decimal price(WorkingOrder order) {
    if (order.limitPrice != null) {
      return order.limitPrice;
    }
    double last = prices[order.book.index];
    if (order.buy && !Double.isNaN(order.trigger)) {
      last = Double.isNaN(last) ? order.trigger : Math.max(last, order.trigger);
    }
    return Double.isNaN(last) ? Decimal.ZERO : Decimal.of(last, SCALE, RoundingMode.HALF_EVEN);
  }

  @Override
  public void onFill(SymbolBook book, Fill fill) {
    account.onFill(book.index, fill);
  }

  @Override
  public void onBars(BarSlice bars, Columns columns) {
    for (SymbolBook book : books) {
      int column = columns.of(book);
      if (column >= 0 && book.ticks == null && bars.has(column)) {
        prices[book.index] = bars.close(column);
      }
    }
    now = Math.max(now, bars.knownAt());
    account.onBars(bars);
  }

  @Override
  public void onPrice(SymbolBook book, double price) {
    prices[book.index] = price;
    account.onPrice(book.index, price);
  }

  @Override
  public void onAction(CorporateAction action, SymbolBook book) {
    now = Math.max(now, action.eventTime());
    account.onAction(action, ActionTerms.DEFAULT.withLotSize(book.instrument.lotSize()));
  }

  @Override
  public void onSessionClose(Session session, Consumer<AccountActivity> sink) {
    now = Math.max(now, session.close());
    account.onSessionClose(session, sink);
  }

  @Override
  public List<Liquidation> liquidations(long time) {
    return account.liquidations(time);
  }

  @Override
  public boolean shorting() {
    return account.shorting();
  }

  @Override
  public Decimal position(SymbolBook book) {
    return account.position(book.index);
  }

  @Override
  public AccountSnapshot snapshot() {
    reserve(null);
    return account.snapshot();
  }

  /** What was set aside for an order. */
  private record Reserved(int symbol, Side side, Decimal quantity, Decimal price) {}
}
