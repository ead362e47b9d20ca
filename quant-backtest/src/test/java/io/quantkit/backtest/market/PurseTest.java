package io.quantkit.backtest.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PurseTest {

  @Property(tries = 200)
  void countsWhatExactArithmeticDoes(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Purse purse = new Purse(Decimal.of(1_000_000));
    BigDecimal expected = BigDecimal.valueOf(1_000_000);
    for (int i = 0; i < 300; i++) {
      Fill fill = fill(random);
      purse.trade(fill);
      BigDecimal notional =
          big(fill.quantity()).multiply(big(fill.price())).setScale(9, RoundingMode.HALF_EVEN);
      BigDecimal change = fill.side() == Side.BUY ? notional.negate() : notional;
      expected = expected.add(change).subtract(big(fill.fee()));
      if (random.nextInt(20) == 0) {
        purse.add(Decimal.parse("-0.01"));
        expected = expected.subtract(new BigDecimal("0.01"));
      }
      assertThat(big(purse.amount())).isEqualByComparingTo(expected);
    }
  }

  private static BigDecimal big(Decimal number) {
    return new BigDecimal(number.toString());
  }

  /** Returns fills of up to half a million with up to ten decimals in all. */
  private static Fill fill(SplittableRandom random) {
    return new Fill(
        ClientOrderId.of("a"),
        "1",
        Symbol.of("A"),
        random.nextBoolean() ? Side.BUY : Side.SELL,
        Decimal.ofScaled(1 + random.nextInt(5_000), random.nextInt(7)),
        Decimal.ofScaled(1 + random.nextInt(10_000), 2 + random.nextInt(4)),
        Decimal.ofScaled(random.nextInt(2_000) - 500, random.nextInt(4)),
        0);
  }
}
