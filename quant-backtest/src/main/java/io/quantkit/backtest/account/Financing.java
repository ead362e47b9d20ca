package io.quantkit.backtest.account;

import java.util.Objects;

/**
 * What a broker charges and pays for money and borrowed units, at each session's close for the
 * calendar days until the next session, so that a Friday counts three.
 *
 * <p>Positions and cash count from the trade on, not from its settlement. The proceeds of short
 * sales are the lenders' collateral: what earns or costs interest is the cash less the value of
 * short positions. Amounts are worked out to nine decimals; what has come to whole cents is booked,
 * rounded half to even, and the rest is carried to the next session. Dividends on short positions
 * are owed by the corporate action itself.
 *
 * @param borrowing the fee for what is sold short
 * @param margin the interest on borrowed money
 * @param cash the interest on money that is not used
 */
public record Financing(Borrowing borrowing, Interest margin, Interest cash) {

  /** Nothing is charged or paid. */
  public static final Financing NONE = new Financing(Borrowing.FREE, Interest.NONE, Interest.NONE);

  public Financing {
    Objects.requireNonNull(borrowing, "borrowing");
    Objects.requireNonNull(margin, "margin");
    Objects.requireNonNull(cash, "cash");
  }

  /** Returns this financing with other fees for what is sold short. */
  public Financing with(Borrowing newBorrowing) {
    return new Financing(newBorrowing, margin, cash);
  }

  /** Returns this financing with another interest on borrowed money. */
  public Financing withMargin(Interest newMargin) {
    return new Financing(borrowing, newMargin, cash);
  }

  /** Returns this financing with another interest on unused money. */
  public Financing withCash(Interest newCash) {
    return new Financing(borrowing, margin, newCash);
  }
}
