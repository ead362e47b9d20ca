package io.quantkit.core.quality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.quantkit.core.time.EpochNanos;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a report as JSON. */
final class ReportJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ReportJson() {}

  static String of(DataQualityReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeNumberField("schemaVersion", 1);
      json.writeNumberField("rows", report.rows());
      json.writeNumberField("checks", report.checks());
      counts(report, json);
      coverage(report, json);
      findings(report, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void counts(DataQualityReport report, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("severities");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.name(), report.count(severity));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("rules");
    for (Map.Entry<QualityRule, Long> count : report.counts().entrySet()) {
      json.writeNumberField(count.getKey().name(), count.getValue());
    }
    json.writeEndObject();
  }

  private static void coverage(DataQualityReport report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("coverage");
    for (DataQualityReport.Coverage coverage : report.coverages()) {
      json.writeStartObject();
      json.writeStringField("symbol", coverage.symbol().value());
      json.writeNumberField("bars", coverage.bars());
      json.writeNumberField("expected", coverage.expected());
      json.writeNumberField("ratio", coverage.ratio());
      json.writeArrayFieldStart("months");
      for (DataQualityReport.Month month : coverage.months()) {
        json.writeStartObject();
        json.writeStringField("month", month.month().toString());
        json.writeNumberField("bars", month.bars());
        json.writeNumberField("expected", month.expected());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void findings(DataQualityReport report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      json.writeStartObject();
      json.writeStringField("symbol", finding.symbol().value());
      json.writeStringField("rule", finding.rule().name());
      json.writeStringField("severity", finding.severity().name());
      json.writeStringField("action", finding.action().name());
      json.writeStringField("time", EpochNanos.toInstant(finding.time()).toString());
      json.writeNumberField("row", finding.row());
      json.writeNumberField("rows", finding.rows());
      json.writeStringField("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
