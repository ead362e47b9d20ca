package io.quantkit.broker.alpaca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.MarketStatus;
import io.quantkit.core.error.BrokerConnectionException;
import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads Alpaca's JSON. Unknown fields are ignored; amounts are exact, as strings or numbers. */
final class AlpacaJson {
  private static final int LONGEST_MESSAGE = 300;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private AlpacaJson() {}

  static AccountSnapshot account(String body) {
    JsonNode account = object("account", body);
    String currency = text("account", account, "currency");
    try {
      return new AccountSnapshot(
          text("account", account, "id"),
          Currency.of(currency),
          decimal("account", account, "cash"),
          decimal("account", account, "equity"),
          decimal("account", account, "buying_power"),
          optional("account", account, "initial_margin"),
          optional("account", account, "maintenance_margin"));
    } catch (IllegalArgumentException malformed) {
      throw unreadable("account", String.valueOf(malformed.getMessage()));
    }
  }

  static MarketStatus status(String body) {
    JsonNode clock = object("clock", body);
    JsonNode open = clock.path("is_open");
    if (!open.isBoolean()) {
      throw unreadable("clock", "field is_open must be true or false, was " + shown(open));
    }
    return new MarketStatus(
        time(clock, "timestamp"),
        open.booleanValue(),
        time(clock, "next_open"),
        time(clock, "next_close"));
  }

  /** Returns the message of an error, shortened; empty if the body has none. */
  static String message(String body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      String message = node == null ? "" : node.path("message").asText("");
      return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    } catch (JsonProcessingException notJson) {
      return "";
    }
  }

  private static JsonNode object(String what, String body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw unreadable(what, "the answer is no JSON");
    }
    if (node == null || !node.isObject()) {
      throw unreadable(what, "the answer must be an object, was " + shown(node));
    }
    return node;
  }

  private static String text(String what, JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw unreadable(what, "field " + field + " must be a text, was " + shown(node));
    }
    return node.textValue();
  }

  private static Optional<Decimal> optional(String what, JsonNode parent, String field) {
    return parent.hasNonNull(field) ? Optional.of(decimal(what, parent, field)) : Optional.empty();
  }

  private static Decimal decimal(String what, JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (node.isTextual() || node.isNumber()) {
      try {
        return Decimal.parse(node.asText());
      } catch (NumberFormatException | ArithmeticException malformed) {
        // Reported below, like every other value that is no amount.
      }
    }
    throw unreadable(
        what, "field " + field + " must be a decimal of at most 18 digits, was " + shown(node));
  }

  private static Instant time(JsonNode parent, String field) {
    String text = text("clock", parent, field);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw unreadable("clock", "field " + field + " must be an RFC 3339 time, was " + text);
    }
  }

  private static String shown(@org.jspecify.annotations.Nullable JsonNode node) {
    String text = node == null || node.isMissingNode() ? "missing" : node.toString();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  private static BrokerConnectionException unreadable(String what, String why) {
    return new BrokerConnectionException("", "Alpaca's " + what + " cannot be read: " + why);
  }
}
