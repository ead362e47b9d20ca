package io.quantkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.features.catalogue.CataloguePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The catalogue of features is as the code has it. */
class FeaturePageTest {

  @Test
  void nothingDiffersFromRunToRun() {
    assertThat(CataloguePage.markdown()).doesNotContainPattern("@[0-9a-f]{5,}");
  }

  @Test
  void thePageIsCurrent() throws IOException {
    Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/features.md");
    assertThat(Files.readString(page))
        .as("run mvn -q package -Dexample=FeaturePage")
        .isEqualTo(CataloguePage.markdown());
  }
}
