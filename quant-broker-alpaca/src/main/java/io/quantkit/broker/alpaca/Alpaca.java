package io.quantkit.broker.alpaca;

import io.quantkit.core.broker.AccountSource;
import io.quantkit.core.broker.MarketClock;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * An Alpaca account, as far as it can be read.
 *
 * <p>Reads that Alpaca turns away for too many requests, or answers with a server error, are
 * repeated up to {@link #MAX_ATTEMPTS} times, after the time it asks for or an ever longer one.
 * Keys never appear in texts or errors, and are sent to the configured host only.
 */
public final class Alpaca {

  /** Where paper accounts are: {@code https://paper-api.alpaca.markets}. */
  public static final URI PAPER = URI.create("https://paper-api.alpaca.markets");

  /** Where live accounts are: {@code https://api.alpaca.markets}. */
  public static final URI LIVE = URI.create("https://api.alpaca.markets");

  /** How long a request may take by default: 10 seconds. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** How often a read is sent at most: 4 times. */
  public static final int MAX_ATTEMPTS = 4;

  private final URI baseUrl;
  private final AlpacaHttp http;

  private Alpaca(Builder builder) {
    this.baseUrl = builder.baseUrl;
    this.http =
        new AlpacaHttp(
            builder.baseUrl, builder.keyId, builder.secretKey, builder.timeout, builder.sleeper);
  }

  /** Returns a builder for a paper account. */
  public static Builder paper(String keyId, String secretKey) {
    return new Builder(PAPER, keyId, secretKey);
  }

  /** Returns a builder for a live account. */
  public static Builder live(String keyId, String secretKey) {
    return new Builder(LIVE, keyId, secretKey);
  }

  /** Returns the account. */
  public AccountSource account() {
    return () -> AlpacaJson.account(http.get("/v2/account"));
  }

  /** Returns the market clock, which is that of the US equity market. */
  public MarketClock clock() {
    return () -> AlpacaJson.status(http.get("/v2/clock"));
  }

  /** Returns where this account is, without its keys. */
  @Override
  public String toString() {
    return "Alpaca at " + baseUrl;
  }

  /** Collects the settings, then {@link #build} makes the account. Not thread-safe. */
  public static final class Builder {
    private final String keyId;
    private final String secretKey;
    private URI baseUrl;
    private Duration timeout = DEFAULT_TIMEOUT;
    private Sleeper sleeper = duration -> Thread.sleep(duration.toMillis());

    private Builder(URI baseUrl, String keyId, String secretKey) {
      this.baseUrl = baseUrl;
      this.keyId = requireKey("keyId", keyId);
      this.secretKey = requireKey("secretKey", secretKey);
    }

    private static String requireKey(String name, String value) {
      if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
        throw new IllegalArgumentException(
            name + " must be printable and without spaces, had " + value.length() + " characters");
      }
      return value;
    }

    /**
     * Sets where requests go.
     *
     * @param url {@code https}, or {@code http} on this machine, without a path
     */
    public Builder baseUrl(URI url) {
      String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
      boolean local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
      boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && local);
      if (!safe || host.isEmpty()) {
        throw new IllegalArgumentException(
            "baseUrl must be https, or http on this machine, was " + url);
      }
      baseUrl = url;
      return this;
    }

    /**
     * Sets how long one request may take.
     *
     * @param duration positive; default {@link #DEFAULT_TIMEOUT}
     */
    public Builder timeout(Duration duration) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("timeout must be positive, was " + duration);
      }
      timeout = duration;
      return this;
    }

    Builder sleeper(Sleeper newSleeper) {
      sleeper = newSleeper;
      return this;
    }

    /** Returns the account. Nothing is sent yet. */
    public Alpaca build() {
      return new Alpaca(this);
    }
  }
}
