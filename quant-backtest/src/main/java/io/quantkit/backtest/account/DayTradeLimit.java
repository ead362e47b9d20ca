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
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An account whose broker keeps it from pattern day trading, as US brokers did until FINRA retired
 * the rule: while the account was worth too little at the last close, orders that would be one day
 * trade too many are refused.
 *
 * <p>A day trade is the opening of a position, or the addition to one, and a later execution that
 * makes it smaller in the same session; the next one begins with the next opening. What was held
 * overnight may be closed freely. An order is judged when it arrives, by whether its execution
 * would be a day trade then: what only closes a position, such as the exits of an entry, counts as
 * a day trade and is never refused. FINRA's exception for day trades that are at most 6 % of all
 * trades does not apply.
 *
 * @param account the account but for this
 * @param allowed how many day trades there may be, at least 0
 * @param sessions within how many sessions, the one under way included, at least 1
 * @param equity what the account must have been worth at the last close to be free of this
 * @param until the first date on which the rule does not apply
 */
public record DayTradeLimit(
    AccountModel account, int allowed, int sessions, Decimal equity, LocalDate until)
    implements AccountModel {

  public DayTradeLimit {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(equity, "equity");
    Objects.requireNonNull(until, "until");
    if (allowed < 0 || sessions < 1) {
      throw new IllegalArgumentException(
          "allowed must be at least 0 and sessions at least 1, were " + allowed + ", " + sessions);
    }
  }

  /**
   * Returns an account under FINRA's Rule 4210(f)(8)(B): three day trades within five sessions,
   * unless it is worth 25,000; retired on 2026-06-04.
   */
  public static DayTradeLimit finra(AccountModel account) {
    return new DayTradeLimit(account, 3, 5, Decimal.of(25_000), LocalDate.of(2026, 6, 4));
  }

  @Override
  public BrokerAccount open(AccountOpening opening) {
    return new Limited(this, opening);
  }

  private static final class Limited implements BrokerAccount {
    private final DayTradeLimit rule;
    private final BrokerAccount inner;
    private final TradingCalendar calendar;

    /** Whether something was opened this session that was not closed in part since. */
    private final boolean[] opened;

    /** The number of the session of each day trade of late. */
    private final Deque<Long> dayTrades = new ArrayDeque<>();

    private long session;
    private Decimal lastEquity;

    Limited(DayTradeLimit rule, AccountOpening opening) {
      this.rule = rule;
      this.inner = rule.account.open(opening);
      this.calendar = opening.calendar();
      this.opened = new boolean[opening.symbols().size()];
      this.lastEquity = opening.cash();
    }

    private int recent() {
      while (!dayTrades.isEmpty() && dayTrades.getFirst() <= session - rule.sessions) {
        dayTrades.removeFirst();
      }
      return dayTrades.size();
    }

    private static boolean closes(Decimal position, Side side) {
      return side == Side.BUY ? position.isNegative() : position.isPositive();
    }

    @Override
    public Optional<String> refusal(
        int symbol, Side side, Decimal quantity, Decimal price, long time) {
      Optional<String> refusal = inner.refusal(symbol, side, quantity, price, time);
      boolean dayTrade = opened[symbol] && closes(inner.position(symbol), side);
      if (refusal.isPresent()
          || !dayTrade
          || lastEquity.compareTo(rule.equity) >= 0
          || recent() < rule.allowed
          || !calendar.dateOf(time).isBefore(rule.until)) {
        return refusal;
      }
      return Optional.of(
          "day trade %d within %d sessions needs an equity of %s at the last close, was %s"
              .formatted(recent() + 1, rule.sessions, rule.equity, lastEquity));
    }

    @Override
    public void onFill(int symbol, Fill fill) {
      Decimal before = inner.position(symbol);
      inner.onFill(symbol, fill);
      Decimal after = inner.position(symbol);
      if (opened[symbol] && closes(before, fill.side())) {
        dayTrades.add(session);
        opened[symbol] = false;
      }
      opened[symbol] |=
          after.signum() * before.signum() < 0 || after.abs().compareTo(before.abs()) > 0;
    }

    @Override
    public void onSessionClose(Session closed, Consumer<AccountActivity> sink) {
      inner.onSessionClose(closed, sink);
      lastEquity = inner.snapshot().equity();
      Arrays.fill(opened, false);
      session++;
    }

    @Override
    public void reserve(int symbol, Side side, Decimal quantity, Decimal price) {
      inner.reserve(symbol, side, quantity, price);
    }

    @Override
    public void release(int symbol, Side side, Decimal quantity, Decimal price) {
      inner.release(symbol, side, quantity, price);
    }

    @Override
    public void onBars(BarSlice bars) {
      inner.onBars(bars);
    }

    @Override
    public void onPrice(int symbol, double price) {
      inner.onPrice(symbol, price);
    }

    @Override
    public void onAction(CorporateAction action, ActionTerms terms) {
      inner.onAction(action, terms);
    }

    @Override
    public boolean shorting() {
      return inner.shorting();
    }

    @Override
    public List<Liquidation> liquidations(long time) {
      return inner.liquidations(time);
    }

    @Override
    public Decimal position(int symbol) {
      return inner.position(symbol);
    }

    @Override
    public AccountSnapshot snapshot() {
      return inner.snapshot();
    }
  }
}
