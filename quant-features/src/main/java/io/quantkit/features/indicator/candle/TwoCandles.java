package io.quantkit.features.indicator.candle;

import static io.quantkit.features.indicator.candle.Condition.all;
import static io.quantkit.features.indicator.candle.Condition.any;

/** Patterns of two candles. */
final class TwoCandles {
  private TwoCandles() {}

  static Signal counterattack(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.as(
        last,
        all(
            last.otherColour(first),
            first.longBody(),
            last.longBody(),
            last.close().within(first.equal(), first.close())));
  }

  static Signal darkCloudCover(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            first.white(),
            first.longBody(),
            last.black(),
            last.open().above(first.high()),
            last.close().above(first.open()),
            last.close().below(first.close().minus(first.body().times(candles.penetration())))));
  }

  static Signal dojiStar(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.either(
        all(first.longBody(), last.doji(), first.black(), last.bodyBelow(first)),
        all(first.longBody(), last.doji(), first.white(), last.bodyAbove(first)));
  }

  static Signal engulfing(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    Condition up = all(last.white(), first.black());
    Condition down = all(last.black(), first.white());
    Term opened = first.open();
    Term closed = first.close();
    Signal apart =
        Signal.either(
            all(up, last.close().above(opened), last.open().below(closed)),
            all(down, last.close().below(opened), last.open().above(closed)));
    if (!candles.settings().sharedEnds()) {
      return apart;
    }
    return Signal.either(
            80,
            all(
                up,
                last.close().atLeast(opened),
                last.open().atMost(closed),
                any(last.close().above(opened), last.open().below(closed))),
            all(
                down,
                last.close().atMost(opened),
                last.open().atLeast(closed),
                any(last.close().below(opened), last.open().above(closed))))
        .or(apart);
  }

  static Signal hammer(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(all(hanging(last), last.bottom().atMost(first.low().plus(first.near()))));
  }

  static Signal hangingMan(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(hanging(last), last.bottom().atLeast(first.high().minus(first.near()))));
  }

  /** A small body on a long lower shadow. */
  private static Condition hanging(Candle c) {
    return all(c.shortBody(), c.longLower(), c.noUpper());
  }

  static Signal invertedHammer(Candles candles) {
    Candle last = candles.ago(0);
    return Signal.bullish(all(standing(last), last.bodyBelow(candles.ago(1))));
  }

  static Signal shootingStar(Candles candles) {
    Candle last = candles.ago(0);
    return Signal.bearish(all(standing(last), last.bodyAbove(candles.ago(1))));
  }

  /** A small body under a long upper shadow. */
  private static Condition standing(Candle c) {
    return all(c.shortBody(), c.longUpper(), c.noLower());
  }

  static Signal harami(Candles candles) {
    return harami(candles, candles.ago(0).smallBody());
  }

  static Signal haramiCross(Candles candles) {
    return harami(candles, candles.ago(0).doji());
  }

  private static Signal harami(Candles candles, Condition small) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    Condition sizes = all(first.longBody(), small);
    Signal apart =
        Signal.against(
            100,
            first,
            all(sizes, last.top().below(first.top()), last.bottom().above(first.bottom())));
    if (!candles.settings().sharedEnds()) {
      return apart;
    }
    return Signal.against(
            80,
            first,
            all(sizes, last.top().atMost(first.top()), last.bottom().atLeast(first.bottom())))
        .or(apart);
  }

  static Signal homingPigeon(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            first.black(),
            last.black(),
            first.longBody(),
            last.smallBody(),
            last.open().below(first.open()),
            last.close().above(first.close())));
  }

  static Signal inNeck(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            opensUnderLongBlack(first, last),
            last.close().atMost(first.close().plus(first.equal())),
            last.close().atLeast(first.close())));
  }

  static Signal onNeck(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(opensUnderLongBlack(first, last), last.close().within(first.equal(), first.low())));
  }

  static Signal piercing(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(
            opensUnderLongBlack(first, last),
            last.longBody(),
            last.close().below(first.open()),
            last.close().above(first.close().plus(first.body().times(0.5)))));
  }

  static Signal thrusting(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bearish(
        all(
            opensUnderLongBlack(first, last),
            last.close().above(first.close().plus(first.equal())),
            last.close().atMost(first.close().plus(first.body().times(0.5)))));
  }

  /** A white candle opens below a long black one. */
  private static Condition opensUnderLongBlack(Candle first, Candle last) {
    return all(first.black(), first.longBody(), last.white(), last.open().below(first.low()));
  }

  static Signal kicking(Candles candles) {
    return Signal.as(candles.ago(0), kick(candles.ago(1), candles.ago(0)));
  }

  static Signal kickingByLength(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    Condition kick = kick(first, last);
    Condition lastIsLonger = last.body().above(first.body());
    return Signal.as(last, all(kick, lastIsLonger))
        .or(Signal.as(first, all(kick, lastIsLonger.not())));
  }

  private static Condition kick(Candle first, Candle last) {
    return all(
        first.longMarubozu(),
        last.longMarubozu(),
        any(
            all(first.black(), last.white(), last.allAbove(first)),
            all(first.white(), last.black(), last.allBelow(first))));
  }

  static Signal matchingLow(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    return Signal.bullish(
        all(first.black(), last.black(), last.close().within(first.equal(), first.close())));
  }

  static Signal separatingLines(Candles candles) {
    Candle first = candles.ago(1);
    Candle last = candles.ago(0);
    Condition apart = all(last.longBody(), last.open().within(first.equal(), first.open()));
    return Signal.either(
        all(apart, first.black(), last.white(), last.noLower()),
        all(apart, first.white(), last.black(), last.noUpper()));
  }
}
