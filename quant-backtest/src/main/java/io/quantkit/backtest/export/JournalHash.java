package io.quantkit.backtest.export;

import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of everything that happened inside an engine: of a canonical text with a line per
 * event, in UTF-8.
 *
 * <p>A line is the event's number and its fields, all of them, by name and in their order. Texts
 * are quoted, decimals are plain, doubles are the hexadecimal digits of their bits, so that nothing
 * depends on the JDK, the locale, the time zone or on how many threads other runs have. Two runs
 * have the same hash if and only if they did the same, but for collisions that nobody has found. A
 * release that records something new changes the hash.
 *
 * <p>Belongs to the thread of its engine.
 */
public final class JournalHash implements EventListener {
  private final MessageDigest digest;
  private final CanonicalText text = new CanonicalText();
  private long events;

  /** Creates the hash of nothing yet. */
  public JournalHash() {
    this.digest = sha256();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  @Override
  public void onEvent(long sequence, EngineEvent event) {
    String line = line(sequence, event);
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    events++;
  }

  private String line(long sequence, EngineEvent event) {
    text.clear();
    text.append(sequence);
    text.separate(' ');
    text.append(event);
    text.separate('\n');
    return text.toString();
  }

  /** Returns how many events were received. */
  public long events() {
    return events;
  }

  /** Returns the hash of the events received so far: 64 hexadecimal digits. */
  public String hash() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the installed SHA-256 cannot be read while it is fed", e);
    }
  }
}
