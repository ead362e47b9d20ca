package io.quantkit.backtest.market;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.ledger.Conversion;
import io.quantkit.core.ledger.FxRates;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.MultiCurrencyLedger;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account in several currencies, without limit of credit: cash and positions, and short
 * positions only where allowed. Its books are kept by the rules of the engine's own.
 */
final class CurrencyBook implements AccountBook {
  private final MultiCurrencyLedger ledger;
  private final Universe universe;
  private final boolean shorting;

  CurrencyBook(
      Universe universe, FxRates rates, Conversion conversion, Decimal cash, boolean shorting) {
    this.universe = universe;
    this.shorting = shorting;
    this.ledger = MultiCurrencyLedger.open(rates, conversion, Ledger::open);
    if (cash.isPositive()) {
      ledger.ledger(rates.base()).deposit(Long.MIN_VALUE, cash);
    }
  }

  @Override
  public String refusal(WorkingOrder order, Decimal promised, @Nullable WorkingOrder leaving) {
    return shorting ? "" : shortRefusal(order, promised);
  }

  @Override
  public void onFill(SymbolBook book, Fill fill) {
    ledger.advanceTo(fill.time());
    ledger.apply(fill, universe);
  }

  @Override
  public void onBars(BarSlice bars, Columns columns) {
    ledger.advanceTo(bars.knownAt());
    ledger.mark(bars, universe);
  }

  @Override
  public void onPrice(SymbolBook book, double price) {
    ledger.mark(book.symbol, price, universe);
  }

  @Override
  public void onAction(CorporateAction action, SymbolBook book) {
    ledger.advanceTo(action.eventTime());
    ledger.apply(action, ActionTerms.DEFAULT.withLotSize(book.instrument.lotSize()), universe);
  }

  @Override
  public void onSessionClose(Session session, Consumer<AccountActivity> sink) {
    ledger.advanceTo(session.close());
    ledger.payDividends(session.close());
  }

  @Override
  public boolean shorting() {
    return shorting;
  }

  @Override
  public Decimal position(SymbolBook book) {
    return ledger.position(book.symbol).quantity();
  }

  @Override
  public AccountSnapshot snapshot() {
    Decimal cash = ledger.cash();
    return new AccountSnapshot(
        "simulated", ledger.currency(), cash, ledger.equity(), cash.max(Decimal.ZERO));
  }
}
