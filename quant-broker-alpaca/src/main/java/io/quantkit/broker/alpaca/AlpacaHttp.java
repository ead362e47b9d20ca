package io.quantkit.broker.alpaca;

import io.quantkit.core.error.BrokerConnectionException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends authenticated reads and repeats those that may be repeated. */
final class AlpacaHttp {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final URI baseUrl;
  private final String keyId;
  private final String secretKey;
  private final Duration timeout;
  private final Sleeper sleeper;
  private final HttpClient client;

  AlpacaHttp(URI baseUrl, String keyId, String secretKey, Duration timeout, Sleeper sleeper) {
    this.baseUrl = baseUrl;
    this.keyId = keyId;
    this.secretKey = secretKey;
    this.timeout = timeout;
    this.sleeper = sleeper;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Returns the body of a successful answer.
   *
   * @throws BrokerConnectionException if there is none, naming the status and Alpaca's request id
   */
  String get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(baseUrl.resolve(path))
            .timeout(timeout)
            .header("APCA-API-KEY-ID", keyId)
            .header("APCA-API-SECRET-KEY", secretKey)
            .header("Accept", "application/json")
            .GET()
            .build();
    try {
      for (int attempt = 1; ; attempt++) {
        HttpResponse<String> response;
        try {
          response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
          if (attempt == Alpaca.MAX_ATTEMPTS) {
            throw failure(path, "no answer: " + lost.getClass().getSimpleName(), lost);
          }
          sleeper.sleep(pause(attempt));
          continue;
        }
        int status = response.statusCode();
        if (status == 200) {
          return response.body();
        }
        boolean repeatable = status == 429 || status >= 500;
        if (!repeatable || attempt == Alpaca.MAX_ATTEMPTS) {
          throw refusal(path, response);
        }
        sleeper.sleep(asked(response, pause(attempt)));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure(path, "interrupted while waiting", interrupted);
    }
  }

  private static Duration pause(int attempt) {
    return FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
  }

  /** Returns the pause that an answer asks for in seconds, or the given one. */
  private static Duration asked(HttpResponse<String> response, Duration otherwise) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    if (!seconds.matches("[0-9]{1,9}")) {
      return otherwise;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(seconds));
    return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
  }

  private BrokerConnectionException refusal(String path, HttpResponse<String> response) {
    String hint =
        switch (response.statusCode()) {
          case 401, 403 -> "; check the keys and whether they belong to this host";
          case 429 -> "; too many requests";
          default -> "";
        };
    String id = response.headers().firstValue("X-Request-ID").orElse("none");
    String message = AlpacaJson.message(response.body());
    return new BrokerConnectionException(
        "",
        "GET %s%s was answered with HTTP %d%s%s (request id %s)"
            .formatted(
                baseUrl,
                path,
                response.statusCode(),
                message.isEmpty() ? "" : ": " + message,
                hint,
                id));
  }

  private BrokerConnectionException failure(String path, String what, Exception cause) {
    return new BrokerConnectionException("", "GET " + baseUrl + path + ": " + what, cause);
  }
}
