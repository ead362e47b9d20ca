package io.quantkit.backtest.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quantkit.core.error.DataCorruptionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Tables as CSV. */
final class CsvTables {
  private CsvTables() {}

  static void write(ResultTable table, Path file) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(header(table.columns()));
      List<String> record = new ArrayList<>();
      for (int row = 0; row < table.rows(); row++) {
        record.clear();
        for (int column = 0; column < table.columns().size(); column++) {
          record.add(Texts.cell(table, column, row));
        }
        csv.writeRecord(record);
      }
    }
  }

  private static List<String> header(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::name).toList();
  }

  static ResultTable read(TableSchema schema, Path file) throws IOException {
    ResultTable.Builder rows = ResultTable.builder(schema);
    List<String> header = header(schema.columns());
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(file, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext() || !records.next().getFields().equals(header)) {
        throw corrupt(file, "its header must be " + header);
      }
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (record.getFieldCount() != header.size()) {
          throw corrupt(file, "line " + record.getStartingLineNumber() + " is not complete");
        }
        for (String field : record.getFields()) {
          Texts.parse(rows, field, file);
        }
      }
    } catch (CsvParseException malformed) {
      throw corrupt(file, String.valueOf(malformed.getMessage()));
    }
    return rows.build();
  }

  private static DataCorruptionException corrupt(Path file, String why) {
    return new DataCorruptionException(
        file.toString(), "%s is no table of a result: %s".formatted(file, why));
  }
}
