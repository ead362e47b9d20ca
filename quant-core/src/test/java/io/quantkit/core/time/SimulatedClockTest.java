package io.quantkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {

  private static final Instant START = Instant.parse("2024-07-02T13:30:00Z");

  @Test
  void showsTheTimeItWasMovedTo() {
    SimulatedClock clock = SimulatedClock.startingAt(START);

    clock.advanceBy(Duration.ofMinutes(15));
    assertThat(clock.instant()).isEqualTo("2024-07-02T13:45:00Z");
    clock.advanceTo(START.plusSeconds(3600));
    assertThat(clock.epochNanos()).isEqualTo(EpochNanos.parse("2024-07-02T14:30:00Z"));
    assertThat(clock.millis()).isEqualTo(START.toEpochMilli() + 3_600_000);
    assertThat(clock).hasToString("SimulatedClock at 2024-07-02T14:30:00Z");
  }

  @Test
  void standsStillWhenMovedToTheTimeItShows() {
    SimulatedClock clock = SimulatedClock.startingAt(EpochNanos.of(START));

    clock.advanceTo(clock.epochNanos());
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void refusesToGoBack() {
    SimulatedClock clock = SimulatedClock.startingAt(START);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advanceTo(clock.epochNanos() - 1))
        .withMessage(
            "clock must not go back from 2024-07-02T13:30:00Z,"
                + " was moved to 2024-07-02T13:29:59.999999999Z");
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advanceBy(Duration.ofNanos(-1)));
    assertThat(clock.instant()).isEqualTo(START);
  }
}
