package io.quantkit.models.tree;

/** What boosting minimises, and so what a prediction is. */
public enum Objective {
  /** The weighted mean of {@code (y - f)^2}. A prediction is an expected label. */
  SQUARED_ERROR("reg:squarederror") {
    @Override
    double loss(double label, double margin) {
      double error = label - margin;
      return error * error;
    }

    @Override
    double output(float margin) {
      return margin;
    }

    @Override
    float margin(float base) {
      return base;
    }
  },

  /**
   * The weighted mean of {@code -(y log p + (1 - y) log(1 - p))} with labels 0 and 1. A prediction
   * is the probability of the label 1.
   */
  LOGISTIC("binary:logistic") {
    @Override
    double loss(double label, double margin) {
      double softplus = Math.max(margin, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
      return softplus - label * margin;
    }

    @Override
    double output(float margin) {
      return 1 / (1 + StrictMath.exp(-margin));
    }

    @Override
    float margin(float base) {
      return (float) -StrictMath.log(1f / base - 1f);
    }
  };

  private final String code;

  Objective(String code) {
    this.code = code;
  }

  /** Returns XGBoost's name of this objective. */
  String code() {
    return code;
  }

  abstract double loss(double label, double margin);

  /** Returns the prediction that belongs to a sum of leaves. */
  abstract double output(float margin);

  /** Returns where the sum of leaves begins when the prediction of no tree is {@code base}. */
  abstract float margin(float base);

  static Objective ofCode(String code) {
    for (Objective objective : values()) {
      if (objective.code.equals(code)) {
        return objective;
      }
    }
    throw new IllegalArgumentException("objective " + code + " is not supported");
  }
}
