package io.quantkit.core.ledger;

import com.google.common.collect.ImmutableMap;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody else, usually the broker, says that an account holds.
 *
 * @param time when, in epoch nanoseconds
 * @param cash money held, traded and not settled included; negative if borrowed
 * @param positions what is held; a symbol that is missing is not held
 */
public record Statement(long time, Decimal cash, Map<Symbol, Line> positions) {

  /**
   * One position.
   *
   * @param quantity how many units, negative if short
   * @param averagePrice what one unit cost on average, if stated
   */
  public record Line(Decimal quantity, Optional<Decimal> averagePrice) {

    public Line {
      Objects.requireNonNull(quantity, "quantity");
      if (averagePrice.isPresent() && averagePrice.get().isNegative()) {
        throw new IllegalArgumentException(
            "averagePrice must be at least 0, was " + averagePrice.get());
      }
    }
  }

  public Statement {
    Objects.requireNonNull(cash, "cash");
    positions = ImmutableMap.copyOf(positions);
  }
}
