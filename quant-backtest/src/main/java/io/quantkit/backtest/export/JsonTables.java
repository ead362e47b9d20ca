package io.quantkit.backtest.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.quantkit.core.error.DataCorruptionException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables as JSON. */
final class JsonTables {
  private static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private JsonTables() {}

  static void write(ResultTables tables, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeObjectFieldStart("tables");
      for (ResultTable table : tables.tables()) {
        json.writeObjectFieldStart(table.name());
        for (int column = 0; column < table.columns().size(); column++) {
          json.writeArrayFieldStart(table.columns().get(column).name());
          for (int row = 0; row < table.rows(); row++) {
            cell(json, table, column, row);
          }
          json.writeEndArray();
        }
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void cell(JsonGenerator json, ResultTable table, int column, int row)
      throws IOException {
    switch (table.columns().get(column).kind()) {
      case WHOLE -> json.writeNumber(table.whole(column, row));
      case NUMBER -> {
        double number = table.number(column, row);
        if (Double.isFinite(number)) {
          json.writeNumber(number);
        } else {
          json.writeString(Texts.number(number));
        }
      }
      case TEXT, TIME, DECIMAL -> json.writeString(Texts.cell(table, column, row));
    }
  }

  static ResultTables read(Path file) throws IOException {
    try (JsonParser json = FACTORY.createParser(file.toFile())) {
      expect(json, file, JsonToken.START_OBJECT);
      field(json, file, "schemaVersion");
      expect(json, file, JsonToken.VALUE_NUMBER_INT);
      if (json.getIntValue() != SCHEMA_VERSION) {
        throw corrupt(file, "its schemaVersion must be 1, was " + json.getText());
      }
      field(json, file, "tables");
      expect(json, file, JsonToken.START_OBJECT);
      List<ResultTable> tables = new ArrayList<>();
      for (TableSchema schema : TableSchema.ALL) {
        tables.add(table(json, file, schema));
      }
      expect(json, file, JsonToken.END_OBJECT);
      expect(json, file, JsonToken.END_OBJECT);
      return new ResultTables(tables);
    } catch (JsonProcessingException malformed) {
      throw corrupt(file, String.valueOf(malformed.getOriginalMessage()));
    }
  }

  private static ResultTable table(JsonParser json, Path file, TableSchema schema)
      throws IOException {
    field(json, file, schema.tableName());
    expect(json, file, JsonToken.START_OBJECT);
    List<List<String>> columns = new ArrayList<>();
    for (TableColumn column : schema.columns()) {
      field(json, file, column.name());
      expect(json, file, JsonToken.START_ARRAY);
      List<String> cells = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == null || !json.currentToken().isScalarValue()) {
          throw corrupt(file, "column " + column.name() + " must be an array of values");
        }
        cells.add(json.getText());
      }
      columns.add(cells);
    }
    expect(json, file, JsonToken.END_OBJECT);
    ResultTable.Builder rows = ResultTable.builder(schema);
    int size = columns.get(0).size();
    for (List<String> column : columns) {
      if (column.size() != size) {
        throw corrupt(file, "columns of " + schema.tableName() + " must be equally long");
      }
    }
    for (int row = 0; row < size; row++) {
      for (List<String> column : columns) {
        Texts.parse(rows, column.get(row), file);
      }
    }
    return rows.build();
  }

  private static void field(JsonParser json, Path file, String name) throws IOException {
    expect(json, file, JsonToken.FIELD_NAME);
    if (!name.equals(json.currentName())) {
      throw corrupt(file, "%s was expected, was %s".formatted(name, json.currentName()));
    }
  }

  private static void expect(JsonParser json, Path file, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw corrupt(file, "%s was expected, was %s".formatted(token, json.currentToken()));
    }
  }

  private static DataCorruptionException corrupt(Path file, String why) {
    return new DataCorruptionException(file.toString(), "%s is no result: %s".formatted(file, why));
  }
}
