package io.quantkit.backtest.vector;

import io.quantkit.backtest.cost.AlmgrenChrissImpact;
import io.quantkit.backtest.cost.Commission;
import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.cost.FeeSchedule;
import io.quantkit.backtest.cost.FixedSlippage;
import io.quantkit.backtest.cost.FixedSpread;
import io.quantkit.backtest.cost.MakerTaker;
import io.quantkit.backtest.cost.ObizhaevaWangImpact;
import io.quantkit.backtest.cost.Recent;
import io.quantkit.backtest.cost.SpreadByTime;
import io.quantkit.backtest.cost.SpreadSeries;
import io.quantkit.backtest.cost.SquareRootImpact;
import io.quantkit.backtest.cost.TieredCommission;
import io.quantkit.backtest.cost.VolatilitySlippage;
import io.quantkit.backtest.cost.VolatilitySpread;
import io.quantkit.backtest.cost.VolumeShareSlippage;
import io.quantkit.backtest.cost.VolumeSlippage;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.market.AssetClass;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.time.TradingCalendar;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Sums of one to three cost models, drawn from a seed. */
final class RandomCosts {
  private static final long DAY = 86_400_000_000_000L;
  private static final Recent FEW = new Recent(4, 1, 0.02);

  private final SplittableRandom random;

  RandomCosts(long seed) {
    random = new SplittableRandom(~seed);
  }

  CostModel model() {
    CostModel[] parts = new CostModel[1 + random.nextInt(3)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part();
    }
    return parts.length == 1 ? parts[0] : CostModel.of(parts);
  }

  private CostModel part() {
    return switch (random.nextInt(18)) {
      case 0 -> new FixedSpread(random.nextInt(40));
      case 1 -> new FixedSlippage(20 * random.nextDouble());
      case 2 -> new TradingCosts(random.nextInt(20), random.nextInt(40), random.nextInt(20));
      case 3 -> new VolumeShareSlippage(0.3 * random.nextDouble() + 0.01, 0.1);
      case 4 -> Commission.perTrade(amount(500));
      case 5 -> Commission.perUnit(amount(2)).withMinimum(amount(200)).withCap(amount(2));
      case 6 -> Commission.perValue(Decimal.parse("0.0013"));
      case 7 -> tiers(TieredCommission.Basis.UNITS);
      case 8 -> tiers(TieredCommission.Basis.VALUE);
      case 9 -> new MakerTaker(Commission.perTrade(amount(10)), Commission.perUnit(amount(3)));
      case 10 -> fees();
      case 11 -> spreads();
      case 12 ->
          new SpreadByTime(
              new FixedSpread(10), TradingCalendar.alwaysOpen(), SpreadByTime.REVERSE_J, 2);
      case 13 -> new SquareRootImpact(random.nextDouble(), FEW);
      case 14 -> new VolatilitySlippage(10, 2, 4, 5);
      case 15 -> new VolatilitySpread(10, 2, 4, 5);
      case 16 -> new VolumeSlippage(5, 100 * random.nextDouble(), 500, FEW);
      default -> impact();
    };
  }

  private CostModel impact() {
    Duration halfLife = Duration.ofHours(1 + random.nextInt(100));
    return random.nextBoolean()
        ? new ObizhaevaWangImpact(random.nextDouble(), random.nextDouble(), halfLife, FEW)
        : new AlmgrenChrissImpact(0.1, 0.6, 0.3, 1, 0.5, halfLife, FEW);
  }

  private Decimal amount(int cents) {
    return Decimal.of(random.nextInt(cents) / 100.0, 2, RoundingMode.HALF_EVEN);
  }

  private TieredCommission tiers(TieredCommission.Basis basis) {
    boolean units = basis == TieredCommission.Basis.UNITS;
    return new TieredCommission(
        basis,
        List.of(
            TieredCommission.Tier.of("0", units ? "0.01" : "0.002"),
            TieredCommission.Tier.of("500", units ? "0.005" : "0.001"),
            TieredCommission.Tier.of("20000", "0.0005")),
        random.nextBoolean() ? Optional.empty() : Optional.of(amount(100)),
        Optional.empty(),
        random.nextBoolean(),
        ZoneOffset.UTC,
        2);
  }

  private CostModel fees() {
    FeeSchedule.Basis basis =
        random.nextBoolean() ? FeeSchedule.Basis.VALUE : FeeSchedule.Basis.UNITS;
    return new FeeSchedule(
        "a fee",
        basis,
        random.nextBoolean(),
        Set.of(AssetClass.EQUITY),
        List.of(
            FeeSchedule.Rate.of(LocalDate.of(1969, 1, 1), "0.0001", "first"),
            FeeSchedule.Rate.of(LocalDate.of(1970, 1, 8), "0.0003", "2.50", "second"),
            FeeSchedule.Rate.of(LocalDate.of(1970, 1, 15), "0.0002", "third")),
        LocalDate.of(1971, 1, 1),
        ZoneId.of("America/New_York"));
  }

  private CostModel spreads() {
    SpreadSeries.Builder spreads = SpreadSeries.builder(20);
    for (int s = 0; s < 3; s++) {
      long[] times = {s * DAY, (5 + s) * DAY, 12 * DAY + 1};
      spreads.add(Symbol.of("S" + s), times, new double[] {0.001, 0.01 * random.nextDouble(), 0});
    }
    return spreads.build();
  }
}
