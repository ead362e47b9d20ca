package io.quantkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EpochNanosTest {

  @Property
  void instantsAndNanosecondsAreInverse(@ForAll long nanos) {
    assertThat(EpochNanos.of(EpochNanos.toInstant(nanos))).isEqualTo(nanos);
  }

  @Test
  void reachesBothEndsOfALongAndNoFurther() {
    Instant first = EpochNanos.toInstant(Long.MIN_VALUE);
    Instant last = EpochNanos.toInstant(Long.MAX_VALUE);

    assertThat(EpochNanos.of(first)).isEqualTo(Long.MIN_VALUE);
    assertThat(EpochNanos.of(last)).isEqualTo(Long.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpochNanos.of(last.plusNanos(1)))
        .withMessage(
            "instant must lie between 1677-09-21 and 2262-04-11, was"
                + " 2262-04-11T23:47:16.854775808Z");
    assertThatIllegalArgumentException().isThrownBy(() -> EpochNanos.of(first.minusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> EpochNanos.of(Instant.MAX));
  }

  @Test
  void readsIsoTexts() {
    assertThat(EpochNanos.parse("1970-01-01T00:00:01.000000002Z")).isEqualTo(1_000_000_002L);
  }

  @Test
  void refusesSessionsThatCloseBeforeTheyOpen() {
    LocalDate date = LocalDate.of(2024, 7, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session(date, 5, 5, false))
        .withMessage("open must be before close, was 5 and 5 on 2024-07-02");
  }
}
