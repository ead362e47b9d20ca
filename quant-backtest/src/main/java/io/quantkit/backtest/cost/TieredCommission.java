package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Side;
import io.quantkit.core.time.EpochNanos;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A commission whose rate falls with what was traded in the calendar month so far. The part of an
 * execution that lies in a tier pays that tier's rate, so that the sum over a month is continuous
 * in its volume and does not depend on how it is divided into executions, but for the minimum and
 * rounding. Then at least {@code minimum}, at most {@code cap} of the value, which wins; rounded up
 * to {@code decimals}: all three of an order's executions of one day together, or of each
 * execution.
 *
 * @param basis what is counted, and what the rates are a part of
 * @param tiers ascending; the first begins at 0
 * @param minimum the least that an order or execution pays, if there is one
 * @param cap the most, as a part of the value, if there is one
 * @param perOrder whether bounds and rounding are by the order, which is charged anew if it works
 *     overnight, and not by the execution
 * @param zone where months and days begin at midnight
 * @param decimals to how many decimals of the currency is rounded, 0 to 9
 */
public record TieredCommission(
    Basis basis,
    List<Tier> tiers,
    Optional<Decimal> minimum,
    Optional<Decimal> cap,
    boolean perOrder,
    ZoneId zone,
    int decimals)
    implements CostModel {

  /** What a month's volume is counted in. */
  public enum Basis {
    /** Units: rates are amounts of money per unit. */
    UNITS,
    /** Money: rates are parts of the value. */
    VALUE
  }

  /**
   * A rate from a volume on.
   *
   * @param from the month's volume at which it begins, at least 0
   * @param rate for each unit or part of the value beyond that
   */
  public record Tier(Decimal from, Decimal rate) {
    public Tier {
      Check.atLeastZero("from", from);
      Objects.requireNonNull(rate, "rate");
    }

    /** Returns the tier with the numbers of the given texts. */
    public static Tier of(String from, String rate) {
      return new Tier(Decimal.parse(from), Decimal.parse(rate));
    }
  }

  private static final int SCALE = 9;

  /**
   * Interactive Brokers' tiered prices for US shares without the exchanges' fees: 0.0035 per share
   * up to 300,000 a month, 0.0020 up to 3 million, 0.0015 up to 20 million, 0.0010 up to 100
   * million, then 0.0005; at least 0.35 an order, at most 1 % of its value ("Commissions Stocks,
   * ETFs and Warrants", tiered).
   */
  public static final TieredCommission IBKR =
      new TieredCommission(
          Basis.UNITS,
          List.of(
              Tier.of("0", "0.0035"),
              Tier.of("300000", "0.002"),
              Tier.of("3000000", "0.0015"),
              Tier.of("20000000", "0.001"),
              Tier.of("100000000", "0.0005")),
          Optional.of(Decimal.parse("0.35")),
          Optional.of(Decimal.parse("0.01")),
          true,
          ZoneId.of("America/New_York"),
          Commission.DEFAULT_DECIMALS);

  public TieredCommission {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(zone, "zone");
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || !tiers.get(0).from().isZero()) {
      throw new IllegalArgumentException("the first tier must begin at 0, were " + tiers);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
        throw new IllegalArgumentException("tiers must be ascending, were " + tiers);
      }
    }
    minimum.ifPresent(least -> Check.atLeastZero("minimum", least));
    cap.ifPresent(most -> Check.atLeastZero("cap", most));
    Commission.checkDecimals(decimals);
  }

  /** Returns what a month's volume costs by the rates alone, before any rounding. */
  private Decimal upTo(Decimal volume) {
    Decimal sum = Decimal.ZERO;
    for (int i = 0; i < tiers.size(); i++) {
      Decimal from = tiers.get(i).from();
      if (volume.compareTo(from) <= 0) {
        break;
      }
      Decimal to = i + 1 < tiers.size() ? volume.min(tiers.get(i + 1).from()) : volume;
      sum = sum.plus(tiers.get(i).rate().times(to.minus(from), SCALE, RoundingMode.HALF_EVEN));
    }
    return sum;
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this);
  }

  private static final class Run implements Costs {
    private final TieredCommission model;
    private final OrderBills bills;
    private long monthEnd = Long.MIN_VALUE;
    private Decimal volume = Decimal.ZERO;
    private Decimal last = Decimal.ZERO;

    Run(TieredCommission model) {
      this.model = model;
      this.bills = new OrderBills(model.zone, model.minimum, model.cap, model.decimals);
    }

    private void begin(long time) {
      if (time >= monthEnd) {
        LocalDate date = LocalDate.ofInstant(EpochNanos.toInstant(time), model.zone);
        monthEnd =
            EpochNanos.of(
                date.withDayOfMonth(1).plusMonths(1).atStartOfDay(model.zone).toInstant());
        volume = Decimal.ZERO;
      }
    }

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      Decimal value = quantity.times(price, SCALE, RoundingMode.CEILING);
      return Commission.bounded(amount(quantity, price, time), model.minimum, model.cap, value)
          .round(model.decimals, RoundingMode.CEILING);
    }

    @Override
    public Decimal fees(
        ClientOrderId order,
        int symbol,
        Side side,
        Decimal quantity,
        Decimal price,
        boolean taking,
        long time) {
      return model.perOrder
          ? bills.charge(order, time, amount(quantity, price, time), quantity, price)
          : fees(symbol, side, quantity, price, taking, time);
    }

    /** Returns what an execution costs by the rates alone. */
    private Decimal amount(Decimal quantity, Decimal price, long time) {
      begin(time);
      last =
          model.basis == Basis.UNITS
              ? quantity
              : quantity.times(price, SCALE, RoundingMode.HALF_EVEN);
      return model.upTo(volume.plus(last)).minus(model.upTo(volume));
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double executed, long time) {
      volume = volume.plus(last);
      last = Decimal.ZERO;
      bills.commit();
    }
  }
}
