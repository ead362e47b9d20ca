package io.quantkit.features.matrix;

import io.quantkit.features.FeatureName;

/** Names of operators with parameters. */
final class OperatorName {
  private OperatorName() {}

  static String of(String operator, double parameter) {
    return operator + "-" + FeatureName.text(parameter);
  }
}
