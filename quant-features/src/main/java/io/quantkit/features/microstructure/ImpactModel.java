package io.quantkit.features.microstructure;

/** How signed volume is taken to move the price. */
public enum ImpactModel {
  /**
   * Kyle's lambda: the change of price on signed units, in price per unit. A. S. Kyle, "Continuous
   * auctions and insider trading", Econometrica 53, 1985; M. López de Prado, Advances in Financial
   * Machine Learning, 2018, 19.4.1.
   */
  KYLE,
  /**
   * Hasbrouck's lambda: the logarithmic return on the signed root of the money traded. J.
   * Hasbrouck, "Trading costs and returns for US equities: estimating effective costs from daily
   * data", Journal of Finance 64, 2009.
   */
  HASBROUCK;

  double response(double price, double last) {
    return this == KYLE ? price - last : Check.logRatio(price, last);
  }

  double flow(double signedSize, double price) {
    return this == KYLE
        ? signedSize
        : Math.copySign(Math.sqrt(Math.abs(signedSize) * price), signedSize);
  }
}
