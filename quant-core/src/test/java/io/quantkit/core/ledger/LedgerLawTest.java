package io.quantkit.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * After every one of 200,000 random events the books balance, equity explains itself, and all of it
 * equals what plain {@link BigDecimal} arithmetic says.
 */
class LedgerLawTest {
  private static final int EVENTS = 1_000;
  private static final List<Symbol> SYMBOLS =
      List.of(
          Symbol.of("AAPL"),
          Symbol.of("BTC/USD"),
          Symbol.of("IBM"),
          Symbol.of("MSFT"),
          Symbol.of("SPY"),
          Symbol.of("XOM"));

  @Property(tries = 200)
  void theBooksBalanceAndExplainEquityAfterEveryEvent(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LotMethod method = LotMethod.values()[random.nextInt(2)];
    int scale = new int[] {0, 2, 6, 9}[random.nextInt(4)];
    Decimal[] journaled = new Decimal[LedgerAccount.values().length];
    Arrays.fill(journaled, Decimal.ZERO);
    Ledger ledger =
        Ledger.builder(Currency.USD)
            .lotMethod(method)
            .moneyScale(scale)
            .listener(entry -> add(journaled, entry))
            .build();
    Oracle oracle = new Oracle(method, scale);
    for (int i = 0; i < EVENTS; i++) {
      happen(random, i, ledger, oracle);
      assertLaws(ledger, i);
      oracle.assertAgrees(ledger, i);
    }
    for (LedgerAccount account : LedgerAccount.values()) {
      assertThat(journaled[account.ordinal()]).isEqualTo(ledger.trialBalance().balance(account));
    }
  }

  private static void add(Decimal[] journaled, JournalEntry entry) {
    Decimal sum = Decimal.ZERO;
    for (Posting posting : entry.postings()) {
      int account = posting.account().ordinal();
      journaled[account] = journaled[account].plus(posting.amount());
      sum = sum.plus(posting.amount());
    }
    assertThat(sum).isEqualTo(Decimal.ZERO);
  }

  private static void happen(SplittableRandom random, int i, Ledger ledger, Oracle oracle) {
    Symbol symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
    int kind = random.nextInt(100);
    if (kind < 60) {
      Fill fill = randomFill(random, i, symbol, ledger);
      ledger.apply(fill);
      oracle.fill(fill);
    } else if (kind < 80) {
      Decimal price = random.nextInt(50) == 0 ? Decimal.ZERO : decimal(random, 500);
      ledger.mark(symbol, price);
      oracle.mark(symbol, price);
    } else {
      Decimal amount = decimal(random, 100_000);
      Decimal signed = random.nextInt(4) == 0 ? amount.negated() : amount;
      if (kind < 85) {
        ledger.deposit(i, amount);
        oracle.flow("deposits", amount);
      } else if (kind < 87) {
        ledger.withdraw(i, amount);
        oracle.flow("deposits", amount.negated());
      } else if (kind < 92) {
        ledger.dividend(i, symbol, signed);
        oracle.flow("dividends", signed);
      } else if (kind < 96) {
        ledger.interest(i, signed);
        oracle.flow("interest", signed);
      } else {
        ledger.fee(i, signed, "service");
        oracle.flow("fees", signed);
      }
    }
  }

  private static Fill randomFill(SplittableRandom random, int i, Symbol symbol, Ledger ledger) {
    Decimal held = ledger.position(symbol).quantity();
    boolean closeAll = !held.isZero() && random.nextInt(8) == 0;
    Side side =
        closeAll
            ? held.isPositive() ? Side.SELL : Side.BUY
            : random.nextBoolean() ? Side.BUY : Side.SELL;
    return new Fill(
        ClientOrderId.of("o-" + random.nextInt(50)),
        "e-" + i,
        symbol,
        side,
        closeAll ? held.abs() : decimal(random, 1_000),
        decimal(random, 500),
        Decimal.ofScaled(random.nextLong(-2_000, 10_000), random.nextInt(2, 10)),
        i);
  }

  /** Returns a positive number up to a limit, with up to nine decimals; tiny ones included. */
  private static Decimal decimal(SplittableRandom random, long limit) {
    int scale = random.nextInt(10);
    if (random.nextInt(10) == 0) {
      return Decimal.ofScaled(random.nextLong(1, 30), scale);
    }
    long unit = BigDecimal.TEN.pow(scale).longValueExact();
    return Decimal.ofScaled(random.nextLong(1, limit * unit), scale);
  }

  private static void assertLaws(Ledger ledger, int event) {
    TrialBalance trial = ledger.trialBalance();
    assertThat(trial.balanced()).as("event %d: %s", event, trial).isTrue();
    assertThat(trial.debits().minus(trial.credits())).isEqualTo(Decimal.ZERO);
    Decimal values = Decimal.ZERO;
    Decimal costs = Decimal.ZERO;
    Decimal realised = Decimal.ZERO;
    for (Symbol symbol : SYMBOLS) {
      realised = realised.plus(ledger.realisedPnl(symbol));
    }
    assertThat(realised).isEqualTo(ledger.realisedPnl());
    for (Position position : ledger.positions()) {
      values = values.plus(position.marketValue());
      costs = costs.plus(position.costBasis());
      assertLotsMakeUp(position, ledger.lots(position.symbol()));
    }
    assertThat(costs).isEqualTo(trial.balance(LedgerAccount.POSITIONS));
    assertThat(ledger.equity()).as("event %d", event).isEqualTo(ledger.cash().plus(values));
    assertThat(ledger.equity())
        .as("event %d", event)
        .isEqualTo(
            ledger
                .deposits()
                .plus(ledger.realisedPnl())
                .plus(ledger.unrealisedPnl())
                .plus(ledger.dividends())
                .plus(ledger.interest())
                .minus(ledger.fees()));
  }

  private static void assertLotsMakeUp(Position position, List<Lot> lots) {
    Decimal quantity = Decimal.ZERO;
    Decimal cost = Decimal.ZERO;
    for (Lot lot : lots) {
      assertThat(lot.quantity().signum()).isEqualTo(position.quantity().signum());
      assertThat(lot.cost().signum() * position.quantity().signum()).isNotNegative();
      quantity = quantity.plus(lot.quantity());
      cost = cost.plus(lot.cost());
    }
    assertThat(quantity).isEqualTo(position.quantity());
    assertThat(cost).isEqualTo(position.costBasis());
  }

  /** The same books by signed quantities and lists of lots, in numbers without a limit. */
  private static final class Oracle {
    private final boolean oldestFirst;
    private final int scale;
    private final Map<Symbol, List<BigDecimal[]>> lots = new LinkedHashMap<>();
    private final Map<Symbol, BigDecimal> prices = new LinkedHashMap<>();
    private final Map<String, BigDecimal> flows = new LinkedHashMap<>();
    private BigDecimal cash = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;

    Oracle(LotMethod method, int scale) {
      this.oldestFirst = method == LotMethod.FIFO;
      this.scale = scale;
    }

    void flow(String name, Decimal amount) {
      BigDecimal money = money(amount.toBigDecimal());
      flows.merge(name, money, BigDecimal::add);
      cash = name.equals("fees") ? cash.subtract(money) : cash.add(money);
    }

    void mark(Symbol symbol, Decimal price) {
      if (!lots.getOrDefault(symbol, List.of()).isEmpty()) {
        prices.put(symbol, price.toBigDecimal());
      }
    }

    void fill(Fill fill) {
      List<BigDecimal[]> held = lots.computeIfAbsent(fill.symbol(), s -> new ArrayList<>());
      BigDecimal price = fill.price().toBigDecimal();
      BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
      BigDecimal notional = money(fill.quantity().toBigDecimal().multiply(price));
      cash = cash.subtract(sign.multiply(notional));
      flow("fees", fill.fee());
      BigDecimal open = fill.quantity().toBigDecimal();
      BigDecimal closed = BigDecimal.ZERO;
      BigDecimal cost = BigDecimal.ZERO;
      while (open.signum() > 0 && !held.isEmpty() && side(held) != sign.intValue()) {
        int at = oldestFirst ? 0 : held.size() - 1;
        BigDecimal[] lot = held.get(at);
        BigDecimal part = open.min(lot[0].abs());
        BigDecimal partCost =
            part.compareTo(lot[0].abs()) == 0 ? lot[2] : money(part.multiply(lot[1])).min(lot[2]);
        lot[0] = lot[0].add(sign.multiply(part));
        lot[2] = lot[2].subtract(partCost);
        cost = cost.add(partCost);
        closed = closed.add(part);
        open = open.subtract(part);
        if (lot[0].signum() == 0) {
          held.remove(at);
        }
      }
      BigDecimal proceeds = open.signum() == 0 ? notional : money(closed.multiply(price));
      realised = realised.subtract(sign.multiply(proceeds.subtract(cost)));
      if (open.signum() > 0) {
        held.add(new BigDecimal[] {sign.multiply(open), price, notional.subtract(proceeds)});
      }
      prices.put(fill.symbol(), price);
    }

    void assertAgrees(Ledger ledger, int event) {
      BigDecimal equity = cash;
      BigDecimal unrealised = BigDecimal.ZERO;
      for (Map.Entry<Symbol, List<BigDecimal[]>> entry : lots.entrySet()) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (BigDecimal[] lot : entry.getValue()) {
          quantity = quantity.add(lot[0]);
          cost = cost.add(BigDecimal.valueOf(lot[0].signum()).multiply(lot[2]));
        }
        BigDecimal value = money(quantity.multiply(prices.get(entry.getKey())));
        equity = equity.add(value);
        unrealised = unrealised.add(value.subtract(cost));
        Position position = ledger.position(entry.getKey());
        assertSame(position.quantity(), quantity, event);
        assertSame(position.costBasis(), cost, event);
        assertSame(position.marketValue(), value, event);
      }
      assertSame(ledger.cash(), cash, event);
      assertSame(ledger.equity(), equity, event);
      assertSame(ledger.realisedPnl(), realised, event);
      assertSame(ledger.unrealisedPnl(), unrealised, event);
      assertSame(ledger.deposits(), flows.getOrDefault("deposits", BigDecimal.ZERO), event);
      assertSame(ledger.dividends(), flows.getOrDefault("dividends", BigDecimal.ZERO), event);
      assertSame(ledger.interest(), flows.getOrDefault("interest", BigDecimal.ZERO), event);
      assertSame(ledger.fees(), flows.getOrDefault("fees", BigDecimal.ZERO), event);
    }

    private static int side(List<BigDecimal[]> held) {
      return held.get(0)[0].signum();
    }

    private BigDecimal money(BigDecimal amount) {
      return amount.setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static void assertSame(Decimal actual, BigDecimal expected, int event) {
      assertThat(actual.toBigDecimal()).as("event %d", event).isEqualByComparingTo(expected);
    }
  }
}
