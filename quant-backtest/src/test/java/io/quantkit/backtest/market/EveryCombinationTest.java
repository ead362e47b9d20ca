package io.quantkit.backtest.market;

import static io.quantkit.backtest.Bars.bar;
import static io.quantkit.backtest.Bars.flat;
import static io.quantkit.backtest.market.Run.X;
import static io.quantkit.backtest.market.Run.d;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.Bars;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderClass;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRules;
import io.quantkit.core.order.OrderRules.Combination;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.PegReference;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends an order of every cell of the table through an engine and its simulated market. */
class EveryCombinationTest {
  private static final double[][] BARS = {
    flat(100, 1000), bar(100, 103, 97, 101, 1000), bar(101, 112, 100, 111, 1000), flat(111, 1000)
  };
  private static final Decimal TARGET = d("110");
  private static final OrderTerms STOP = new OrderTerms.Stop(d("90"));

  static List<Combination> allowed() {
    return OrderRules.combinations().stream().filter(OrderRules.GENERAL::allows).toList();
  }

  static List<Combination> refused() {
    return OrderRules.combinations().stream()
        .filter(cell -> !OrderRules.GENERAL.allows(cell))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void anOrderThatIsAllowedLivesItsLife(Combination cell) {
    Decimal quantity = quantity(cell);
    boolean oco = cell.orderClass() == OrderClass.OCO;
    Run run = Run.script();
    if (oco) {
      run.then(context -> context.buy(X, quantity));
    }
    run.then(context -> submit(context, cell, oco ? Side.SELL : Side.BUY)).on(BARS);

    if (oco) {
      // A day OCO and its stop work in the third bar, which reaches the target.
      assertThat(run.executed())
          .containsExactly("BUY " + quantity + " @ 100", "SELL " + quantity + " @ 110");
      assertThat(run.statuses()).containsExactly("FILLED", "FILLED", "CANCELED");
      assertThat(run.order(2).reason()).contains("take-profit filled");
    } else {
      checkEntry(run, cell, quantity);
    }
    assertThat(run.engine().ledger().trialBalance().balanced()).isTrue();
    assertThat(run.market.account().equity()).isEqualTo(run.engine().ledger().equity());
  }

  private static void checkEntry(Run run, Combination cell, Decimal quantity) {
    Order entry = run.order(0);
    assertThat(entry.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(entry.averageFillPrice()).contains(expectedPrice(cell));
    boolean exits = cell.orderClass() != OrderClass.SIMPLE;
    boolean today = cell.timeInForce() == TimeInForce.DAY;
    if (!exits) {
      assertThat(run.orders()).hasSize(1);
      assertThat(run.position()).isEqualTo(quantity);
    } else if (today) {
      assertThat(run.orders().stream().skip(1).map(Order::status))
          .hasSize(cell.orderClass() == OrderClass.BRACKET ? 2 : 1)
          .containsOnly(OrderStatus.EXPIRED);
      assertThat(run.position()).isEqualTo(quantity);
    } else {
      assertThat(run.executed()).last().isEqualTo("SELL " + quantity + " @ 110");
      assertThat(run.position()).isEqualTo(Decimal.ZERO);
      if (cell.orderClass() == OrderClass.BRACKET) {
        assertThat(run.order(2).status()).isEqualTo(OrderStatus.CANCELED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void anOrderThatIsNotAllowedIsRejectedWithTheReason(Combination cell) {
    String reason = OrderRules.GENERAL.refusal(cell).orElseThrow();

    Run run = Run.script().then(context -> submit(context, cell, Side.BUY)).on(BARS);

    assertThat(run.order(0).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(run.order(0).reason().orElseThrow())
        .startsWith("NOT_SUPPORTED: " + reason)
        .contains(cell.type() + " " + cell.timeInForce() + " " + cell.orderClass());
    assertThat(run.fills).isEmpty();
    assertThat(run.engine().ledger().trialBalance().balanced()).isTrue();
  }

  private static void submit(
      io.quantkit.core.strategy.StrategyContext context, Combination cell, Side side) {
    context.submit(X, side, quantity(cell), terms(cell), cell.timeInForce(), instructions(cell));
  }

  private static Decimal quantity(Combination cell) {
    return cell.fractional() ? d("2.5") : d("4");
  }

  private static OrderTerms terms(Combination cell) {
    return switch (cell.type()) {
      case MARKET -> new OrderTerms.Market();
      case LIMIT -> new OrderTerms.Limit(limit(cell));
      case STOP -> new OrderTerms.Stop(d("102"));
      case STOP_LIMIT -> new OrderTerms.StopLimit(d("102"), d("102.5"));
      case TRAILING_STOP -> new OrderTerms.TrailingStop(Trail.amount(d("2")));
      case TRAILING_STOP_LIMIT -> new OrderTerms.TrailingStopLimit(Trail.amount(d("2")), d("0.5"));
      case MARKET_IF_TOUCHED -> new OrderTerms.MarketIfTouched(d("98"));
      case LIMIT_IF_TOUCHED -> new OrderTerms.LimitIfTouched(d("98"), d("98.5"));
      case ICEBERG -> new OrderTerms.Iceberg(d("99"), Decimal.ONE);
      case PEG -> new OrderTerms.Peg(PegReference.PRIMARY, Decimal.ONE, Optional.empty());
    };
  }

  private static Decimal limit(Combination cell) {
    if (cell.orderClass() == OrderClass.OCO) {
      return TARGET;
    }
    return switch (cell.timeInForce()) {
      case DAY, GTC, GTD -> d("99");
      case IOC, FOK, OPG -> d("100.5");
      case CLS -> d("101.5");
    };
  }

  private static Decimal expectedPrice(Combination cell) {
    boolean exits = cell.orderClass() != OrderClass.SIMPLE;
    return switch (cell.type()) {
      case MARKET -> cell.timeInForce() == TimeInForce.CLS ? d("101") : d("100");
      case LIMIT ->
          switch (cell.timeInForce()) {
            case DAY, GTC, GTD -> d("99");
            case IOC, FOK, OPG -> d("100");
            case CLS -> d("101");
          };
      case STOP, STOP_LIMIT -> d("102");
      // The path goes toward the stop of the exits first, which are below; on its own the order
      // has its stop above.
      case TRAILING_STOP, TRAILING_STOP_LIMIT -> exits ? d("99") : d("102");
      case MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED -> d("98");
      case ICEBERG, PEG -> d("99");
    };
  }

  private static OrderInstructions instructions(Combination cell) {
    OrderInstructions instructions =
        switch (cell.orderClass()) {
          case SIMPLE -> OrderInstructions.NONE;
          case BRACKET -> OrderInstructions.bracket(TARGET, STOP);
          case OCO -> OrderInstructions.oco(STOP);
          case OTO -> OrderInstructions.thenTakeProfit(TARGET);
        };
    return cell.timeInForce() == TimeInForce.GTD
        ? instructions.until(100 * Bars.DAY)
        : instructions;
  }
}
