package io.quantkit.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.error.ModelLoadException;
import io.quantkit.core.error.ModelNotFoundException;
import io.quantkit.models.linear.Ridge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {
  @TempDir Path home;
  private Path stored;

  @BeforeEach
  void store() {
    stored = home.resolve("a/b/model");
    Ridge.of(1).fit(Samples.panel(50, 3, 4, 1, 1), 9).save(stored);
  }

  @Test
  void leavesNothingBesideTheModel() throws IOException {
    try (var files = Files.list(stored.getParent())) {
      assertThat(files).containsExactly(stored);
    }
    try (var files = Files.list(stored)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("model.json", "manifest.json", "checksums.sha256");
    }
  }

  @Test
  void doesNotReplaceAModel() {
    Model model = Models.load(stored);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.save(stored))
        .withMessageContaining("must not exist");
  }

  @Test
  void missingDirectoryIsNotFound() {
    assertThatExceptionOfType(ModelNotFoundException.class)
        .isThrownBy(() -> Models.load(home.resolve("nothing")))
        .withMessageContaining("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.json", "manifest.json", "checksums.sha256"})
  void missingFileIsNamed(String file) throws IOException {
    Files.delete(stored.resolve(file));

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining(file + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.json", "manifest.json"})
  void alteredFileIsNamed(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(stored.resolve(file));
    bytes[bytes.length / 2] ^= 1;
    Files.write(stored.resolve(file), bytes);

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining(file)
        .withMessageContaining("altered");
  }

  @Test
  void truncatedChecksumsAreAnError() throws IOException {
    Files.writeString(stored.resolve("checksums.sha256"), "abc  manifest.json\n");

    assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> Models.load(stored));
  }

  @Test
  void emptyChecksumsAreAnError() throws IOException {
    Files.writeString(stored.resolve("checksums.sha256"), "");

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining("no line for manifest.json");
  }

  @Test
  void laterFormatVersionIsAnError() throws IOException {
    rewrite("\"formatVersion\" : 1", "\"formatVersion\" : 2");

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining("format version must be 1, was 2");
  }

  @Test
  void unknownKindIsAnError() throws IOException {
    rewrite("\"kind\" : \"ridge\"", "\"kind\" : \"oracle\"");

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining("oracle")
        .withMessageContaining("[ridge, xgboost]");
  }

  @Test
  void foreignManifestIsAnError() throws IOException {
    rewrite("io.quantkit.model", "something.else");

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining("does not describe a QuantKit model");
  }

  @Test
  void payloadOfOtherFeaturesIsAnError() throws IOException {
    rewrite("\"f3\"", "\"f9\"");

    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> Models.load(stored))
        .withMessageContaining("f9");
  }

  @Test
  void manifestReads() throws IOException {
    assertThat(Files.readString(stored.resolve("manifest.json")))
        .contains("\"trainer\" : \"ridge\"")
        .contains("\"lambda\" : \"1.0\"")
        .contains("\"seed\" : 9")
        .contains("\"rows\" : 150")
        .doesNotContain("\r");
  }

  private void rewrite(String from, String to) throws IOException {
    byte[] manifest =
        Files.readString(stored.resolve("manifest.json"))
            .replace(from, to)
            .getBytes(StandardCharsets.UTF_8);
    byte[] payload = Files.readAllBytes(stored.resolve("model.json"));
    Files.write(stored.resolve("manifest.json"), manifest);
    Files.writeString(
        stored.resolve("checksums.sha256"),
        Digests.of(manifest) + "  manifest.json\n" + Digests.of(payload) + "  model.json\n");
  }
}
