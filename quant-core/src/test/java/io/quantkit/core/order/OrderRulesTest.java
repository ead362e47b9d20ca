package io.quantkit.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRules.Combination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderRulesTest {
  private static final Set<OrderType> PLAIN = EnumSet.of(OrderType.MARKET, OrderType.LIMIT);
  private static final Set<TimeInForce> STANDING =
      EnumSet.of(TimeInForce.DAY, TimeInForce.GTC, TimeInForce.GTD);

  static List<Combination> cells() {
    return OrderRules.combinations();
  }

  /** The general rules, said once more in another way. */
  private static boolean general(Combination cell) {
    if (cell.orderClass() == OrderClass.OCO) {
      return cell.type() == OrderType.LIMIT && STANDING.contains(cell.timeInForce());
    }
    return STANDING.contains(cell.timeInForce())
        || (cell.orderClass() == OrderClass.SIMPLE && PLAIN.contains(cell.type()));
  }

  /** The broker's facts, one by one. */
  private static boolean alpaca(Combination cell) {
    boolean dayOrGtc =
        cell.timeInForce() == TimeInForce.DAY || cell.timeInForce() == TimeInForce.GTC;
    boolean simple = cell.orderClass() == OrderClass.SIMPLE;
    return switch (cell.type()) {
      case MARKET, LIMIT ->
          simple
              ? cell.timeInForce() != TimeInForce.GTD
                  && (!cell.fractional() || cell.timeInForce() == TimeInForce.DAY)
              : dayOrGtc
                  && !cell.fractional()
                  && (cell.orderClass() != OrderClass.OCO || cell.type() == OrderType.LIMIT);
      case STOP, STOP_LIMIT ->
          dayOrGtc
              && cell.orderClass() != OrderClass.OCO
              && (!cell.fractional() || (simple && cell.timeInForce() == TimeInForce.DAY));
      case TRAILING_STOP -> dayOrGtc && simple && !cell.fractional();
      case TRAILING_STOP_LIMIT, MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED, ICEBERG, PEG -> false;
    };
  }

  @Test
  void everyCombinationIsInTheTableOnce() {
    assertThat(cells()).hasSize(10 * 7 * 4 * 2).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyCellIsAsTheRulesSay(Combination cell) {
    assertThat(OrderRules.GENERAL.allows(cell)).isEqualTo(general(cell));
    assertThat(OrderRules.GENERAL.refusal(cell).isEmpty()).isEqualTo(general(cell));
    assertThat(OrderRules.ALPACA_EQUITIES.allows(cell)).isEqualTo(alpaca(cell));
    assertThat(OrderRules.ALPACA_EQUITIES.refusal(cell).isEmpty()).isEqualTo(alpaca(cell));
  }

  @Test
  void aVenueMayTakeLess() {
    OrderRules less =
        OrderRules.GENERAL.restrictedTo(
            EnumSet.of(OrderType.MARKET, OrderType.STOP), EnumSet.of(TimeInForce.GTC), false);

    assertThat(less.allows(OrderType.LIMIT)).isFalse();
    assertThat(less.allows(OrderType.STOP)).isTrue();
    assertThat(less.allows(TimeInForce.DAY)).isFalse();
    assertThat(less.allowsFractions()).isFalse();
    assertThat(refusal(less, market("1.5"))).contains("whole");
    assertThat(refusal(less, limit(Side.BUY, "10", OrderInstructions.NONE))).contains("LIMIT");
  }

  private static Decimal d(String text) {
    return Decimal.parse(text);
  }

  private static OrderRequest request(
      Side side, OrderTerms terms, TimeInForce timeInForce, OrderInstructions instructions) {
    return new OrderRequest(
        ClientOrderId.of("a"), Symbol.of("X"), side, d("10"), terms, timeInForce, instructions);
  }

  private static OrderRequest market(String quantity) {
    return OrderRequest.market(
        ClientOrderId.of("a"), Symbol.of("X"), Side.BUY, d(quantity), TimeInForce.GTC);
  }

  private static OrderRequest limit(Side side, String price, OrderInstructions instructions) {
    return request(side, new OrderTerms.Limit(d(price)), TimeInForce.GTC, instructions);
  }

  private static String refusal(OrderRules rules, OrderRequest order) {
    return rules.refusal(order).orElse("");
  }

  private static String refusal(OrderRequest order) {
    return refusal(OrderRules.GENERAL, order);
  }

  private static OrderTerms stop(String price) {
    return new OrderTerms.Stop(d(price));
  }

  @Test
  void takeProfitAndStopLossAreOnTheRightSideOfTheEntry() {
    assertThat(refusal(limit(Side.BUY, "100", OrderInstructions.bracket(d("110"), stop("90")))))
        .isEmpty();
    assertThat(refusal(limit(Side.SELL, "100", OrderInstructions.bracket(d("90"), stop("110")))))
        .isEmpty();
    assertThat(refusal(limit(Side.BUY, "100", OrderInstructions.bracket(d("90"), stop("110")))))
        .contains("take-profit must be above the stop-loss 110, was 90");
    assertThat(refusal(limit(Side.SELL, "100", OrderInstructions.bracket(d("110"), stop("90")))))
        .contains("take-profit must be below the stop-loss 90, was 110");
    assertThat(refusal(limit(Side.BUY, "100", OrderInstructions.bracket(d("99"), stop("90")))))
        .contains("take-profit must be above the entry 100");
    assertThat(refusal(limit(Side.BUY, "100", OrderInstructions.thenStopLoss(stop("101")))))
        .contains("stop-loss must be below the entry 100");
    assertThat(refusal(limit(Side.SELL, "100", OrderInstructions.thenTakeProfit(d("100")))))
        .contains("take-profit must be below the entry 100");
    OrderRequest unpriced =
        request(
            Side.BUY,
            new OrderTerms.Market(),
            TimeInForce.DAY,
            OrderInstructions.bracket(d("90"), stop("90")));
    assertThat(refusal(unpriced)).contains("take-profit must be above the stop-loss 90");
  }

  @Test
  void bothExitsOfAnOcoAreOnTheRightSideOfEachOther() {
    assertThat(refusal(limit(Side.SELL, "110", OrderInstructions.oco(stop("90"))))).isEmpty();
    assertThat(refusal(limit(Side.BUY, "90", OrderInstructions.oco(stop("110"))))).isEmpty();
    assertThat(refusal(limit(Side.SELL, "90", OrderInstructions.oco(stop("110")))))
        .contains("take-profit must be above the stop-loss 110, was 90");
  }

  @Test
  void theLimitOfAStopLimitIsNotOnTheWrongSideOfItsStop() {
    OrderTerms wrong = new OrderTerms.StopLimit(d("100"), d("99"));

    assertThat(refusal(request(Side.BUY, wrong, TimeInForce.GTC, OrderInstructions.NONE)))
        .contains("must not be below its stop 100, was 99");
    assertThat(refusal(request(Side.SELL, wrong, TimeInForce.GTC, OrderInstructions.NONE)))
        .isEmpty();
    OrderTerms above = new OrderTerms.StopLimit(d("90"), d("91"));
    assertThat(refusal(limit(Side.BUY, "100", OrderInstructions.thenStopLoss(above))))
        .contains("must not be above its stop 90, was 91");
  }

  @Test
  void onlyGoodTillDateOrdersEnd() {
    OrderTerms market = new OrderTerms.Market();
    OrderInstructions ends = OrderInstructions.NONE.until(7);

    assertThat(refusal(request(Side.BUY, market, TimeInForce.GTD, ends))).isEmpty();
    assertThat(refusal(request(Side.BUY, market, TimeInForce.GTC, ends))).contains("GTD");
    assertThat(refusal(request(Side.BUY, market, TimeInForce.GTD, OrderInstructions.NONE)))
        .contains("must say when it ends");
  }

  @Test
  void postOnlyOrdersRest() {
    OrderInstructions posting = OrderInstructions.NONE.posting();

    assertThat(refusal(limit(Side.BUY, "100", posting))).isEmpty();
    assertThat(refusal(request(Side.BUY, new OrderTerms.Market(), TimeInForce.GTC, posting)))
        .contains("post-only");
    assertThat(refusal(request(Side.BUY, new OrderTerms.Limit(d("1")), TimeInForce.IOC, posting)))
        .contains("post-only");
  }

  @Test
  void icebergsShowNoMoreThanTheyHave() {
    OrderTerms terms = new OrderTerms.Iceberg(d("100"), d("11"));

    assertThat(refusal(request(Side.BUY, terms, TimeInForce.GTC, OrderInstructions.NONE)))
        .contains("must not show more");
  }

  @Test
  void alpacaTakesNoTrailingExitsAndNoConditions() {
    OrderRules alpaca = OrderRules.ALPACA_EQUITIES;
    OrderTerms trailing = new OrderTerms.TrailingStop(Trail.percent(d("5")));

    assertThat(
            refusal(alpaca, limit(Side.BUY, "100", OrderInstructions.bracket(d("110"), trailing))))
        .contains("trailing");
    assertThat(refusal(alpaca, limit(Side.BUY, "100", OrderInstructions.NONE.reducing())))
        .contains("reduce-only");
    assertThat(alpaca.refusal(limit(Side.BUY, "100", OrderInstructions.NONE)))
        .isEqualTo(Optional.empty());
  }

  @Test
  void thePageIsCurrent() throws IOException {
    Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/orders.md");

    assertThat(Files.readString(page)).isEqualTo(OrderTable.text());
  }
}
