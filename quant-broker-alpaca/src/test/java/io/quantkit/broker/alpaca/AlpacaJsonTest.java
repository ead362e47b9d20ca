package io.quantkit.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.error.BrokerConnectionException;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AlpacaJsonTest {
  private static final String ACCOUNT =
      "{\"id\":\"a\",\"currency\":\"USD\",\"cash\":\"1.5\",\"equity\":2,\"buying_power\":3e1}";
  private static final String CLOCK =
      "{\"timestamp\":\"2022-05-16T16:32:24.1-04:00\",\"is_open\":true,"
          + "\"next_open\":\"2022-05-17T09:30:00Z\",\"next_close\":\"2022-05-17T16:00:00Z\"}";

  @Property(tries = 20_000)
  void mutatedAnswersAreReadOrRefusedByName(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean account = random.nextBoolean();
    StringBuilder text = new StringBuilder(account ? ACCOUNT : CLOCK);
    for (int i = 0, n = 1 + random.nextInt(5); i < n && text.length() > 0; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) (32 + random.nextInt(96)));
        default -> text.setLength(Math.max(1, at));
      }
    }
    try {
      Object read =
          account ? AlpacaJson.account(text.toString()) : AlpacaJson.status(text.toString());
      assertThat(read).isNotNull();
    } catch (BrokerConnectionException refused) {
      assertThat(refused).hasMessageContaining("cannot be read");
    }
  }
}
