package io.quantkit.features.indicator.candle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * The 61 candle patterns of TA-Lib, and what they are reported as.
 *
 * <p>A candle is <em>white</em> if it closes at or above its open, else <em>black</em>. With the
 * usual {@link CandleSettings} its body is long or short against the mean body of the ten candles
 * before it, a doji if at most a tenth of their mean range; a shadow is long if it exceeds the body
 * and very long if it exceeds it twice. None of the patterns asks which way prices went before:
 * that is left to the caller.
 *
 * <p>Sources: TA-Lib 0.6; Gregory L. Morris, Candlestick Charting Explained, 1995; Daniel L.
 * Chesler, Trading False Moves with the Hikkake Pattern, 2004.
 */
public enum CandleKind {
  /**
   * A long white candle, a black one above it, and a black one that closes back within its body.
   */
  TWO_CROWS("CDL2CROWS", 3, CandleBias.BEARISH, 0, ThreeCandles::twoCrows),

  /**
   * After a white candle three black ones, each opening in the body before and closing near its
   * low.
   */
  THREE_BLACK_CROWS("CDL3BLACKCROWS", 4, CandleBias.BEARISH, 0, ManyCandles::threeBlackCrows),

  /**
   * A long candle, a small body within it, and a close beyond the other end. Up is bullish, down
   * bearish.
   */
  THREE_INSIDE("CDL3INSIDE", 3, CandleBias.EITHER, 0, ThreeCandles::threeInside),

  /**
   * Three candles of one colour in a row, undone by a fourth of the other. In the direction of the
   * three.
   */
  THREE_LINE_STRIKE("CDL3LINESTRIKE", 4, CandleBias.EITHER, 0, ManyCandles::threeLineStrike),

  /** An engulfing candle confirmed by the next close. Up is bullish, down bearish. */
  THREE_OUTSIDE("CDL3OUTSIDE", 3, CandleBias.EITHER, 0, ThreeCandles::threeOutside),

  /** Three black candles that shrink and stop making lows. */
  THREE_STARS_IN_THE_SOUTH(
      "CDL3STARSINSOUTH", 3, CandleBias.BULLISH, 0, ThreeCandles::threeStarsInTheSouth),

  /**
   * Three white candles with higher closes near their highs, none far shorter than the one before.
   */
  THREE_WHITE_SOLDIERS(
      "CDL3WHITESOLDIERS", 3, CandleBias.BULLISH, 0, ThreeCandles::threeWhiteSoldiers),

  /**
   * A doji apart, shadows included, from a long candle before and from one back after it. In the
   * new direction.
   */
  ABANDONED_BABY("CDLABANDONEDBABY", 3, CandleBias.EITHER, 0.3, ThreeCandles::abandonedBaby),

  /** Three white candles with higher closes that visibly weaken. */
  ADVANCE_BLOCK("CDLADVANCEBLOCK", 3, CandleBias.BEARISH, 0, ThreeCandles::advanceBlock),

  /** A long candle that opens at its low (bullish) or at its high (bearish). */
  BELT_HOLD("CDLBELTHOLD", 1, CandleBias.EITHER, 0, OneCandle::beltHold),

  /**
   * A gap in the direction of a long candle, two more steps, and a close back in the gap. In the
   * new direction.
   */
  BREAKAWAY("CDLBREAKAWAY", 5, CandleBias.EITHER, 0, ManyCandles::breakaway),

  /** A long candle that closes at its high (bullish) or at its low (bearish). */
  CLOSING_MARUBOZU("CDLCLOSINGMARUBOZU", 1, CandleBias.EITHER, 0, OneCandle::closingMarubozu),

  /**
   * Two black marubozu, a black candle below with an upper shadow into them, engulfed by a black
   * one.
   */
  CONCEALING_BABY_SWALLOW(
      "CDLCONCEALBABYSWALL", 4, CandleBias.BULLISH, 0, ManyCandles::concealingBabySwallow),

  /** Two long candles of opposite colour with equal closes. In the colour of the second. */
  COUNTERATTACK("CDLCOUNTERATTACK", 2, CandleBias.EITHER, 0, TwoCandles::counterattack),

  /** An open above the high of a long white candle and a close deep in its body. */
  DARK_CLOUD_COVER("CDLDARKCLOUDCOVER", 2, CandleBias.BEARISH, 0.5, TwoCandles::darkCloudCover),

  /** Open and close are nearly equal. */
  DOJI("CDLDOJI", 1, CandleBias.NEUTRAL, 0, OneCandle::doji),

  /** A doji whose body lies beyond that of a long candle. Against the colour of that candle. */
  DOJI_STAR("CDLDOJISTAR", 2, CandleBias.EITHER, 0, TwoCandles::dojiStar),

  /** A doji at its high with a lower shadow. */
  DRAGONFLY_DOJI("CDLDRAGONFLYDOJI", 1, CandleBias.NEUTRAL, 0, OneCandle::dragonflyDoji),

  /**
   * A body that covers the one before of the other colour; 80 where one end is equal. In the colour
   * of the second.
   */
  ENGULFING("CDLENGULFING", 2, CandleBias.EITHER, 0, TwoCandles::engulfing),

  /** A long white candle, a doji above it, and a black candle that closes deep in the first. */
  EVENING_DOJI_STAR(
      "CDLEVENINGDOJISTAR", 3, CandleBias.BEARISH, 0.3, ThreeCandles::eveningDojiStar),

  /**
   * A long white candle, a small body above it, and a black candle that closes deep in the first.
   */
  EVENING_STAR("CDLEVENINGSTAR", 3, CandleBias.BEARISH, 0.3, ThreeCandles::eveningStar),

  /** Two like white candles side by side after a gap. In the direction of the gap. */
  GAP_SIDE_BY_SIDE_WHITE(
      "CDLGAPSIDESIDEWHITE", 3, CandleBias.EITHER, 0, ThreeCandles::gapSideBySideWhite),

  /** A doji at its low with an upper shadow. */
  GRAVESTONE_DOJI("CDLGRAVESTONEDOJI", 1, CandleBias.NEUTRAL, 0, OneCandle::gravestoneDoji),

  /** A small body on a long lower shadow at or below the low before. */
  HAMMER("CDLHAMMER", 2, CandleBias.BULLISH, 0, TwoCandles::hammer),

  /** A small body on a long lower shadow at or above the high before. */
  HANGING_MAN("CDLHANGINGMAN", 2, CandleBias.BEARISH, 0, TwoCandles::hangingMan),

  /** A small body within a long one; 80 where one end is equal. Against the colour of the first. */
  HARAMI("CDLHARAMI", 2, CandleBias.EITHER, 0, TwoCandles::harami),

  /** A doji within a long body; 80 where one end is equal. Against the colour of the first. */
  HARAMI_CROSS("CDLHARAMICROSS", 2, CandleBias.EITHER, 0, TwoCandles::haramiCross),

  /** A short body between very long shadows. In its colour. */
  HIGH_WAVE("CDLHIGHWAVE", 1, CandleBias.EITHER, 0, OneCandle::highWave),

  /**
   * An inside bar and a break of both its high and low to one side, taken to be false: against the
   * break. 200 where one of the next three candles is the first to close beyond the inside bar on
   * the other side.
   */
  HIKKAKE("CDLHIKKAKE", 3, CandleBias.EITHER, 0, ManyCandles::hikkake),

  /** As {@link #HIKKAKE}, after an inside bar of an inside bar that closed near its extreme. */
  MODIFIED_HIKKAKE("CDLHIKKAKEMOD", 4, CandleBias.EITHER, 0, ManyCandles::modifiedHikkake),

  /** A small black body within a long black one. */
  HOMING_PIGEON("CDLHOMINGPIGEON", 2, CandleBias.BULLISH, 0, TwoCandles::homingPigeon),

  /** Three black candles that fall, each opening at the close before. */
  IDENTICAL_THREE_CROWS(
      "CDLIDENTICAL3CROWS", 3, CandleBias.BEARISH, 0, ThreeCandles::identicalThreeCrows),

  /** A white candle that opens below a long black one and closes just above its close. */
  IN_NECK("CDLINNECK", 2, CandleBias.BEARISH, 0, TwoCandles::inNeck),

  /** A small body under a long upper shadow, below the body before. */
  INVERTED_HAMMER("CDLINVERTEDHAMMER", 2, CandleBias.BULLISH, 0, TwoCandles::invertedHammer),

  /** Two marubozu of opposite colour with a gap between. In the colour of the second. */
  KICKING("CDLKICKING", 2, CandleBias.EITHER, 0, TwoCandles::kicking),

  /** As {@link #KICKING}, in the colour of the longer one. */
  KICKING_BY_LENGTH("CDLKICKINGBYLENGTH", 2, CandleBias.EITHER, 0, TwoCandles::kickingByLength),

  /**
   * Three black candles that fall, a black one with an upper shadow, and a white one that closes
   * above it.
   */
  LADDER_BOTTOM("CDLLADDERBOTTOM", 5, CandleBias.BULLISH, 0, ManyCandles::ladderBottom),

  /** A doji with a long shadow. */
  LONG_LEGGED_DOJI("CDLLONGLEGGEDDOJI", 1, CandleBias.NEUTRAL, 0, OneCandle::longLeggedDoji),

  /** A long body with short shadows. In its colour. */
  LONG_LINE("CDLLONGLINE", 1, CandleBias.EITHER, 0, OneCandle::longLine),

  /** A long body with hardly a shadow. In its colour. */
  MARUBOZU("CDLMARUBOZU", 1, CandleBias.EITHER, 0, OneCandle::marubozu),

  /** Two black candles with equal closes. */
  MATCHING_LOW("CDLMATCHINGLOW", 2, CandleBias.BULLISH, 0, TwoCandles::matchingLow),

  /**
   * A long white candle, three small ones that sink from above it, and a white one to a new high.
   */
  MAT_HOLD("CDLMATHOLD", 5, CandleBias.BULLISH, 0.5, ManyCandles::matHold),

  /** A long black candle, a doji below it, and a white candle that closes deep in the first. */
  MORNING_DOJI_STAR(
      "CDLMORNINGDOJISTAR", 3, CandleBias.BULLISH, 0.3, ThreeCandles::morningDojiStar),

  /**
   * A long black candle, a small body below it, and a white candle that closes deep in the first.
   */
  MORNING_STAR("CDLMORNINGSTAR", 3, CandleBias.BULLISH, 0.3, ThreeCandles::morningStar),

  /** A white candle that opens below a long black one and closes at its low. */
  ON_NECK("CDLONNECK", 2, CandleBias.BEARISH, 0, TwoCandles::onNeck),

  /** A long white candle that opens below a long black one and closes above its middle. */
  PIERCING("CDLPIERCING", 2, CandleBias.BULLISH, 0, TwoCandles::piercing),

  /** A doji with two long shadows, near the middle of its range. */
  RICKSHAW_MAN("CDLRICKSHAWMAN", 1, CandleBias.NEUTRAL, 0, OneCandle::rickshawMan),

  /**
   * A long candle, three small ones against it within its range, and a long one beyond its close.
   * In the colour of the first.
   */
  RISING_FALLING_THREE_METHODS(
      "CDLRISEFALL3METHODS", 5, CandleBias.EITHER, 0, ManyCandles::risingFallingThreeMethods),

  /**
   * A long candle that opens where one of the other colour opened, and has no shadow there. In the
   * colour of the second.
   */
  SEPARATING_LINES("CDLSEPARATINGLINES", 2, CandleBias.EITHER, 0, TwoCandles::separatingLines),

  /** A small body under a long upper shadow, above the body before. */
  SHOOTING_STAR("CDLSHOOTINGSTAR", 2, CandleBias.BEARISH, 0, TwoCandles::shootingStar),

  /** A short body with short shadows. In its colour. */
  SHORT_LINE("CDLSHORTLINE", 1, CandleBias.EITHER, 0, OneCandle::shortLine),

  /** A short body between shadows that are longer. In its colour. */
  SPINNING_TOP("CDLSPINNINGTOP", 1, CandleBias.EITHER, 0, OneCandle::spinningTop),

  /** Two long white candles and a small one at the end of the second. */
  STALLED_PATTERN("CDLSTALLEDPATTERN", 3, CandleBias.BEARISH, 0, ThreeCandles::stalledPattern),

  /** A white candle between two black ones with equal closes. */
  STICK_SANDWICH("CDLSTICKSANDWICH", 3, CandleBias.BULLISH, 0, ThreeCandles::stickSandwich),

  /** A doji at its high with a very long lower shadow. */
  TAKURI("CDLTAKURI", 1, CandleBias.NEUTRAL, 0, OneCandle::takuri),

  /**
   * A gap, and a candle of the other colour and like size that closes within it. In the direction
   * of the gap.
   */
  TASUKI_GAP("CDLTASUKIGAP", 3, CandleBias.EITHER, 0, ThreeCandles::tasukiGap),

  /** A white candle that opens below a long black one and closes in the lower half of its body. */
  THRUSTING("CDLTHRUSTING", 2, CandleBias.BEARISH, 0, TwoCandles::thrusting),

  /** Three doji, the middle one beyond the others. Against the side where it is. */
  TRI_STAR("CDLTRISTAR", 3, CandleBias.EITHER, 0, ThreeCandles::triStar),

  /** A long black candle, a black one within it to a new low, and a small white one. */
  UNIQUE_THREE_RIVER("CDLUNIQUE3RIVER", 3, CandleBias.BULLISH, 0, ThreeCandles::uniqueThreeRiver),

  /**
   * A long white candle and above it a small black one, engulfed by a black one that leaves the gap
   * open.
   */
  UPSIDE_GAP_TWO_CROWS(
      "CDLUPSIDEGAP2CROWS", 3, CandleBias.BEARISH, 0, ThreeCandles::upsideGapTwoCrows),

  /**
   * Two candles of one colour with a gap between, filled by one of the other colour. In the
   * direction of the gap.
   */
  SIDE_GAP_THREE_METHODS(
      "CDLXSIDEGAP3METHODS", 3, CandleBias.EITHER, 0, ThreeCandles::sideGapThreeMethods);

  private final String taLibName;
  private final int candles;
  private final CandleBias bias;
  private final double usualPenetration;

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods
  private final CandleRule rule;

  CandleKind(
      String taLibName, int candles, CandleBias bias, double usualPenetration, CandleRule rule) {
    this.taLibName = taLibName;
    this.candles = candles;
    this.bias = bias;
    this.usualPenetration = usualPenetration;
    this.rule = rule;
  }

  /** Returns the name of TA-Lib's function, such as {@code CDL2CROWS}. */
  public String taLibName() {
    return taLibName;
  }

  /** Returns the name in lower case with hyphens, as used in feature names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns how many candles the rule looks at, 1 to 5, a confirmation and the candles that sizes
   * are compared with not counted.
   */
  public int candles() {
    return candles;
  }

  /** Returns what the pattern is said to foretell. */
  public CandleBias bias() {
    return bias;
  }

  /** Returns the largest magnitude that is reported: 100, or 200 where there is a confirmation. */
  public int strongest() {
    return delay() == 0 ? 100 : 200;
  }

  /**
   * Returns how many bars after the last of its candles the pattern is reported at the latest. 0
   * for all but the two kinds of {@link #HIKKAKE}, whose confirmation comes within 3 bars.
   */
  public int delay() {
    return this == HIKKAKE || this == MODIFIED_HIKKAKE ? 3 : 0;
  }

  /** Returns whether the pattern depends on how far a close reaches into an earlier body. */
  public boolean penetrates() {
    return usualPenetration > 0;
  }

  /** Returns TA-Lib's penetration, as a fraction of the body; 0 if the pattern has none. */
  public double usualPenetration() {
    return usualPenetration;
  }

  Signal signal(CandleSettings settings, double penetration) {
    return rule.signal(new Candles(settings, penetration));
  }

  /** Returns TA-Lib's look-back. It waits a bar more than it needs to for two of the patterns. */
  int warmup(CandleSettings settings, double penetration) {
    int averaged = longestPeriod(signal(settings, penetration));
    return switch (this) {
      case ENGULFING -> 2;
      case THREE_OUTSIDE -> 3;
      case HIKKAKE -> 5;
      case MODIFIED_HIKKAKE -> Math.max(averaged, 1) + 5;
      default -> averaged + candles - 1;
    };
  }

  private static int longestPeriod(Signal signal) {
    int longest = 0;
    Deque<Condition> conditions = new ArrayDeque<>();
    signal.outcomes().forEach(outcome -> conditions.add(outcome.condition()));
    while (!conditions.isEmpty()) {
      Condition condition = conditions.pop();
      if (condition instanceof Condition.Fact fact) {
        longest = Math.max(longest, longestPeriod(fact.comparison().less()));
        longest = Math.max(longest, longestPeriod(fact.comparison().more()));
      } else {
        conditions.addAll(condition.parts());
      }
    }
    return longest;
  }

  private static int longestPeriod(Column column) {
    int longest = column instanceof Column.Limit limit ? limit.setting().period() : 0;
    for (Column source : column.sources()) {
      longest = Math.max(longest, longestPeriod(source));
    }
    return longest;
  }
}
