package io.quantkit.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import org.junit.jupiter.api.Test;

class OrderValuesTest {
  private static final ClientOrderId ID = ClientOrderId.of("o-1");
  private static final Symbol IBM = Symbol.of("IBM");

  @Test
  void identifiersAreShortPrintableAscii() {
    assertThat(ClientOrderId.of("!~").value()).isEqualTo("!~");
    assertThat(ClientOrderId.of("x".repeat(128))).hasToString("x".repeat(128));
    for (String bad : new String[] {"", "x".repeat(129), "a b", "tab\t", "\u00e9", "\u007f"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> ClientOrderId.of(bad));
    }
  }

  @Test
  void sequencesAreDeterministicAndMayGoOn() {
    ClientOrderIds ids = new ClientOrderIds("qk");
    assertThat(ids.next()).hasToString("qk-000001");
    assertThat(ids.next()).hasToString("qk-000002");

    ClientOrderIds later = new ClientOrderIds("qk", 999_999);
    assertThat(later.next()).hasToString("qk-999999");
    assertThat(later.next()).hasToString("qk-1000000");
  }

  @Test
  void sequencesNeedAUsablePrefixAndStart() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientOrderIds(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientOrderIds("x".repeat(101)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientOrderIds("a b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientOrderIds("qk", 0));
    assertThat(new ClientOrderIds("x".repeat(100), Long.MAX_VALUE).next().value()).hasSize(120);
  }

  @Test
  void sidesAreOpposites() {
    assertThat(Side.BUY.sign()).isEqualTo(1);
    assertThat(Side.SELL.sign()).isEqualTo(-1);
    assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
    assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
  }

  @Test
  void termsNeedPositivePrices() {
    assertThat(new OrderTerms.Market().type()).isEqualTo(OrderType.MARKET);
    assertThat(new OrderTerms.Limit(Decimal.ONE).type()).isEqualTo(OrderType.LIMIT);
    assertThat(new OrderTerms.Stop(Decimal.ONE).type()).isEqualTo(OrderType.STOP);
    assertThat(new OrderTerms.StopLimit(Decimal.ONE, Decimal.ONE).type())
        .isEqualTo(OrderType.STOP_LIMIT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderTerms.Limit(Decimal.ZERO))
        .withMessage("limitPrice must be positive, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderTerms.Stop(Decimal.of(-1)))
        .withMessage("stopPrice must be positive, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderTerms.StopLimit(Decimal.ONE, Decimal.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderTerms.StopLimit(Decimal.ZERO, Decimal.ONE));
  }

  @Test
  void requestsNeedAPositiveQuantity() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderRequest.market(ID, IBM, Side.BUY, Decimal.ZERO, TimeInForce.DAY))
        .withMessage("quantity of order o-1 must be positive, was 0");
  }

  @Test
  void requestsKnowTheirSignedQuantity() {
    OrderRequest sale =
        OrderRequest.limit(ID, IBM, Side.SELL, Decimal.of(5), Decimal.of(99), TimeInForce.GTC);

    assertThat(sale.signedQuantity()).isEqualTo(Decimal.of(-5));
    assertThat(sale.terms()).isEqualTo(new OrderTerms.Limit(Decimal.of(99)));
    assertThat(sale.withQuantity(Decimal.of(3)).signedQuantity()).isEqualTo(Decimal.of(-3));
    assertThat(sale.withQuantity(Decimal.of(5))).isEqualTo(sale);
  }

  @Test
  void fillsRoundTheirNotionalToNineDecimals() {
    assertThat(fill("3", "33.33").notional()).isEqualTo(Decimal.parse("99.99"));
    assertThat(fill("0.000000001", "0.5").notional()).isEqualTo(Decimal.ZERO);
    assertThat(fill("0.000000003", "0.5").notional()).isEqualTo(Decimal.parse("0.000000002"));
    assertThat(fill("0.123456789", "123.456789").notional())
        .isEqualTo(Decimal.parse("15.241578750"));
    assertThat(fill("2", "5").signedQuantity()).isEqualTo(Decimal.of(-2));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> fill("10000000000", "1000000000").notional());
  }

  @Test
  void fillsAreValid() {
    assertThatIllegalArgumentException().isThrownBy(() -> fill("0", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> fill("1", "0"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Fill(ID, "", IBM, Side.BUY, Decimal.ONE, Decimal.ONE, Decimal.ZERO, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderEvent.Accepted(ID, 0, ""));
  }

  private static Fill fill(String quantity, String price) {
    return new Fill(
        ID, "e1", IBM, Side.SELL, Decimal.parse(quantity), Decimal.parse(price), Decimal.ZERO, 0);
  }
}
