package io.quantkit.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.MarketStatus;
import io.quantkit.core.error.BrokerConnectionException;
import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlpacaTest {
  private static final String KEY = "PKTESTKEY";
  private static final String SECRET = "s3cr3t-never-shown";

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private HttpServer server;

  private record Answer(int status, Map<String, String> headers, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("APCA-API-KEY-ID")
            + " "
            + exchange.getRequestHeaders().getFirst("APCA-API-SECRET-KEY"));
    Answer answer = answers.removeFirst();
    answer.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Alpaca alpaca() {
    return Alpaca.paper(KEY, SECRET)
        .baseUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .sleeper(pauses::add)
        .build();
  }

  private void willAnswer(int status, String body) {
    answers.add(new Answer(status, Map.of(), body));
  }

  private static String recorded(String name) {
    try (InputStream in = AlpacaTest.class.getResourceAsStream("/alpaca/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void readsAnAccountExactly() {
    willAnswer(200, recorded("account.json"));

    AccountSnapshot account = alpaca().account().account();

    assertThat(account)
        .isEqualTo(
            new AccountSnapshot(
                "0c7f6f1e-31f0-4d43-9a8e-2f6f0d1c9b55",
                Currency.USD,
                Decimal.parse("-23140.2"),
                Decimal.parse("103820.56"),
                Decimal.parse("262113.632"),
                Optional.of(Decimal.parse("63480.38")),
                Optional.of(Decimal.parse("38088.228"))));
    assertThat(account.marginAvailable()).contains(Decimal.parse("40340.18"));
    assertThat(requests).containsExactly("GET /v2/account " + KEY + " " + SECRET);
  }

  @Test
  void readsAmountsThatAreNumbersWithoutLosingDigits() {
    willAnswer(
        200,
        "{\"id\":\"a\",\"currency\":\"USD\",\"cash\":0.123456789012345678,"
            + "\"equity\":1e3,\"buying_power\":\"7\",\"new_field\":{}}");

    AccountSnapshot account = alpaca().account().account();

    assertThat(account.cash()).isEqualTo(Decimal.parse("0.123456789012345678"));
    assertThat(account.equity()).isEqualTo(Decimal.of(1000));
    assertThat(account.initialMargin()).isEmpty();
  }

  @Test
  void readsTheClock() {
    willAnswer(200, recorded("clock.json"));

    MarketStatus status = alpaca().clock().status();

    assertThat(status.open()).isFalse();
    assertThat(status.time()).isEqualTo(Instant.parse("2022-05-16T20:32:24.143735880Z"));
    assertThat(status.nextOpen()).isEqualTo(Instant.parse("2022-05-17T13:30:00Z"));
    assertThat(status.nextClose()).isEqualTo(Instant.parse("2022-05-17T20:00:00Z"));
  }

  @Test
  void waitsAsLongAsAlpacaAsksAndReadsAgain() {
    answers.add(new Answer(429, Map.of("Retry-After", "3"), "{\"message\":\"too many requests\"}"));
    willAnswer(503, "<html>unavailable</html>");
    willAnswer(200, recorded("clock.json"));

    alpaca().clock().status();

    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(500));
    assertThat(requests).hasSize(3);
  }

  @Test
  void givesUpAfterFourAttempts() {
    for (int i = 0; i < 4; i++) {
      willAnswer(500, "");
    }

    assertThatThrownBy(() -> alpaca().clock().status())
        .isInstanceOf(BrokerConnectionException.class)
        .hasMessageContaining("HTTP 500");
    assertThat(requests).hasSize(4);
  }

  @Test
  void doesNotRepeatWhatCannotSucceedAndNamesTheRequest() {
    answers.add(
        new Answer(401, Map.of("X-Request-ID", "abc123"), "{\"message\":\"unauthorized.\"}"));

    assertThatThrownBy(() -> alpaca().account().account())
        .isInstanceOf(BrokerConnectionException.class)
        .hasMessageContaining("HTTP 401: unauthorized.")
        .hasMessageContaining("check the keys")
        .hasMessageContaining("request id abc123")
        .hasMessageNotContaining(SECRET)
        .hasMessageNotContaining(KEY);
    assertThat(requests).hasSize(1);
  }

  @Test
  void doesNotFollowRedirectsWithTheKeys() {
    answers.add(new Answer(302, Map.of("Location", "http://127.0.0.1:1/elsewhere"), ""));

    assertThatThrownBy(() -> alpaca().account().account()).hasMessageContaining("HTTP 302");
    assertThat(requests).hasSize(1);
  }

  @Test
  void namesTheFieldThatCannotBeRead() {
    willAnswer(200, "{\"id\":\"a\",\"currency\":\"USD\",\"cash\":\"much\"}");
    willAnswer(200, "{\"timestamp\":\"2022-05-16T16:32:24Z\",\"is_open\":\"yes\"}");
    willAnswer(200, "[]");
    willAnswer(200, "{");

    assertThatThrownBy(() -> alpaca().account().account())
        .hasMessageContaining("field cash must be a decimal")
        .hasMessageContaining("much");
    assertThatThrownBy(() -> alpaca().clock().status())
        .hasMessageContaining("field is_open must be true or false, was \"yes\"");
    assertThatThrownBy(() -> alpaca().clock().status()).hasMessageContaining("must be an object");
    assertThatThrownBy(() -> alpaca().clock().status()).hasMessageContaining("is no JSON");
  }

  @Test
  void hidesItsKeys() {
    assertThat(alpaca().toString()).startsWith("Alpaca at http://127.0.0.1").doesNotContain(KEY);
    assertThatThrownBy(() -> Alpaca.live(KEY, "with space " + SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void sendsKeysOverEncryptedConnectionsOnly() {
    assertThatThrownBy(
            () -> Alpaca.live(KEY, SECRET).baseUrl(URI.create("http://api.alpaca.markets")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be https");
  }
}
