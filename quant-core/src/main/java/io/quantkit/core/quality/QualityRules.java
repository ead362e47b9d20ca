package io.quantkit.core.quality;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules apply, how bad it is to break them, what is done about it, and their parameters.
 *
 * <p>Immutable: every change gives another configuration.
 *
 * <pre>{@code
 * QualityRules rules =
 *     QualityRules.standard()
 *         .with(QualityRule.GAP, "bars", 20)
 *         .with(QualityRule.BAD_TICK, RuleAction.QUARANTINE)
 *         .without(QualityRule.TICK_SIZE);
 * }</pre>
 */
public final class QualityRules {
  private static final QualityRule[] ALL = QualityRule.values();
  private static final QualityRules STANDARD = makeStandard();

  private final boolean[] applies;
  private final Severity[] severities;
  private final RuleAction[] actions;
  private final double[][] values;

  private QualityRules(
      boolean[] applies, Severity[] severities, RuleAction[] actions, double[][] values) {
    this.applies = applies;
    this.severities = severities;
    this.actions = actions;
    this.values = values;
  }

  /** Returns every rule as it is by default. */
  public static QualityRules standard() {
    return STANDARD;
  }

  private static QualityRules makeStandard() {
    boolean[] applies = new boolean[ALL.length];
    Arrays.fill(applies, true);
    Severity[] severities = new Severity[ALL.length];
    RuleAction[] actions = new RuleAction[ALL.length];
    double[][] values = new double[ALL.length][];
    for (int r = 0; r < ALL.length; r++) {
      severities[r] = ALL[r].severity();
      actions[r] = ALL[r].action();
      values[r] = ALL[r].parameters().stream().mapToDouble(RuleParameter::value).toArray();
    }
    return new QualityRules(applies, severities, actions, values);
  }

  /** Returns these rules with another severity for one. */
  public QualityRules with(QualityRule rule, Severity severity) {
    QualityRules copy = copy();
    copy.severities[rule.ordinal()] = severity;
    return copy;
  }

  /**
   * Returns these rules with another action for one. Rows that cannot be a bar or a tick are left
   * out of the clean output whatever the action, and findings about no row in particular cannot be
   * quarantined.
   */
  public QualityRules with(QualityRule rule, RuleAction action) {
    QualityRules copy = copy();
    copy.actions[rule.ordinal()] = action;
    return copy;
  }

  /**
   * Returns these rules with another value for a parameter.
   *
   * @param value finite and not negative
   * @throws IllegalArgumentException if the rule has no such parameter or the value cannot be
   */
  public QualityRules with(QualityRule rule, String parameter, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s of %s must be finite and at least 0, was %s".formatted(parameter, rule, value));
    }
    QualityRules copy = copy();
    copy.values[rule.ordinal()][rule.parameter(parameter)] = value;
    return copy;
  }

  /** Returns these rules without some of them. */
  public QualityRules without(QualityRule... rules) {
    QualityRules copy = copy();
    for (QualityRule rule : rules) {
      copy.applies[rule.ordinal()] = false;
    }
    return copy;
  }

  /** Returns these rules, of which none but the given ones apply. */
  public QualityRules only(QualityRule... rules) {
    QualityRules copy = copy();
    Arrays.fill(copy.applies, false);
    for (QualityRule rule : rules) {
      copy.applies[rule.ordinal()] = true;
    }
    return copy;
  }

  /** Returns the rules that apply, in their own order. */
  public Set<QualityRule> applied() {
    Set<QualityRule> applied = EnumSet.noneOf(QualityRule.class);
    for (QualityRule rule : ALL) {
      if (applies(rule)) {
        applied.add(rule);
      }
    }
    return applied;
  }

  /** Returns whether a rule applies. */
  public boolean applies(QualityRule rule) {
    return applies[rule.ordinal()];
  }

  /** Returns how bad it is to break a rule. */
  public Severity severity(QualityRule rule) {
    return severities[rule.ordinal()];
  }

  /** Returns what is done about a broken rule. */
  public RuleAction action(QualityRule rule) {
    return actions[rule.ordinal()];
  }

  /**
   * Returns a parameter of a rule.
   *
   * @throws IllegalArgumentException if the rule has no parameter of that name
   */
  public double value(QualityRule rule, String parameter) {
    return values[rule.ordinal()][rule.parameter(parameter)];
  }

  private QualityRules copy() {
    double[][] newValues = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      newValues[r] = values[r].clone();
    }
    return new QualityRules(applies.clone(), severities.clone(), actions.clone(), newValues);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QualityRules that
        && Arrays.equals(applies, that.applies)
        && Arrays.equals(severities, that.severities)
        && Arrays.equals(actions, that.actions)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values) * 31 + Arrays.hashCode(applies);
  }

  @Override
  public String toString() {
    return applied().size() + " of " + ALL.length + " rules";
  }
}
