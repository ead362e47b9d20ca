package io.quantkit.examples;

import io.quantkit.features.catalogue.CataloguePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the catalogue of features to {@code docs/features.md}, or to the file that is named. */
final class FeaturePage {
  private FeaturePage() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "../docs/features.md");
    Files.writeString(file, CataloguePage.markdown());
    System.out.println("Features: " + file.toAbsolutePath().normalize());
  }
}
