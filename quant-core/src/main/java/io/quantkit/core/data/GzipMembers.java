package io.quantkit.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The contents of a gzip file (RFC 1952) of one member or several. Unlike the JDK's stream it reads
 * the members of a source that does not tell what is available, and fails on whatever follows the
 * last one, except padding with zeros: both are ways to lose the end of a file without a word.
 */
final class GzipMembers extends InputStream {
  private final InputStream source;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] compressed = new byte[1 << 14];
  private int at;
  private int limit;
  private long length;
  private int members;
  private boolean within;
  private boolean ended;

  GzipMembers(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (!ended) {
      if (!within) {
        begin();
        continue;
      }
      int inflated = inflate(out, from, count);
      if (inflated > 0) {
        checksum.update(out, from, inflated);
        length += inflated;
        return inflated;
      }
      if (inflater.finished()) {
        end();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("needs a dictionary");
      } else if (inflater.needsInput()) {
        if (at == limit && !fill()) {
          throw new EOFException("it ends within its compressed data");
        }
        inflater.setInput(compressed, at, limit - at);
        at = limit;
      }
    }
    return -1;
  }

  private int inflate(byte[] out, int from, int count) throws ZipException {
    try {
      return inflater.inflate(out, from, count);
    } catch (DataFormatException corrupt) {
      throw new ZipException(String.valueOf(corrupt.getMessage()));
    }
  }

  /** Reads the header of the next member, or finds that there is none. */
  private void begin() throws IOException {
    int magic = next();
    while (magic == 0 && members > 0) {
      magic = next();
    }
    if (magic < 0) {
      ended = true;
      return;
    }
    if (magic != 0x1f || require() != 0x8b) {
      throw new ZipException("what follows its compressed data is not gzip");
    }
    if (require() != 8) {
      throw new ZipException("it is not compressed by deflate");
    }
    int flags = require();
    skip(6);
    if ((flags & 4) != 0) {
      skip(require() | (require() << 8));
    }
    if ((flags & 8) != 0) {
      skipText();
    }
    if ((flags & 16) != 0) {
      skipText();
    }
    if ((flags & 2) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    length = 0;
    members = 1;
    within = true;
  }

  /** Reads the trailer of a member and checks it. */
  private void end() throws IOException {
    at = limit - inflater.getRemaining();
    long expected = word();
    if (expected != checksum.getValue()) {
      throw new ZipException("its checksum is wrong");
    }
    if (word() != (length & 0xffffffffL)) {
      throw new ZipException("its length is wrong");
    }
    within = false;
  }

  private long word() throws IOException {
    return require() | (require() << 8) | (require() << 16) | ((long) require() << 24);
  }

  private void skipText() throws IOException {
    while (require() != 0) {
      // The text is of no interest.
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      require();
    }
  }

  private int require() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException("it ends within a header or trailer");
    }
    return next;
  }

  private int next() throws IOException {
    return at == limit && !fill() ? -1 : compressed[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, source.read(compressed, 0, compressed.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    source.close();
  }
}
