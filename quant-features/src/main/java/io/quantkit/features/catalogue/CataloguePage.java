package io.quantkit.features.catalogue;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureName;
import io.quantkit.features.check.SampleBars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the catalogue as a page of Markdown, one row per output. */
public final class CataloguePage {
  private static final int BARS = 700;
  private static final int LONGEST = 150;

  private static final List<BarField> FIELDS =
      List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE, BarField.VOLUME);

  private CataloguePage() {}

  /** Returns the page of the whole catalogue. */
  public static String markdown() {
    Catalogue catalogue = Features.catalogue();
    Map<String, List<FeatureEntry>> families = new LinkedHashMap<>();
    for (FeatureEntry entry : catalogue.entries()) {
      families.computeIfAbsent(family(entry.feature()), name -> new ArrayList<>()).add(entry);
    }
    List<FactorEntry> factors = FeatureCatalogue.factorEntries(Symbol.of("SPY"));
    List<FlowEntry> flows = FeatureCatalogue.flowEntries();
    int ofFactors = factors.stream().mapToInt(entry -> entry.outputs().size()).sum();
    int ofFlows = flows.stream().mapToInt(entry -> entry.outputs().size()).sum();
    StringBuilder page = new StringBuilder();
    page.append("# Features\n\n")
        .append(catalogue.outputs())
        .append(" outputs of ")
        .append(catalogue.entries().size())
        .append(" recipes over bars, ")
        .append(ofFactors)
        .append(" scores of factors over many symbols, and ")
        .append(ofFlows)
        .append(
            " measures of order flow, all with usual parameters. This page is written from the code by ")
        .append("`mvn -q package -Dexample=FeaturePage`; a test fails if it is out of date.\n\n")
        .append("Inputs are the fields of a bar that an output depends on, found by changing ")
        .append("them. Warm-up is how many leading values are missing. Cost is that of a bar, ")
        .append("with `w` the window. Parameters are those of the record, with its class.\n");
    families.forEach((family, entries) -> family(page, family, entries));
    factors(page, factors);
    flows(page, flows);
    return page.toString();
  }

  private static void factors(StringBuilder page, List<FactorEntry> entries) {
    page.append("\n## crosssection\n\nScores of all symbols of a row, against SPY.\n\n");
    page.append("| score | formula | recipe | unit | range | warm-up | cost | source |\n");
    page.append("|---|---|---|---|---|---|---|---|\n");
    for (FactorEntry entry : entries) {
      for (int o = 0; o < entry.outputs().size(); o++) {
        page.append("| `").append(entry.factor().names().get(o)).append("` | ");
        cell(page, entry.title() + ": " + entry.outputs().get(o).formula());
        cell(page, recipe(entry.factor()));
        tail(page, entry.outputs().get(o), entry.factor().warmup(), entry.cost(), entry.source());
      }
    }
  }

  private static void flows(StringBuilder page, List<FlowEntry> entries) {
    page.append("\n## order flow\n\nMeasures of trades, quotes and books.\n\n");
    page.append("| measure | formula | recipe | unit | range | warm-up | cost | source |\n");
    page.append("|---|---|---|---|---|---|---|---|\n");
    for (FlowEntry entry : entries) {
      for (int o = 0; o < entry.outputs().size(); o++) {
        page.append("| `").append(entry.feature().outputs().get(o)).append("` | ");
        cell(page, entry.title() + ": " + entry.outputs().get(o).formula());
        cell(page, recipe(entry.feature()));
        tail(page, entry.outputs().get(o), entry.feature().warmup(), entry.cost(), entry.source());
      }
    }
  }

  private static void tail(
      StringBuilder page, OutputEntry output, Object warmup, String cost, String source) {
    cell(page, output.unit().label());
    cell(page, range(output));
    cell(page, warmup.toString());
    cell(page, cost);
    page.append(escaped(source)).append(" |\n");
  }

  /** Returns the recipe as it prints, cut short, and without what differs from run to run. */
  private static String recipe(Object recipe) {
    String text =
        recipe
            .toString()
            .replace('[', '(')
            .replace(']', ')')
            .replaceAll("[\\w.$]*Lambda[^,)]*", "function");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  private static void family(StringBuilder page, String family, List<FeatureEntry> entries) {
    page.append("\n## ").append(family).append("\n\n");
    page.append(
        "| output | formula | inputs | recipe | unit | range | warm-up | cost | source |\n");
    page.append("|---|---|---|---|---|---|---|---|---|\n");
    BarSeries bars = SampleBars.walk(BARS, 1);
    for (FeatureEntry entry : entries) {
      List<String> inputs = inputs(entry.feature(), bars);
      for (int o = 0; o < entry.outputs().size(); o++) {
        FeatureName name = entry.feature().outputs().get(o);
        OutputEntry output = entry.outputs().get(o);
        page.append("| `").append(name).append("` | ");
        cell(page, entry.title() + ": " + output.formula());
        cell(page, inputs.get(o));
        cell(page, recipe(entry.feature()));
        tail(page, output, entry.feature().warmup(o), entry.cost(), entry.source());
      }
    }
  }

  private static void cell(StringBuilder page, String text) {
    page.append(escaped(text)).append(" | ");
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
  }

  private static String range(OutputEntry output) {
    return bound(output.low()) + " to " + bound(output.high());
  }

  private static String bound(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String family(Feature feature) {
    String path = feature.getClass().getPackageName();
    return path.substring("io.quantkit.features.".length());
  }

  /** Returns the fields that each output depends on. */
  private static List<String> inputs(Feature feature, BarSeries bars) {
    double[][] before = feature.over(bars);
    List<List<String>> found = new ArrayList<>();
    for (int o = 0; o < before.length; o++) {
      found.add(new ArrayList<>());
    }
    for (BarField field : FIELDS) {
      double[][] after = feature.over(changed(bars, field));
      for (int o = 0; o < before.length; o++) {
        if (!Arrays.equals(before[o], after[o])) {
          found.get(o).add(field.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return found.stream().map(CataloguePage::told).toList();
  }

  private static String told(List<String> fields) {
    return fields.isEmpty() ? "time" : String.join(", ", fields);
  }

  /** Returns the bars with one field missing in the middle, or the close at the low. */
  private static BarSeries changed(BarSeries bars, BarField field) {
    BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      boolean here = t == bars.size() / 2;
      builder.add(
          bars.start(t),
          bars.knownAt(t),
          here && field == BarField.OPEN ? Double.NaN : bars.open(t),
          here && field == BarField.HIGH ? Double.NaN : bars.high(t),
          here && field == BarField.LOW ? Double.NaN : bars.low(t),
          here && field == BarField.CLOSE ? bars.low(t) : bars.close(t),
          here && field == BarField.VOLUME ? Double.NaN : bars.volume(t));
    }
    return builder.build();
  }
}
