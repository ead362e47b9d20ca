package io.quantkit.features.indicator.candle;

import static io.quantkit.features.indicator.candle.Condition.all;
import static io.quantkit.features.indicator.candle.Condition.any;

/** Patterns of three candles. */
final class ThreeCandles {
  private ThreeCandles() {}

  static Signal twoCrows(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            first.white(),
            first.longBody(),
            second.black(),
            second.bodyAbove(first),
            last.black(),
            last.open().below(second.open()),
            last.open().above(second.close()),
            last.close().above(first.open()),
            last.close().below(first.close())));
  }

  static Signal upsideGapTwoCrows(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            first.white(),
            first.longBody(),
            second.black(),
            second.smallBody(),
            second.bodyAbove(first),
            last.black(),
            last.open().above(second.open()),
            last.close().below(second.close()),
            last.close().above(first.close())));
  }

  static Signal threeInside(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition inside =
        all(
            first.longBody(),
            second.smallBody(),
            second.top().below(first.top()),
            second.bottom().above(first.bottom()));
    return Signal.either(
        all(inside, first.black(), last.white(), last.close().above(first.open())),
        all(inside, first.white(), last.black(), last.close().below(first.open())));
  }

  static Signal threeOutside(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.either(
        all(
            second.white(),
            first.black(),
            second.close().above(first.open()),
            second.open().below(first.close()),
            last.close().above(second.close())),
        all(
            second.black(),
            first.white(),
            second.open().above(first.close()),
            second.close().below(first.open()),
            last.close().below(second.close())));
  }

  static Signal threeStarsInTheSouth(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.black(),
            second.black(),
            last.black(),
            first.longBody(),
            first.longLower(),
            second.body().below(first.body()),
            second.open().above(first.close()),
            second.open().atMost(first.high()),
            second.low().below(first.close()),
            second.low().atLeast(first.low()),
            second.someLower(),
            last.shortBody(),
            last.bare(),
            last.inside(second)));
  }

  static Signal threeWhiteSoldiers(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            threeWhiteRising(first, second, last),
            first.noUpper(),
            second.noUpper(),
            last.noUpper(),
            opensInOrNear(second, first),
            opensInOrNear(last, second),
            second.body().above(first.body().minus(first.far())),
            last.body().above(second.body().minus(second.far())),
            last.fairBody()));
  }

  static Signal advanceBlock(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition shrinking = last.body().below(second.body());
    Condition weakens =
        any(
            all(
                second.body().below(first.body().minus(first.far())),
                last.body().below(second.body().plus(second.near()))),
            last.body().below(second.body().minus(second.far())),
            all(
                shrinking,
                second.body().below(first.body()),
                any(last.fairUpper(), second.fairUpper())),
            all(shrinking, last.longUpper()));
    return Signal.bearish(
        all(
            threeWhiteRising(first, second, last),
            opensInOrNear(second, first),
            opensInOrNear(last, second),
            first.longBody(),
            first.shortUpper(),
            weakens));
  }

  static Signal stalledPattern(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            threeWhiteRising(first, second, last),
            first.longBody(),
            second.longBody(),
            second.noUpper(),
            opensInOrNear(second, first),
            last.shortBody(),
            last.open().atLeast(second.close().minus(last.body()).minus(second.near()))));
  }

  private static Condition threeWhiteRising(Candle first, Candle second, Candle last) {
    return all(
        first.white(),
        second.white(),
        last.white(),
        last.close().above(second.close()),
        second.close().above(first.close()));
  }

  /** A candle opens above the open of the white one before, at most near its close. */
  private static Condition opensInOrNear(Candle candle, Candle before) {
    return all(
        candle.open().above(before.open()),
        candle.open().atMost(before.close().plus(before.near())));
  }

  static Signal abandonedBaby(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition sizes = all(first.longBody(), second.doji(), last.fairBody());
    return Signal.either(
        all(
            sizes,
            recovers(first, last, candles.penetration()),
            second.allBelow(first),
            last.allAbove(second)),
        all(
            sizes,
            retreats(first, last, candles.penetration()),
            second.allAbove(first),
            last.allBelow(second)));
  }

  static Signal eveningDojiStar(Candles candles) {
    return evening(candles, candles.ago(1).doji());
  }

  static Signal eveningStar(Candles candles) {
    return evening(candles, candles.ago(1).smallBody());
  }

  private static Signal evening(Candles candles, Condition star) {
    Candle first = candles.ago(2);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            first.longBody(),
            star,
            candles.ago(1).bodyAbove(first),
            last.fairBody(),
            retreats(first, last, candles.penetration())));
  }

  static Signal morningDojiStar(Candles candles) {
    return morning(candles, candles.ago(1).doji());
  }

  static Signal morningStar(Candles candles) {
    return morning(candles, candles.ago(1).smallBody());
  }

  private static Signal morning(Candles candles, Condition star) {
    Candle first = candles.ago(2);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.longBody(),
            star,
            candles.ago(1).bodyBelow(first),
            last.fairBody(),
            recovers(first, last, candles.penetration())));
  }

  /** A white candle closes deep in the body of a black one. */
  private static Condition recovers(Candle first, Candle last, double penetration) {
    return all(
        first.black(),
        last.white(),
        last.close().above(first.close().plus(first.body().times(penetration))));
  }

  /** A black candle closes deep in the body of a white one. */
  private static Condition retreats(Candle first, Candle last, double penetration) {
    return all(
        first.white(),
        last.black(),
        last.close().below(first.close().minus(first.body().times(penetration))));
  }

  static Signal gapSideBySideWhite(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition alike =
        all(
            second.white(),
            last.white(),
            last.body().within(second.near(), second.body()),
            last.open().within(second.equal(), second.open()));
    return Signal.either(
        all(alike, second.bodyAbove(first), last.bodyAbove(first)),
        all(alike, second.bodyBelow(first), last.bodyBelow(first)));
  }

  static Signal identicalThreeCrows(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            first.black(),
            first.noLower(),
            second.black(),
            second.noLower(),
            last.black(),
            last.noLower(),
            first.close().above(second.close()),
            second.close().above(last.close()),
            second.open().within(first.equal(), first.close()),
            last.open().within(second.equal(), second.close())));
  }

  static Signal stickSandwich(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.black(),
            second.white(),
            last.black(),
            second.low().above(first.close()),
            last.close().within(first.equal(), first.close())));
  }

  static Signal tasukiGap(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition likeSize =
        all(
            second.body().minus(last.body()).below(second.near()),
            last.body().minus(second.body()).below(second.near()));
    return Signal.either(
        all(
            second.bodyAbove(first),
            second.white(),
            last.black(),
            last.open().below(second.close()),
            last.open().above(second.open()),
            last.close().below(second.open()),
            last.close().above(first.top()),
            likeSize),
        all(
            second.bodyBelow(first),
            second.black(),
            last.white(),
            last.open().below(second.open()),
            last.open().above(second.close()),
            last.close().above(second.open()),
            last.close().below(first.bottom()),
            likeSize));
  }

  static Signal triStar(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition three = all(first.doji(), second.dojiFor(first), last.dojiFor(first));
    return Signal.either(
        all(three, second.bodyBelow(first), last.bottom().above(second.bottom())),
        all(three, second.bodyAbove(first), last.top().below(second.top())));
  }

  static Signal uniqueThreeRiver(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.longBody(),
            first.black(),
            second.black(),
            second.close().above(first.close()),
            second.open().atMost(first.open()),
            second.low().below(first.low()),
            last.shortBody(),
            last.white(),
            last.open().above(second.low())));
  }

  static Signal sideGapThreeMethods(Candles candles) {
    Candle first = candles.ago(2);
    Candle second = candles.ago(1);
    Candle last = candles.ago(0);
    Condition filled =
        all(
            last.open().below(second.top()),
            last.open().above(second.bottom()),
            last.close().below(first.top()),
            last.close().above(first.bottom()));
    return Signal.either(
        all(first.white(), second.white(), last.black(), second.bodyAbove(first), filled),
        all(first.black(), second.black(), last.white(), second.bodyBelow(first), filled));
  }
}
