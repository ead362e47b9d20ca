package io.quantkit.core.math;

/**
 * The standard normal distribution: density, distribution function and quantile.
 *
 * <p>A {@code NaN} gives {@code NaN}. The relative error is below {@code 2e-15} wherever the result
 * is a normal double (for the quantile: relative to the result, over all probabilities), and the
 * bits are the same on every machine. For the upper tail use {@code cdf(-x)} and {@code
 * -quantile(p)}, which lose nothing; {@code 1 - cdf(x)} does.
 */
public final class Normal {

  /*
   * [1] W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
   *     Computation 23 (1969), in the form of his ANORM, "Algorithm 715: SPECFUN", ACM TOMS 19
   *     (1993). It includes the split of the exponent.
   * [2] M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
   *     Applied Statistics 37 (1988), PPND16.
   * Coefficients are listed from the highest power to the lowest, rounded to doubles.
   */
  private static final double DENSITY_AT_ZERO = 0.3989422804014327;

  private static final double CENTRE = 0.66291;
  private static final double TAIL = 5.656854249492381;

  /** Beyond this the distribution function rounds to 0 or 1, and the density to 0. */
  private static final double FAR = 39;

  private static final double[] CDF_CENTRE_P = {
    0.06568233791820745,
    2.2352520354606837,
    161.02823106855587,
    1067.6894854603709,
    18154.98125334356
  };
  private static final double[] CDF_CENTRE_Q = {
    1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673
  };
  private static final double[] CDF_MIDDLE_P = {
    1.0765576773720192e-8,
    0.39894151208813466,
    8.883149794388377,
    93.50665613217785,
    597.2702763948002,
    2494.5375852903726,
    6848.190450536283,
    11602.65143764735,
    9842.714838383978
  };
  private static final double[] CDF_MIDDLE_Q = {
    1,
    22.266688044328117,
    235.387901782625,
    1519.3775994075547,
    6485.558298266761,
    18615.571640885097,
    34900.95272114598,
    38912.00328609327,
    19685.429676859992
  };
  private static final double[] CDF_TAIL_P = {
    0.023073441764940174,
    0.215898534057957,
    0.12740116116024736,
    0.022235277870649807,
    0.0014216191932278934,
    2.9112874951168793e-5
  };
  private static final double[] CDF_TAIL_Q = {
    1,
    1.284260096144911,
    0.4682382124808651,
    0.06598813786892856,
    0.0037823963320275824,
    7.297515550839662e-5
  };

  private static final double[] QUANTILE_CENTRE_P = {
    2509.0809287301227,
    33430.57558358813,
    67265.7709270087,
    45921.95393154987,
    13731.69376550946,
    1971.5909503065513,
    133.14166789178438,
    3.3871328727963665
  };
  private static final double[] QUANTILE_CENTRE_Q = {
    5226.495278852854,
    28729.085735721943,
    39307.89580009271,
    21213.794301586597,
    5394.196021424751,
    687.1870074920579,
    42.31333070160091,
    1
  };
  private static final double[] QUANTILE_MIDDLE_P = {
    0.0007745450142783414,
    0.022723844989269184,
    0.2417807251774506,
    1.2704582524523684,
    3.6478483247632045,
    5.769497221460691,
    4.630337846156546,
    1.4234371107496835
  };
  private static final double[] QUANTILE_MIDDLE_Q = {
    1.0507500716444169e-9,
    0.0005475938084995345,
    0.015198666563616457,
    0.14810397642748008,
    0.6897673349851,
    1.6763848301838038,
    2.053191626637759,
    1
  };
  private static final double[] QUANTILE_TAIL_P = {
    2.0103343992922881e-7,
    2.7115555687434876e-5,
    0.0012426609473880784,
    0.026532189526576124,
    0.29656057182850487,
    1.7848265399172913,
    5.463784911164114,
    6.657904643501103
  };
  private static final double[] QUANTILE_TAIL_Q = {
    2.0442631033899397e-15,
    1.421511758316446e-7,
    1.8463183175100548e-5,
    0.0007868691311456133,
    0.014875361290850615,
    0.1369298809227358,
    0.599832206555888,
    1
  };

  private Normal() {}

  /** Returns the density {@code exp(-x^2 / 2) / sqrt(2 * pi)}. */
  public static double density(double x) {
    return DENSITY_AT_ZERO * bell(Math.abs(x));
  }

  /** Returns the probability of a value of at most {@code x}. */
  public static double cdf(double x) {
    double y = Math.abs(x);
    if (y <= CENTRE) {
      double square = x * x;
      return 0.5 + x * polynomial(CDF_CENTRE_P, square) / polynomial(CDF_CENTRE_Q, square);
    }
    double tail;
    if (y <= TAIL) {
      tail = bell(y) * polynomial(CDF_MIDDLE_P, y) / polynomial(CDF_MIDDLE_Q, y);
    } else {
      double inverse = 1 / (y * y);
      double rest = inverse * polynomial(CDF_TAIL_P, inverse) / polynomial(CDF_TAIL_Q, inverse);
      tail = bell(y) * ((DENSITY_AT_ZERO - rest) / y);
    }
    return x < 0 ? tail : 1 - tail;
  }

  /**
   * Returns the value that is not exceeded with the given probability; an infinity at 0 and 1.
   *
   * @throws IllegalArgumentException if the probability is outside 0 to 1
   */
  public static double quantile(double probability) {
    if (probability < 0 || probability > 1) {
      throw new IllegalArgumentException("probability must be within 0 to 1, was " + probability);
    }
    double q = probability - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * polynomial(QUANTILE_CENTRE_P, r) / polynomial(QUANTILE_CENTRE_Q, r);
    }
    double smaller = q < 0 ? probability : 1 - probability;
    if (smaller == 0) {
      return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-StrictMath.log(smaller));
    double x =
        r <= 5
            ? polynomial(QUANTILE_MIDDLE_P, r - 1.6) / polynomial(QUANTILE_MIDDLE_Q, r - 1.6)
            : polynomial(QUANTILE_TAIL_P, r - 5) / polynomial(QUANTILE_TAIL_Q, r - 5);
    return q < 0 ? -x : x;
  }

  /** Returns {@code exp(-y^2 / 2)}, with the part of the square that rounding would lose. */
  private static double bell(double y) {
    if (y > FAR) {
      return 0;
    }
    double coarse = Math.floor(y * 16) / 16;
    double rest = (y - coarse) * (y + coarse);
    return StrictMath.exp(-0.5 * coarse * coarse) * StrictMath.exp(-0.5 * rest);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
