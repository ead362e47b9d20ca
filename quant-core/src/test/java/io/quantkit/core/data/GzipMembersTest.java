package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  static byte[] zipped(String... members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String member : members) {
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(member.getBytes(StandardCharsets.UTF_8));
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
    }
    return bytes.toByteArray();
  }

  private static String read(InputStream source) throws IOException {
    try (InputStream in = new GzipMembers(source)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String read(byte[] bytes) throws IOException {
    return read(new ByteArrayInputStream(bytes));
  }

  @Test
  void readsEveryMember() throws IOException {
    assertThat(read(zipped("a", "", "b".repeat(100_000), "c")))
        .isEqualTo("a" + "b".repeat(100_000) + "c");
  }

  @Test
  void readsEveryMemberOfASourceThatTricklesAndDoesNotTellWhatIsAvailable() throws IOException {
    byte[] bytes = zipped("one ", "two ", "three");
    InputStream trickle =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
          }

          @Override
          public int read(byte[] out, int from, int count) {
            int next = read();
            if (next < 0) {
              return -1;
            }
            out[from] = (byte) next;
            return 1;
          }
        };

    assertThat(read(trickle)).isEqualTo("one two three");
  }

  @Test
  void padsMayFollowButNothingElse() throws IOException {
    byte[] bytes = zipped("x");

    assertThat(read(Arrays.copyOf(bytes, bytes.length + 512))).isEqualTo("x");
    byte[] followed = Arrays.copyOf(bytes, bytes.length + 3);
    followed[bytes.length] = 'y';
    assertThatThrownBy(() -> read(followed)).hasMessageContaining("is not gzip");
  }

  @Test
  void everyTruncationAndEveryChangeOfItsDataIsNoticed() {
    byte[] bytes = zipped("some text that is long enough to be compressed, compressed", "more");
    int first = zipped("some text that is long enough to be compressed, compressed").length;
    for (int length = 1; length < bytes.length; length++) {
      if (length != first) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> read(cut)).as("cut at %d", length).isInstanceOf(IOException.class);
      }
    }
    for (int at = 10; at < first; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> read(changed)).as("byte %d", at).isInstanceOf(IOException.class);
    }
  }
}
