package io.quantkit.backtest.account;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The account of one run in the books of its broker. Symbols are told by their position among those
 * that the account was {@linkplain AccountOpening opened} with; slices of bars may have others.
 *
 * <p>Called in this order: {@link #refusal} before an order is taken, {@link #reserve} when it is;
 * {@link #release} of what is executed, cancelled or expired, of an execution before {@link
 * #onFill}; {@link #onBars} when orders were matched against the bars; {@link #onSessionClose}
 * after the last bars of a session. Times never decrease.
 */
public interface BrokerAccount {

  /**
   * Returns why the broker does not take an order, empty if it does. Whatever brings a position
   * nearer to zero needs no money.
   *
   * @param quantity how many units, positive
   * @param price what a unit is expected to cost: the limit, or the last price known
   * @param time when the order arrives, in epoch nanoseconds
   */
  Optional<String> refusal(int symbol, Side side, Decimal quantity, Decimal price, long time);

  /**
   * Sets money and units aside for an order that works.
   *
   * @param quantity how many units, positive
   * @param price what they are expected to cost each, as told to {@link #refusal}
   */
  void reserve(int symbol, Side side, Decimal quantity, Decimal price);

  /**
   * Gives back what was set aside for units that are executed now or never will be.
   *
   * @param quantity how many units, positive
   * @param price the price told to {@link #reserve}
   */
  void release(int symbol, Side side, Decimal quantity, Decimal price);

  /** Books an execution. */
  void onFill(int symbol, Fill fill);

  /** Takes the closes of bars for the last known prices. */
  void onBars(BarSlice bars);

  /** Takes the last known price of a symbol that is matched by ticks. */
  void onPrice(int symbol, double price);

  /**
   * Applies a corporate action to what is held and owed.
   *
   * @param terms how the account takes part in it
   */
  void onAction(CorporateAction action, ActionTerms terms);

  /**
   * Charges and pays what is due at the close of a session.
   *
   * @param sink is told of each amount, which is booked already
   */
  void onSessionClose(Session session, Consumer<AccountActivity> sink);

  /** Returns whether positions may become negative. */
  boolean shorting();

  /**
   * Returns the orders by which the broker brings the account back within its requirements, in the
   * order in which it places them, having cancelled the account's own orders in these symbols; none
   * if it does not have to. They are good for the day: what was returned on the same date before
   * and is not executed yet counts as closed.
   *
   * @param time now, in epoch nanoseconds
   */
  List<Liquidation> liquidations(long time);

  /** Returns how many units of a symbol are held, negative if short. */
  Decimal position(int symbol);

  /** Returns the account as its broker sees it now. */
  AccountSnapshot snapshot();
}
