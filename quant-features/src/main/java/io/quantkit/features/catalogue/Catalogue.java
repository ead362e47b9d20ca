package io.quantkit.features.catalogue;

import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Entries of the catalogue.
 *
 * @param entries the entries, by family
 */
public record Catalogue(List<FeatureEntry> entries) {

  /** Creates a catalogue of some entries. */
  public Catalogue {
    entries = List.copyOf(entries);
  }

  /** Returns the entries that mention a text in a name, the title, a formula or the source. */
  public Catalogue search(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return new Catalogue(
        entries.stream()
            .filter(entry -> mentions(entry).toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
  }

  /** Returns the entry that has an output of a name. */
  public Optional<FeatureEntry> find(FeatureName name) {
    return entries.stream().filter(entry -> entry.feature().outputs().contains(name)).findFirst();
  }

  /** Returns how many outputs there are. */
  public int outputs() {
    return entries.stream().mapToInt(entry -> entry.outputs().size()).sum();
  }

  /** Returns a line per output: its name and how it is computed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (FeatureEntry entry : entries) {
      for (int o = 0; o < entry.outputs().size(); o++) {
        text.append(
            String.format(
                Locale.ROOT,
                "%-40s %s%n",
                entry.feature().outputs().get(o),
                entry.outputs().get(o).formula()));
      }
    }
    return text.append(outputs()).append(" outputs").toString();
  }

  private static String mentions(FeatureEntry entry) {
    StringBuilder text = new StringBuilder(entry.title()).append('\n').append(entry.source());
    entry.feature().outputs().forEach(name -> text.append('\n').append(name));
    entry.outputs().forEach(output -> text.append('\n').append(output.formula()));
    return text.append('\n').append(entry.feature()).toString();
  }
}
