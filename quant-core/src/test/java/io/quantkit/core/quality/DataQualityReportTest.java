package io.quantkit.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataQualityReportTest {
  private static CheckedBars checked() {
    Rows rows = Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01);
    rows.row(200).values[1] *= 3;
    rows.row(100).values[4] = -1;
    rows.rows.subList(150, 158).clear();
    return rows.check();
  }

  @Test
  void findingsComeOldestFirst() {
    List<Finding> findings = checked().report().findings();

    assertThat(findings)
        .extracting(Finding::rule)
        .containsSubsequence(QualityRule.NEGATIVE_VOLUME, QualityRule.GAP, QualityRule.RANGE_SPIKE);
    assertThat(findings).extracting(Finding::time).isSorted();
  }

  @Test
  void countsByRuleAndSeverity() {
    DataQualityReport report = checked().report();

    assertThat(report.counts()).containsEntry(QualityRule.GAP, 1L);
    assertThat(report.count(Severity.ERROR)).isEqualTo(1);
    assertThat(report.rows()).isEqualTo(244);
    assertThat(report.text())
        .contains("AAPL: 243 of 252 expected bars (96.4 %)")
        .contains("ERROR NEGATIVE_VOLUME AAPL at 2013-05-28T04:00:00Z");
  }

  @Test
  void coverageIsToldByMonth() {
    DataQualityReport.Coverage coverage = checked().report().coverages().get(0);

    assertThat(coverage.months()).hasSize(12);
    assertThat(coverage.months()).filteredOn(month -> month.ratio() < 1).hasSize(2);
    assertThat(coverage.months().stream().mapToLong(DataQualityReport.Month::expected).sum())
        .isEqualTo(252);
  }

  @Test
  void jsonIsTheSameEveryTimeAndCanBeRead() throws Exception {
    String json = checked().report().json();

    JsonNode root = new ObjectMapper().readTree(json);
    assertThat(json).isEqualTo(checked().report().json()).doesNotContain("\r");
    assertThat(root.get("rules").get("GAP").asInt()).isEqualTo(1);
    assertThat(root.get("findings").get(0).get("time").asText()).isEqualTo("2013-05-28T04:00:00Z");
    assertThat(root.get("coverage").get(0).get("months")).hasSize(12);
  }

  @Test
  void htmlEscapesWhatComesFromData() {
    Symbol nasty = Symbol.of("<b>&\"x'");
    BarSeries series =
        BarSeries.builder(nasty, Timeframe.DAY_1)
            .add(0, 1, 1, 1, 1, 1, 1)
            .add(2, 3, 1, 1, 1, 1, 1)
            .build();
    DataQualityReport report =
        new DataQualityReport(
            List.of(new DataQualityReport.Coverage(nasty, 2, 2, List.of())),
            List.of(
                new Finding(
                    nasty,
                    QualityRule.JUMP,
                    Severity.WARNING,
                    RuleAction.REPORT,
                    2,
                    1,
                    1,
                    "<script>alert(1)</script>")),
            2,
            2);

    assertThat(report.html(List.of(series)))
        .doesNotContain("<script")
        .doesNotContain("<b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;b&gt;&amp;&quot;x&#39;");
  }

  @Test
  void htmlMarksFindingsOnTheChart() {
    CheckedBars checked = checked();

    String page = checked.report().html(List.of(checked.series()));

    assertThat(page).contains("<svg").contains("<circle class=\"ERROR\"").endsWith("</html>\n");
    assertThat(page).doesNotContain("http");
  }

  @Test
  void aFaultOfMostRowsIsOneFinding() {
    Rows rows = Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01);
    rows.rows.forEach(row -> row.values[4] = -1);

    List<Finding> findings = rows.check().report().findings();

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rows()).isEqualTo(252);
    assertThat(findings.get(0).message()).endsWith("so are 252 of 252 rows");
  }
}
