package io.quantkit.backtest.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.quantkit.backtest.file.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes a tear sheet as JSON for programs: the twin of {@link HtmlReport}.
 *
 * <p>The same tear sheet gives the same bytes on every machine. Numbers are the shortest decimals
 * that read back to the same {@code double}; {@code NaN} and infinities are {@code null}. Times are
 * ISO-8601 in UTC, exact to the nanosecond. Text is UTF-8, lines end in {@code \n}. An object's
 * keys always come in the order below, and every key is always there.
 *
 * <pre>
 * schemaVersion            integer, 1; raised when a key changes its meaning or goes away
 * title, subtitle          text
 * currency                 text, of every amount; may be empty
 * statements               list of {kind: PASS|FAIL|WARNING|NOTE, text}
 * periodsPerYear           number
 * times                    list of instants, one per value of the series below
 * curves                   list of {name, role: strategy|benchmark|hypothetical, equity: [number]}
 * exposure                 {gross: [number], net: [number], positions: [number]} or {}
 * turnover                 [number], fraction of equity traded in the period ending at the time
 * costs                    list of {kind, amounts: [number]}, per period, positive
 * measures                 list of {group, name, unit, convention, values: {curve: number}}
 * headlines                list of names of measures
 * informationCoefficients  list of {name, summary: {periods, mean, standardDeviation, tStatistic,
 *                          ratio}, times: [instant], values: [number]}
 * informationCoefficientConvention  text, may be empty
 * quantileReturns          list of {name, meanReturns: [number]}, lowest scores first
 * trades                   list of {symbol, direction: LONG|SHORT, quantity, entryTime, exitTime,
 *                          holdingNanos, entryPrice, exitPrice, profit, returnOnEntry, fees}
 * parameters, provenance   list of {group, name, value}
 * featureImportance        list of {name, value}
 * features                 list of {group, name, value}
 * derived                  computed from the above:
 *   returns                [number], the strategy's simple returns; entry i ends at times[i + 1]
 *   drawdowns              list of {name, values: [number]}, one per curve, in [-1, 0]
 *   rollingSharpe          {window, values: [number]}; entry i ends at times[i + 1]
 *   distribution           {count, mean, standardDeviation, tail, valueAtRisk, expectedShortfall}
 *   calendar               list of {year, months: [12 numbers], total, benchmarkTotal}
 * </pre>
 */
public final class JsonReport {
  /** The version of the schema: 1. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private JsonReport() {}

  /**
   * Writes the JSON to a file. Missing folders are created; a file that is there is replaced at
   * once, so that no reader sees half of it.
   *
   * @throws IOException if the file cannot be written; what was there before is then unchanged
   */
  public static void write(TearSheet sheet, Path file) throws IOException {
    AtomicFile.write(file, render(sheet));
  }

  /** Returns the JSON. */
  public static String render(TearSheet sheet) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
      new Writing(json).sheet(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** One pass over a tear sheet. */
  private static final class Writing {
    private final JsonGenerator json;

    Writing(JsonGenerator json) {
      this.json = json;
    }

    void sheet(TearSheet sheet) throws IOException {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeStringField("title", sheet.title());
      json.writeStringField("subtitle", sheet.subtitle());
      json.writeStringField("currency", sheet.currency());
      list("statements", sheet.statements(), this::statement);
      number("periodsPerYear", sheet.periodsPerYear());
      instants("times", sheet.rawTimes());
      curves(sheet);
      json.writeObjectFieldStart("exposure");
      for (NamedSeries series : sheet.exposures()) {
        numbers(series.name(), series.raw());
      }
      json.writeEndObject();
      numbers(
          "turnover", sheet.turnovers().isEmpty() ? new double[0] : sheet.turnovers().get(0).raw());
      list("costs", sheet.costs(), c -> named(c, "kind", "amounts"));
      measures(sheet);
      list("headlines", sheet.headlines(), json::writeString);
      list("informationCoefficients", sheet.informationCoefficients(), this::coefficient);
      json.writeStringField(
          "informationCoefficientConvention", sheet.informationCoefficientConvention());
      list("quantileReturns", sheet.quantileReturns(), this::quantiles);
      list("trades", sheet.trades(), this::trade);
      list("parameters", sheet.parameters(), this::setting);
      list("provenance", sheet.provenance(), this::setting);
      list("featureImportance", sheet.importances(), this::importance);
      list("features", sheet.features(), this::setting);
      derived(Derived.of(sheet), sheet);
      json.writeEndObject();
    }

    private void statement(Statement statement) throws IOException {
      json.writeStartObject();
      json.writeStringField("kind", statement.kind().name());
      json.writeStringField("text", statement.text());
      json.writeEndObject();
    }

    private void curves(TearSheet sheet) throws IOException {
      json.writeArrayFieldStart("curves");
      curve(sheet.strategy(), "strategy");
      for (NamedSeries benchmark : sheet.benchmarks()) {
        curve(benchmark, "benchmark");
      }
      for (NamedSeries hypothetical : sheet.hypotheticals()) {
        curve(hypothetical, "hypothetical");
      }
      json.writeEndArray();
    }

    private void curve(NamedSeries curve, String role) throws IOException {
      json.writeStartObject();
      json.writeStringField("name", curve.name());
      json.writeStringField("role", role);
      numbers("equity", curve.raw());
      json.writeEndObject();
    }

    private void measures(TearSheet sheet) throws IOException {
      json.writeArrayFieldStart("measures");
      for (MeasureRow row : MeasureRow.of(sheet)) {
        json.writeStartObject();
        json.writeStringField("group", row.definition().group());
        json.writeStringField("name", row.definition().name());
        json.writeStringField("unit", row.definition().unit().name());
        json.writeStringField("convention", row.definition().convention());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Double> value : row.values().entrySet()) {
          number(value.getKey(), value.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void coefficient(InformationCoefficient coefficient) throws IOException {
      IcSummary summary = coefficient.summary();
      json.writeStartObject();
      json.writeStringField("name", coefficient.name());
      json.writeObjectFieldStart("summary");
      json.writeNumberField("periods", summary.periods());
      number("mean", summary.mean());
      number("standardDeviation", summary.standardDeviation());
      number("tStatistic", summary.tStatistic());
      number("ratio", summary.ratio());
      json.writeEndObject();
      instants("times", coefficient.rawTimes());
      numbers("values", coefficient.rawValues());
      json.writeEndObject();
    }

    private void quantiles(QuantileReturns quantiles) throws IOException {
      json.writeStartObject();
      json.writeStringField("name", quantiles.name());
      numbers("meanReturns", quantiles.raw());
      json.writeEndObject();
    }

    private void trade(RoundTrip trade) throws IOException {
      json.writeStartObject();
      json.writeStringField("symbol", trade.symbol().value());
      json.writeStringField("direction", trade.direction().name());
      number("quantity", trade.quantity());
      json.writeStringField("entryTime", instant(trade.entryTime()));
      json.writeStringField("exitTime", instant(trade.exitTime()));
      json.writeNumberField("holdingNanos", trade.holdingNanos());
      number("entryPrice", trade.entryPrice());
      number("exitPrice", trade.exitPrice());
      number("profit", trade.profit());
      number("returnOnEntry", trade.returnOnEntry());
      number("fees", trade.fees());
      json.writeEndObject();
    }

    private void setting(Setting setting) throws IOException {
      json.writeStartObject();
      json.writeStringField("group", setting.group());
      json.writeStringField("name", setting.name());
      json.writeStringField("value", setting.value());
      json.writeEndObject();
    }

    private void importance(NamedValue importance) throws IOException {
      json.writeStartObject();
      json.writeStringField("name", importance.name());
      number("value", importance.value());
      json.writeEndObject();
    }

    private void derived(Derived derived, TearSheet sheet) throws IOException {
      json.writeObjectFieldStart("derived");
      numbers("returns", derived.returns());
      list("drawdowns", derived.drawdowns(), d -> named(d, "name", "values"));
      json.writeObjectFieldStart("rollingSharpe");
      json.writeNumberField("window", sheet.rollingWindow());
      numbers("values", derived.rollingSharpe());
      json.writeEndObject();
      Derived.Distribution distribution = derived.distribution();
      json.writeObjectFieldStart("distribution");
      json.writeNumberField("count", distribution.count());
      number("mean", distribution.mean());
      number("standardDeviation", distribution.standardDeviation());
      number("tail", Derived.TAIL);
      number("valueAtRisk", distribution.valueAtRisk());
      number("expectedShortfall", distribution.expectedShortfall());
      json.writeEndObject();
      list("calendar", derived.years(), this::year);
      json.writeEndObject();
    }

    private void year(CalendarYear year) throws IOException {
      json.writeStartObject();
      json.writeNumberField("year", year.year());
      numbers("months", year.rawMonths());
      number("total", year.total());
      number("benchmarkTotal", year.benchmark());
      json.writeEndObject();
    }

    private void named(NamedSeries series, String name, String values) throws IOException {
      json.writeStartObject();
      json.writeStringField(name, series.name());
      numbers(values, series.raw());
      json.writeEndObject();
    }

    private <T> void list(String name, List<T> items, Item<T> item) throws IOException {
      json.writeArrayFieldStart(name);
      for (T each : items) {
        item.write(each);
      }
      json.writeEndArray();
    }

    private void instants(String name, long[] nanos) throws IOException {
      json.writeArrayFieldStart(name);
      for (long time : nanos) {
        json.writeString(instant(time));
      }
      json.writeEndArray();
    }

    private void numbers(String name, double[] values) throws IOException {
      json.writeArrayFieldStart(name);
      for (double value : values) {
        if (Double.isFinite(value)) {
          json.writeNumber(value);
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumberField(name, value);
      } else {
        json.writeNullField(name);
      }
    }

    private static String instant(long nanos) {
      return Instant.ofEpochSecond(
              Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
          .toString();
    }
  }

  /** Writes one item of a list. */
  @FunctionalInterface
  private interface Item<T> {
    void write(T item) throws IOException;
  }
}
