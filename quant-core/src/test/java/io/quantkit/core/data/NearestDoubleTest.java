package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestDoubleTest {

  private static double parse(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return NearestDouble.parse(bytes, 1, bytes.length - 1);
  }

  private static void agreesWithTheJdk(String text) {
    double value = parse(text);
    if (!Double.isNaN(value)) {
      assertThat(Double.doubleToRawLongBits(value))
          .as(text)
          .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "1",
        "+1",
        "1.",
        ".5",
        "-.5",
        "123.45",
        "1e5",
        "1E-5",
        "1.25e+3",
        "9007199254740992",
        "9007199254740993",
        "9007199254740993.0",
        "0.1000000000000000055511151231257827",
        "179.85546875000003",
        "1e23",
        "8.5e22",
        "9223372036854775808",
        "9999999999999999999",
        "1e60",
        "1e-60",
        "4503599627370496.5",
        "4503599627370497.5"
      })
  void readsWhatTheJdkReads(String text) {
    agreesWithTheJdk(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+", ".", "e5", "1e", "1e+", "1,5", "1x", "0x1", "NaN", "1 2"})
  void leavesWhatIsNoNumberUndecided(String text) {
    assertThat(parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"123.45", "0.00001234", "101.57000000000001", "98765432.123456789", "1e22"})
  void decidesThePricesThatFilesHold(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @Property(tries = 60)
  void anyNumberHasTheBitsOfTheJdk(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      agreesWithTheJdk(Double.toString(Double.longBitsToDouble(random.nextLong())));
      agreesWithTheJdk(new BigDecimal(random.nextDouble() * 1000).toPlainString());
      agreesWithTheJdk(Long.toUnsignedString(random.nextLong()) + "e" + (random.nextInt(140) - 70));
      String digits = Long.toString(random.nextLong() >>> (1 + random.nextInt(63)));
      int point = random.nextInt(digits.length() + 1);
      agreesWithTheJdk(digits.substring(0, point) + "." + digits.substring(point));
    }
  }

  @Property(tries = 40)
  void tiesBetweenTwoDoublesGoToTheEvenOne(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      long odd = (1L << 53) + random.nextLong(1L << 53) | 1;
      agreesWithTheJdk(BigInteger.valueOf(odd).shiftLeft(random.nextInt(9)).toString());
      BigDecimal divisor = new BigDecimal(BigInteger.ONE.shiftLeft(1 + random.nextInt(4)));
      agreesWithTheJdk(new BigDecimal(odd).divide(divisor).toPlainString());
    }
  }
}
