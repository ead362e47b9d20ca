package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Property(tries = 200)
  void numbersReadBackToTheBit(@ForAll @Size(min = 1, max = 20) double[] values) throws Exception {
    TearSheet sheet =
        TearSheet.builder("Bits", Sheets.months(values.length), 12, values)
            .turnover(values)
            .build();

    JsonNode json = MAPPER.readTree(JsonReport.render(sheet));

    assertBits(json.at("/curves/0/equity"), values);
    assertBits(json.at("/turnover"), values);
  }

  @Test
  void extremeNumbersReadBackToTheBit() throws Exception {
    double[] values = {
      -0.0,
      0.1 + 0.2,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      2e-3,
      1e23,
      9007199254740993.0
    };
    TearSheet sheet = TearSheet.builder("Bits", Sheets.months(values.length), 12, values).build();

    assertBits(MAPPER.readTree(JsonReport.render(sheet)).at("/curves/0/equity"), values);
  }

  @Test
  void everyInputIsThere() throws Exception {
    TearSheet sheet = Sheets.full(40);

    JsonNode json = MAPPER.readTree(JsonReport.render(sheet));

    assertThat(json.at("/schemaVersion").asInt()).isEqualTo(1);
    for (int t = 0; t < sheet.size(); t++) {
      Instant time = Instant.parse(json.at("/times").get(t).asText());
      assertThat(time.getEpochSecond() * 1_000_000_000L + time.getNano()).isEqualTo(sheet.time(t));
    }
    for (int c = 0; c < 3; c++) {
      NamedSeries curve = sheet.curves().get(c);
      assertThat(json.at("/curves").get(c).get("name").asText()).isEqualTo(curve.name());
      assertBits(json.at("/curves").get(c).get("equity"), curve.toArray());
    }
    assertThat(json.at("/curves/2/role").asText()).isEqualTo("hypothetical");
    for (NamedSeries exposure : sheet.exposures()) {
      assertBits(json.at("/exposure/" + exposure.name()), exposure.toArray());
    }
    assertBits(json.at("/costs/1/amounts"), sheet.costs().get(1).toArray());
    assertThat(json.at("/measures/0/values/Index").doubleValue()).isEqualTo(0.1 + 0.2);
    assertThat(json.at("/measures/2/values/Index").isNull()).isTrue();
    assertThat(json.at("/informationCoefficients/1/summary/ratio").doubleValue())
        .isEqualTo(1.0 / 3);
    assertThat(json.at("/trades")).hasSize(30);
    assertThat(json.at("/trades/4/profit").doubleValue()).isEqualTo(sheet.trades().get(4).profit());
    assertThat(json.at("/trades/4/holdingNanos").longValue())
        .isEqualTo(sheet.trades().get(4).holdingNanos());
    assertThat(json.at("/statements/2/text").asText()).startsWith("Eight survivors");
    assertThat(json.at("/derived/returns")).hasSize(39);
    assertThat(json.at("/derived/returns/0").doubleValue())
        .isEqualTo(sheet.strategy().value(1) / sheet.strategy().value(0) - 1);
  }

  @Test
  void keysComeInTheDocumentedOrderAndAreAlwaysThere() throws Exception {
    List<String> expected =
        List.of(
            "schemaVersion",
            "title",
            "subtitle",
            "currency",
            "statements",
            "periodsPerYear",
            "times",
            "curves",
            "exposure",
            "turnover",
            "costs",
            "measures",
            "headlines",
            "informationCoefficients",
            "informationCoefficientConvention",
            "quantileReturns",
            "trades",
            "parameters",
            "provenance",
            "featureImportance",
            "features",
            "derived");
    TearSheet bare = TearSheet.builder("Bare", new long[] {0}, 12, new double[] {1}).build();

    assertThat(keys(JsonReport.render(bare))).isEqualTo(expected);
    assertThat(keys(JsonReport.render(Sheets.full(30)))).isEqualTo(expected);
  }

  @Test
  void missingNumbersAreNull() throws Exception {
    double[] equity = {1, Double.NaN, Double.POSITIVE_INFINITY, 2};
    TearSheet sheet = TearSheet.builder("Gaps", Sheets.months(4), 12, equity).build();

    JsonNode values = MAPPER.readTree(JsonReport.render(sheet)).at("/curves/0/equity");

    assertThat(values.get(1).isNull()).isTrue();
    assertThat(values.get(2).isNull()).isTrue();
    assertThat(values.get(3).doubleValue()).isEqualTo(2);
  }

  @Test
  void hostileTextReadsBack() throws Exception {
    JsonNode json = MAPPER.readTree(JsonReport.render(Sheets.hostile()));

    assertThat(json.get("subtitle").asText()).isEqualTo(Sheets.HOSTILE);
  }

  @Test
  void sameSheetGivesTheSameBytes(@TempDir Path folder) throws Exception {
    JsonReport.write(Sheets.full(240), folder.resolve("a.json"));
    JsonReport.write(Sheets.full(240), folder.resolve("b.json"));

    assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("b.json"));
    assertThat(Files.readString(folder.resolve("a.json"))).endsWith("}\n").doesNotContain("\r");
  }

  private static List<String> keys(String json) throws Exception {
    List<String> keys = new ArrayList<>();
    MAPPER.readTree(json).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void assertBits(JsonNode array, double[] expected) {
    assertThat(array.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (Double.isFinite(expected[i])) {
        assertThat(Double.doubleToRawLongBits(array.get(i).doubleValue()))
            .isEqualTo(Double.doubleToRawLongBits(expected[i]));
      } else {
        assertThat(array.get(i).isNull()).isTrue();
      }
    }
  }
}
