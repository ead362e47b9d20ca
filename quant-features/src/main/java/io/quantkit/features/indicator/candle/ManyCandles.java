package io.quantkit.features.indicator.candle;

import static io.quantkit.features.indicator.candle.Condition.all;

/** Patterns of four and five candles. */
final class ManyCandles {
  private ManyCandles() {}

  static Signal threeBlackCrows(Candles candles) {
    Candle before = candles.ago(3);
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            before.white(),
            first.black(),
            first.noLower(),
            second.black(),
            second.noLower(),
            last.black(),
            last.noLower(),
            second.open().below(first.open()),
            second.open().above(first.close()),
            last.open().below(second.open()),
            last.open().above(second.close()),
            before.high().above(first.close()),
            first.close().above(second.close()),
            second.close().above(last.close())));
  }

  static Signal threeLineStrike(Candles candles) {
    Candle first = candles.ago(3);
    Candle second = candles.ago(2);
    Candle third = candles.ago(1);
    Candle last = candles.ago(0);
    Condition opens = all(opensInOrNear(second, first), opensInOrNear(third, second));
    return Signal.either(
        all(
            opens,
            first.white(),
            second.white(),
            third.white(),
            last.black(),
            third.close().above(second.close()),
            second.close().above(first.close()),
            last.open().above(third.close()),
            last.close().below(first.open())),
        all(
            opens,
            first.black(),
            second.black(),
            third.black(),
            last.white(),
            third.close().below(second.close()),
            second.close().below(first.close()),
            last.open().below(third.close()),
            last.close().above(first.open())));
  }

  private static Condition opensInOrNear(Candle candle, Candle before) {
    return all(
        candle.open().atLeast(before.bottom().minus(before.near())),
        candle.open().atMost(before.top().plus(before.near())));
  }

  static Signal concealingBabySwallow(Candles candles) {
    Candle first = candles.ago(3);
    Candle second = candles.ago(2);
    Candle third = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.black(),
            second.black(),
            third.black(),
            last.black(),
            first.bare(),
            second.bare(),
            third.bodyBelow(second),
            third.someUpper(),
            third.high().above(second.close()),
            last.high().above(third.high()),
            last.low().below(third.low())));
  }

  static Signal hikkake(Candles candles) {
    Candle inside = candles.ago(1);
    Candle last = candles.ago(0);
    Condition bar = inside.inside(candles.ago(2));
    return confirmed(candles, all(bar, last.lower(inside)), all(bar, last.higher(inside)));
  }

  static Signal modifiedHikkake(Candles candles) {
    Candle first = candles.ago(2);
    Candle inside = candles.ago(1);
    Candle last = candles.ago(0);
    Condition bars = all(first.inside(candles.ago(3)), inside.inside(first));
    return confirmed(
        candles,
        all(bars, last.lower(inside), first.close().atMost(first.low().plus(first.near()))),
        all(bars, last.higher(inside), first.close().atLeast(first.high().minus(first.near()))));
  }

  /**
   * Returns a false break and, on one of the three bars after it, the first close beyond the inside
   * bar that came before the break. A new break replaces the one before.
   */
  private static Signal confirmed(Candles candles, Condition up, Condition down) {
    Condition none = all(up.not(), down.not());
    Signal signal = Signal.either(up, down);
    for (int wait = 1; wait <= 3; wait++) {
      Condition confirmsUp = all(none, up.ago(wait), closesAbove(candles, wait));
      Condition confirmsDown = all(none, down.ago(wait), closesBelow(candles, wait));
      for (int earlier = 1; earlier < wait; earlier++) {
        Condition open = none.ago(earlier);
        confirmsUp = all(confirmsUp, open, closesAbove(candles, wait - earlier).ago(earlier).not());
        confirmsDown =
            all(confirmsDown, open, closesBelow(candles, wait - earlier).ago(earlier).not());
      }
      signal = signal.or(Signal.either(200, confirmsUp, confirmsDown));
    }
    return signal;
  }

  private static Condition closesAbove(Candles candles, int wait) {
    return candles.ago(0).close().above(candles.ago(wait + 1).high());
  }

  private static Condition closesBelow(Candles candles, int wait) {
    return candles.ago(0).close().below(candles.ago(wait + 1).low());
  }

  static Signal breakaway(Candles candles) {
    Candle first = candles.ago(4);
    Candle second = candles.ago(3);
    Candle third = candles.ago(2);
    Candle fourth = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.either(
        all(
            first.longBody(),
            first.black(),
            second.black(),
            fourth.black(),
            last.white(),
            second.bodyBelow(first),
            third.lower(second),
            fourth.lower(third),
            last.close().above(second.open()),
            last.close().below(first.close())),
        all(
            first.longBody(),
            first.white(),
            second.white(),
            fourth.white(),
            last.black(),
            second.bodyAbove(first),
            third.higher(second),
            fourth.higher(third),
            last.close().below(second.open()),
            last.close().above(first.close())));
  }

  static Signal ladderBottom(Candles candles) {
    Candle first = candles.ago(4);
    Candle second = candles.ago(3);
    Candle third = candles.ago(2);
    Candle fourth = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.black(),
            second.black(),
            third.black(),
            fourth.black(),
            last.white(),
            first.open().above(second.open()),
            second.open().above(third.open()),
            first.close().above(second.close()),
            second.close().above(third.close()),
            fourth.someUpper(),
            last.open().above(fourth.open()),
            last.close().above(fourth.high())));
  }

  static Signal matHold(Candles candles) {
    Candle first = candles.ago(4);
    Candle second = candles.ago(3);
    Candle third = candles.ago(2);
    Candle fourth = candles.ago(1);
    Candle last = candles.ago(0);
    Term floor = first.close().minus(first.body().times(candles.penetration()));
    return Signal.bullish(
        all(
            first.longBody(),
            second.shortBody(),
            third.shortBody(),
            fourth.shortBody(),
            first.white(),
            second.black(),
            last.white(),
            second.bodyAbove(first),
            third.bottom().below(first.close()),
            fourth.bottom().below(first.close()),
            third.bottom().above(floor),
            fourth.bottom().above(floor),
            third.top().below(second.open()),
            fourth.top().below(third.top()),
            last.open().above(fourth.close()),
            last.close().above(second.high()),
            last.close().above(third.high()),
            last.close().above(fourth.high())));
  }

  static Signal risingFallingThreeMethods(Candles candles) {
    Candle first = candles.ago(4);
    Candle second = candles.ago(3);
    Candle third = candles.ago(2);
    Candle fourth = candles.ago(1);
    Candle last = candles.ago(0);
    Condition pause =
        all(
            first.longBody(),
            second.shortBody(),
            third.shortBody(),
            fourth.shortBody(),
            last.longBody(),
            meets(second, first),
            meets(third, first),
            meets(fourth, first));
    return Signal.either(
        all(
            pause,
            first.white(),
            second.black(),
            third.black(),
            fourth.black(),
            last.white(),
            third.close().below(second.close()),
            fourth.close().below(third.close()),
            last.open().above(fourth.close()),
            last.close().above(first.close())),
        all(
            pause,
            first.black(),
            second.white(),
            third.white(),
            fourth.white(),
            last.black(),
            third.close().above(second.close()),
            fourth.close().above(third.close()),
            last.open().below(fourth.close()),
            last.close().below(first.close())));
  }

  /** The body of a candle overlaps the range of another. */
  private static Condition meets(Candle candle, Candle other) {
    return all(candle.bottom().below(other.high()), candle.top().above(other.low()));
  }
}
