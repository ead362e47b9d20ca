package io.quantkit.backtest.account;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account of one, with the shares X, Y and Z, and someone who trades for it. */
final class Desk {
  static final Symbols SYMBOLS = Symbols.of("X", "Y", "Z");
  static final Universe UNIVERSE =
      Universe.of(Instrument.equity("X"), Instrument.equity("Y"), Instrument.equity("Z"));
  static final TradingCalendar CALENDAR = TradingCalendar.xnys();

  final BrokerAccount account;
  final List<AccountActivity> activities = new ArrayList<>();
  private int fills;

  Desk(AccountModel model, String cash) {
    this(model, cash, Financing.NONE);
  }

  Desk(AccountModel model, String cash, Financing financing) {
    account =
        model.open(
            new AccountOpening(
                SYMBOLS, UNIVERSE, CALENDAR, Currency.USD, Decimal.parse(cash), financing));
  }

  static long at(String time) {
    return EpochNanos.parse(time.length() == 10 ? time + "T15:00:00Z" : time);
  }

  /** Returns why an order is refused, empty text if it is not. */
  String refusal(Side side, String symbol, int quantity, String price, String time) {
    return account
        .refusal(
            SYMBOLS.require(Symbol.of(symbol)),
            side,
            Decimal.of(quantity),
            Decimal.parse(price),
            at(time))
        .orElse("");
  }

  /** Executes an order that is not refused. */
  void trade(Side side, String symbol, int quantity, String price, String time) {
    String refusal = refusal(side, symbol, quantity, price, time);
    if (!refusal.isEmpty()) {
      throw new AssertionError(refusal);
    }
    int s = SYMBOLS.require(Symbol.of(symbol));
    Decimal units = Decimal.of(quantity);
    account.reserve(s, side, units, Decimal.parse(price));
    account.release(s, side, units, Decimal.parse(price));
    account.onFill(s, fill(symbol, side, units, Decimal.parse(price), Decimal.ZERO, at(time)));
  }

  Fill fill(String symbol, Side side, Decimal quantity, Decimal price, Decimal fee, long time) {
    return new Fill(
        ClientOrderId.of("o" + ++fills), "e", Symbol.of(symbol), side, quantity, price, fee, time);
  }

  void buy(String symbol, int quantity, String price, String time) {
    trade(Side.BUY, symbol, quantity, price, time);
  }

  void sell(String symbol, int quantity, String price, String time) {
    trade(Side.SELL, symbol, quantity, price, time);
  }

  void price(String symbol, double price) {
    Bar bar = new Bar(0, 1, price, price, price, price, 1);
    account.onBars(BarSlice.of(SYMBOLS, Map.of(Symbol.of(symbol), bar)));
  }

  void prices(double x, double y, double z) {
    Map<Symbol, Bar> bars = new LinkedHashMap<>();
    double[] prices = {x, y, z};
    for (int s = 0; s < 3; s++) {
      double p = prices[s];
      bars.put(SYMBOLS.get(s), new Bar(0, 1, p, p, p, p, 1));
    }
    account.onBars(BarSlice.of(SYMBOLS, bars));
  }

  void close(String date) {
    account.onSessionClose(CALENDAR.session(LocalDate.parse(date)).orElseThrow(), activities::add);
  }

  void act(CorporateAction action) {
    account.onAction(action, ActionTerms.DEFAULT);
  }

  String cash() {
    return account.snapshot().cash().toString();
  }

  String equity() {
    return account.snapshot().equity().toString();
  }

  String buyingPower() {
    return account.snapshot().buyingPower().toString();
  }

  String position(String symbol) {
    return account.position(SYMBOLS.require(Symbol.of(symbol))).toString();
  }
}
