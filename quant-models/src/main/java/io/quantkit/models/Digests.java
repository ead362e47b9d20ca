package io.quantkit.models;

import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes and of datasets. */
final class Digests {
  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  private Digests() {}

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /*
   * All numbers big-endian: the count of columns and their names, the count of symbols and their
   * texts (each text as its length in bytes and UTF-8), the count of rows; then times, positions of
   * symbols, feature values column by column, labels, interval starts, interval ends and weights.
   * Every NaN counts as the same.
   */
  static String of(Dataset data) {
    Digests out = new Digests();
    FeatureMatrix features = data.features();
    int rows = data.rows();
    out.put(features.columns());
    features.names().forEach(out::put);
    out.put(features.symbols().size());
    features.symbols().forEach(symbol -> out.put(symbol.value()));
    out.put(rows);
    for (int r = 0; r < rows; r++) {
      out.put(data.time(r));
    }
    for (int r = 0; r < rows; r++) {
      out.put(features.symbolIndex(r));
    }
    for (int c = 0; c < features.columns(); c++) {
      for (int r = 0; r < rows; r++) {
        out.put(features.value(r, c));
      }
    }
    for (int r = 0; r < rows; r++) {
      out.put(data.label(r));
    }
    for (int r = 0; r < rows; r++) {
      out.put(data.intervalStart(r));
    }
    for (int r = 0; r < rows; r++) {
      out.put(data.intervalEnd(r));
    }
    for (int r = 0; r < rows; r++) {
      out.put(data.weight(r));
    }
    out.flush();
    return HexFormat.of().formatHex(out.digest.digest());
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(bytes.length);
    flush();
    digest.update(bytes);
  }

  private void put(double value) {
    put(Double.doubleToLongBits(value));
  }

  private void put(long value) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(value);
  }

  private void flush() {
    buffer.flip();
    digest.update(buffer);
    buffer.clear();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
