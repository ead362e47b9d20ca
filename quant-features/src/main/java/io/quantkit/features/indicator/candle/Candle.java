package io.quantkit.features.indicator.candle;

import static io.quantkit.features.indicator.candle.Condition.all;

/** The candle some bars ago and what patterns ask about it. */
final class Candle {
  private final int back;
  private final CandleSettings settings;

  Candle(int back, CandleSettings settings) {
    this.back = back;
    this.settings = settings;
  }

  Term open() {
    return Price.OPEN.ago(back);
  }

  Term high() {
    return Price.HIGH.ago(back);
  }

  Term low() {
    return Price.LOW.ago(back);
  }

  Term close() {
    return Price.CLOSE.ago(back);
  }

  /** The upper end of the body. */
  Term top() {
    return Price.TOP.ago(back);
  }

  /** The lower end of the body. */
  Term bottom() {
    return Price.BOTTOM.ago(back);
  }

  Term body() {
    return Price.BODY.ago(back);
  }

  Term upper() {
    return Price.UPPER.ago(back);
  }

  Term lower() {
    return Price.LOWER.ago(back);
  }

  /** The price halfway between high and low. */
  Term middle() {
    return Price.MIDDLE.ago(back);
  }

  /** Closes at or above its open. */
  Condition white() {
    return close().atLeast(open());
  }

  /** Closes below its open. */
  Condition black() {
    return close().below(open());
  }

  Condition sameColour(Candle other) {
    return Condition.same(white(), other.white());
  }

  Condition otherColour(Candle other) {
    return Condition.same(white(), other.black());
  }

  Condition longBody() {
    return body().above(limit(settings.bodyLong()));
  }

  /** The body is shorter than the limit. */
  Condition shortBody() {
    return body().below(limit(settings.bodyShort()));
  }

  /** The body is not longer than the limit of short ones. */
  Condition smallBody() {
    return body().atMost(limit(settings.bodyShort()));
  }

  /** The body is longer than the limit of short ones. */
  Condition fairBody() {
    return smallBody().not();
  }

  Condition doji() {
    return dojiFor(this);
  }

  /** The body is that of a doji by the measure of another candle. */
  Condition dojiFor(Candle other) {
    return body().atMost(other.limit(settings.bodyDoji()));
  }

  Condition longUpper() {
    return upper().above(limit(settings.shadowLong()));
  }

  Condition longLower() {
    return lower().above(limit(settings.shadowLong()));
  }

  Condition veryLongUpper() {
    return upper().above(limit(settings.shadowVeryLong()));
  }

  Condition veryLongLower() {
    return lower().above(limit(settings.shadowVeryLong()));
  }

  Condition shortUpper() {
    return upper().below(limit(settings.shadowShort()));
  }

  Condition shortLower() {
    return lower().below(limit(settings.shadowShort()));
  }

  /** The upper shadow is longer than a short one. */
  Condition fairUpper() {
    return upper().above(limit(settings.shadowShort()));
  }

  /** There is hardly an upper shadow. */
  Condition noUpper() {
    return upper().below(limit(settings.shadowVeryShort()));
  }

  /** There is hardly a lower shadow. */
  Condition noLower() {
    return lower().below(limit(settings.shadowVeryShort()));
  }

  Condition someUpper() {
    return upper().above(limit(settings.shadowVeryShort()));
  }

  Condition someLower() {
    return lower().above(limit(settings.shadowVeryShort()));
  }

  /** There is hardly a shadow. */
  Condition bare() {
    return all(noUpper(), noLower());
  }

  Condition longMarubozu() {
    return all(longBody(), bare());
  }

  /** The body lies above that of another candle, with a gap. */
  Condition bodyAbove(Candle other) {
    return bottom().above(other.top());
  }

  /** The body lies below that of another candle, with a gap. */
  Condition bodyBelow(Candle other) {
    return top().below(other.bottom());
  }

  /** The whole candle lies above another one. */
  Condition allAbove(Candle other) {
    return low().above(other.high());
  }

  /** The whole candle lies below another one. */
  Condition allBelow(Candle other) {
    return high().below(other.low());
  }

  /** High and low are within those of another candle. */
  Condition inside(Candle other) {
    return all(high().below(other.high()), low().above(other.low()));
  }

  /** High and low are above those of another candle. */
  Condition higher(Candle other) {
    return all(high().above(other.high()), low().above(other.low()));
  }

  /** High and low are below those of another candle. */
  Condition lower(Candle other) {
    return all(high().below(other.high()), low().below(other.low()));
  }

  Term near() {
    return limit(settings.near());
  }

  Term far() {
    return limit(settings.far());
  }

  Term equal() {
    return limit(settings.equal());
  }

  private Term limit(CandleSetting setting) {
    return new Column.Limit(setting).ago(back);
  }
}
