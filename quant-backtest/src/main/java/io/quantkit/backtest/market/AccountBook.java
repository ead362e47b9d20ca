package io.quantkit.backtest.market;

import io.quantkit.backtest.account.Liquidation;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the simulated broker knows of its one account. */
interface AccountBook {

  /**
   * Returns why the account does not allow an order, {@code ""} if it does.
   *
   * @param promised how many units other orders that stand would sell
   * @param leaving an order that makes room for it, null if none does
   */
  String refusal(WorkingOrder order, Decimal promised, @Nullable WorkingOrder leaving);

  /** Returns why an account that allows no short positions refuses an order, as above. */
  default String shortRefusal(WorkingOrder order, Decimal promised) {
    Decimal available = position(order.book).minus(promised);
    return order.buy || order.remaining.compareTo(available) <= 0
        ? ""
        : "selling %s %s would go short, available are %s"
            .formatted(order.remaining, order.book.symbol, available);
  }

  /** Books an execution. */
  void onFill(SymbolBook book, Fill fill);

  /** Takes the closes of bars for the last known prices. */
  void onBars(BarSlice bars, Columns columns);

  /** Takes the last known price of an instrument that is matched by ticks. */
  void onPrice(SymbolBook book, double price);

  /** Applies a corporate action to what is held. */
  void onAction(CorporateAction action, SymbolBook book);

  /** Charges and pays what is due at the close of a session. */
  default void onSessionClose(Session session, Consumer<AccountActivity> sink) {}

  /** Returns what the broker sells or buys back because the account is short of equity. */
  default List<Liquidation> liquidations(long time) {
    return List.of();
  }

  /** Returns whether positions may become negative. */
  boolean shorting();

  /** Returns how many units are held, negative if short. */
  Decimal position(SymbolBook book);

  /** Returns the account as it is now. */
  AccountSnapshot snapshot();
}
