package io.quantkit.features.indicator.candle;

import io.quantkit.features.FeatureName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What counts as long, short, near and equal in candle patterns.
 *
 * @param bodyLong above it a body is long
 * @param bodyVeryLong above it a body is very long; no pattern asks
 * @param bodyShort below it, or at it, a body is short
 * @param bodyDoji up to it a body is none: a doji
 * @param shadowLong above it a shadow is long
 * @param shadowVeryLong above it a shadow is very long
 * @param shadowShort below it a shadow is short
 * @param shadowVeryShort below it a shadow is none
 * @param near up to it two prices are near each other
 * @param far from it on two prices are far from each other
 * @param equal up to it two prices are equal
 * @param sharedEnds whether an engulfing or a harami whose two bodies share one end is reported, as
 *     80
 */
public record CandleSettings(
    CandleSetting bodyLong,
    CandleSetting bodyVeryLong,
    CandleSetting bodyShort,
    CandleSetting bodyDoji,
    CandleSetting shadowLong,
    CandleSetting shadowVeryLong,
    CandleSetting shadowShort,
    CandleSetting shadowVeryShort,
    CandleSetting near,
    CandleSetting far,
    CandleSetting equal,
    boolean sharedEnds) {

  /**
   * The settings that TA-Lib starts with: bodies are measured by the mean body of ten candles (very
   * long: by three of them), a doji by a tenth of the mean range of ten; long and very long shadows
   * by one and two bodies of the candle itself, short ones by the mean shadow of ten candles, none
   * by a tenth of the mean range of ten; near, far and equal by 0.2, 0.6 and 0.05 of the mean range
   * of five.
   */
  public static final CandleSettings TA_LIB =
      new CandleSettings(
          new CandleSetting(CandleMeasure.BODY, 10, 1),
          new CandleSetting(CandleMeasure.BODY, 10, 3),
          new CandleSetting(CandleMeasure.BODY, 10, 1),
          new CandleSetting(CandleMeasure.RANGE, 10, 0.1),
          new CandleSetting(CandleMeasure.BODY, 0, 1),
          new CandleSetting(CandleMeasure.BODY, 0, 2),
          new CandleSetting(CandleMeasure.SHADOWS, 10, 1),
          new CandleSetting(CandleMeasure.RANGE, 10, 0.1),
          new CandleSetting(CandleMeasure.RANGE, 5, 0.2),
          new CandleSetting(CandleMeasure.RANGE, 5, 0.6),
          new CandleSetting(CandleMeasure.RANGE, 5, 0.05),
          true);

  /** {@link #TA_LIB} as of its versions before 0.6: bodies that share one end are not reported. */
  public static final CandleSettings TA_LIB_0_4 = TA_LIB.withSharedEnds(false);

  /** Returns these settings with another limit for long and for short bodies. */
  public CandleSettings withBodies(CandleSetting longer, CandleSetting shorter) {
    return new CandleSettings(
        longer,
        bodyVeryLong,
        shorter,
        bodyDoji,
        shadowLong,
        shadowVeryLong,
        shadowShort,
        shadowVeryShort,
        near,
        far,
        equal,
        sharedEnds);
  }

  /** Returns these settings with another limit for a doji. */
  public CandleSettings withDoji(CandleSetting doji) {
    return new CandleSettings(
        bodyLong,
        bodyVeryLong,
        bodyShort,
        doji,
        shadowLong,
        shadowVeryLong,
        shadowShort,
        shadowVeryShort,
        near,
        far,
        equal,
        sharedEnds);
  }

  /** Returns these settings with other distances for near, far and equal. */
  public CandleSettings withDistances(CandleSetting near, CandleSetting far, CandleSetting equal) {
    return new CandleSettings(
        bodyLong,
        bodyVeryLong,
        bodyShort,
        bodyDoji,
        shadowLong,
        shadowVeryLong,
        shadowShort,
        shadowVeryShort,
        near,
        far,
        equal,
        sharedEnds);
  }

  /** Returns these settings with or without reports of bodies that share one end. */
  public CandleSettings withSharedEnds(boolean reported) {
    return new CandleSettings(
        bodyLong,
        bodyVeryLong,
        bodyShort,
        bodyDoji,
        shadowLong,
        shadowVeryLong,
        shadowShort,
        shadowVeryShort,
        near,
        far,
        equal,
        reported);
  }

  /** Returns what differs from {@link #TA_LIB} as part of a name, {@code raw} if nothing does. */
  String label() {
    Map<String, CandleSetting> usual = TA_LIB.byName();
    StringJoiner label = new StringJoiner("-");
    byName()
        .forEach(
            (name, setting) -> {
              if (!setting.equals(usual.get(name))) {
                label
                    .add(name)
                    .add(setting.measure().name().toLowerCase(Locale.ROOT))
                    .add(Integer.toString(setting.period()))
                    .add(FeatureName.text(setting.factor()));
              }
            });
    if (!sharedEnds) {
      label.add("apart");
    }
    return label.length() == 0 ? "raw" : label.toString();
  }

  private Map<String, CandleSetting> byName() {
    Map<String, CandleSetting> settings = new LinkedHashMap<>();
    settings.put("bodylong", bodyLong);
    settings.put("bodyverylong", bodyVeryLong);
    settings.put("bodyshort", bodyShort);
    settings.put("bodydoji", bodyDoji);
    settings.put("shadowlong", shadowLong);
    settings.put("shadowverylong", shadowVeryLong);
    settings.put("shadowshort", shadowShort);
    settings.put("shadowveryshort", shadowVeryShort);
    settings.put("near", near);
    settings.put("far", far);
    settings.put("equal", equal);
    return settings;
  }
}
