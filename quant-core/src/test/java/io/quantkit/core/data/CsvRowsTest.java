package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  private static CsvRows open(CsvFormat format, String text) {
    return CsvRows.open(
        "file.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
  }

  private static List<String> read(CsvFormat format, String text, int columns) {
    List<String> records = new ArrayList<>();
    try (CsvRows rows = open(format, text)) {
      while (rows.next()) {
        StringBuilder record = new StringBuilder(rows.line() + ":");
        try {
          rows.requireComplete();
          for (int c = 0; c < columns; c++) {
            record.append('[').append(rows.text(c)).append(']');
          }
        } catch (RowFault fault) {
          record.append(fault.rule());
        }
        records.add(record.toString());
      }
    }
    return records;
  }

  private static List<String> read(String text) {
    return read(CsvFormat.DEFAULT, text, 2);
  }

  @Test
  void recordsEndWithAnyLineEndAndEmptyLinesAreSkipped() {
    assertThat(read("a,b\n1,2\r3,4\r\n\r\n\n5,6\n\r7,8"))
        .containsExactly("2:[1][2]", "3:[3][4]", "6:[5][6]", "8:[7][8]");
  }

  @Test
  void quotedFieldsHoldDelimitersQuotesAndLineEnds() {
    assertThat(read("a,b\n\"1,1\",\"x\"\"y\"\n\"\",\"l1\nl2\r\nl3\"\n\"\"\"\",z\n"))
        .containsExactly("2:[1,1][x\"y]", "3:[][l1\nl2\r\nl3]", "6:[\"][z]");
  }

  @Test
  void aQuoteWithinAFieldIsText() {
    assertThat(read("a,b\n1\"2,3\"\n")).containsExactly("2:[1\"2][3\"]");
  }

  @Test
  void aQuoteThatIsNotClosedCostsOneRow() {
    assertThat(read("a,b\n1,2\n\"3,4\n5,6\n7,8\n"))
        .containsExactly("2:[1][2]", "3:QUOTING", "4:[5][6]", "5:[7][8]");
  }

  @Test
  void twoStrayQuotesDoNotSwallowTheRowsBetweenThem() {
    assertThat(read("a,b\n1,\"2\n3,4\n5,6\n7,8\"\n9,0\n"))
        .containsExactly("2:[1][2\n3,4\n5,6\n7,8]", "6:[9][0]");
    assertThat(read("a,b\n\"1,2\n3,4\n5\",6,7\n9,0\n"))
        .containsExactly("2:QUOTING", "3:[3][4]", "4:COLUMN_COUNT", "5:[9][0]");
  }

  @Test
  void textAfterAClosingQuoteIsAFault() {
    assertThat(read("a,b\n\"1\"x,2\n3,4\n")).containsExactly("2:QUOTING", "3:[3][4]");
  }

  @Test
  void commentsAreSkippedWhereDeclared() {
    CsvFormat format = CsvFormat.DEFAULT.withComment('#').withDelimiter('\t').withQuote('\'');

    assertThat(read(format, "# made by us\na\tb\n#x\n'1\t1'\t#2\n# the end", 2))
        .containsExactly("4:[1\t1][#2]");
  }

  @ParameterizedTest
  @ValueSource(ints = {4095, 4096, 4097, 16_383, 16_384, 16_385, 65_536, 262_143, 262_144, 262_145})
  void recordsMayStraddleBlocksAnywhere(int boundary) {
    for (int before = 0; before < 24; before++) {
      String header = "a,b\r\n";
      String filler = "x".repeat(boundary - before - header.length() - 4);
      String text = header + filler + ",1\r\n\"2\"\"\",3\r\n\r\n\"4\r\n\",5\r6,7\r\n";

      assertThat(read(text))
          .as("%d before %d", before, boundary)
          .containsExactly("2:[" + filler + "][1]", "3:[2\"][3]", "5:[4\r\n][5]", "7:[6][7]");
    }
  }

  @Property(tries = 150)
  void wellFormedTextReadsAsFastCsvReadsIt(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] tokens = {
      ",", ",", ",", "\n", "\r\n", "\r", "\"", "\"\"", "\",\"", "1.5", "ab", "é", " "
    };
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder("a,b,c\n");
      for (int t = 0, n = random.nextInt(60); t < n; t++) {
        text.append(tokens[random.nextInt(tokens.length)]);
      }
      List<String> expected = fastCsv(text.toString());
      List<String> found = read(CsvFormat.DEFAULT, text.toString(), 3);
      boolean faults = found.stream().anyMatch(record -> record.endsWith("QUOTING"));
      if (!expected.isEmpty() && !faults) {
        assertThat(found).as(text.toString()).isEqualTo(expected.subList(1, expected.size()));
      }
    }
  }

  /** Reads as this package once did; nothing if the quoting is not to FastCSV's liking. */
  private static List<String> fastCsv(String text) {
    List<String> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        StringBuilder line = new StringBuilder(record.getStartingLineNumber() + ":");
        if (record.getFieldCount() == 3) {
          record.getFields().forEach(field -> line.append('[').append(field).append(']'));
        } else {
          line.append(RowRule.COLUMN_COUNT);
        }
        records.add(line.toString());
      }
      return records;
    } catch (CsvParseException malformed) {
      return List.of();
    } catch (java.io.IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
