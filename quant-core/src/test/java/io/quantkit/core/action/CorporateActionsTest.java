package io.quantkit.core.action;

import static io.quantkit.core.action.ActionTables.ACME;
import static io.quantkit.core.action.ActionTables.DAY;
import static io.quantkit.core.action.ActionTables.dividend;
import static io.quantkit.core.action.ActionTables.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporateActionsTest {
  private static final Symbol NEW = Symbol.of("NEW");
  private static final Symbol KID = Symbol.of("KID");

  @TempDir private Path folder;

  @Test
  void answersWithWhatWasKnown() {
    CorporateAction first = new CorporateAction.Split("s", ACME, 20 * DAY, 5 * DAY, ratio(2, 1));
    CorporateAction corrected =
        new CorporateAction.Split("s", ACME, 21 * DAY, 9 * DAY, ratio(3, 1));
    CorporateActions actions =
        CorporateActions.builder().add(first).add(corrected).callOff("s", 12 * DAY).build();

    assertThat(actions.knownBy(5 * DAY - 1)).isEmpty();
    assertThat(actions.knownBy(5 * DAY)).containsExactly(first);
    assertThat(actions.knownBy(9 * DAY)).containsExactly(corrected);
    assertThat(actions.knownBy(12 * DAY)).isEmpty();
    assertThat(actions.versions()).isEqualTo(3);
    assertThat(actions.nextKnownAfter(5 * DAY)).isEqualTo(9 * DAY);
    assertThat(actions.nextKnownAfter(12 * DAY)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void keepsTheOrderOfActionsOfOneTime() {
    CorporateAction one = dividend("z", 20, "1");
    CorporateAction two = split("a", 20, 2, 1);
    CorporateAction early = split("m", 11, 3, 1);

    assertThat(CorporateActions.of(one, two, early).knownBy(30 * DAY))
        .containsExactly(early, one, two);
    assertThat(CorporateActions.of(one, two, early).between(12 * DAY, 20 * DAY, 30 * DAY))
        .isEmpty();
    assertThat(CorporateActions.of(one, two, early).between(20 * DAY, 21 * DAY, 30 * DAY))
        .containsExactly(one, two);
  }

  @Test
  void followsNamesAndTellsTwoBearersOfOneNameApart() {
    CorporateAction ofFirst = new CorporateAction.Split("1", ACME, 10 * DAY, 0, ratio(2, 1));
    CorporateAction away = new CorporateAction.SymbolChange("2", ACME, 20 * DAY, 0, NEW);
    CorporateAction taken = new CorporateAction.SymbolChange("3", KID, 30 * DAY, 0, ACME);
    CorporateAction ofSecond = new CorporateAction.Split("4", ACME, 40 * DAY, 0, ratio(3, 1));
    CorporateActions actions = CorporateActions.of(ofFirst, away, taken, ofSecond);

    assertThat(actions.of(NEW, 50 * DAY)).containsExactly(ofFirst, away);
    assertThat(actions.of(ACME, 50 * DAY)).containsExactly(taken, ofSecond);
    assertThat(actions.of(ACME, 15 * DAY)).containsExactly(ofFirst, away);
    assertThat(actions.of(ACME, 25 * DAY)).containsExactly(ofFirst, away);
    assertThat(actions.nameAt(NEW, 50 * DAY, 15 * DAY)).isEqualTo(ACME);
    assertThat(actions.nameAt(NEW, 50 * DAY, 20 * DAY)).isEqualTo(NEW);
    assertThat(actions.nameAt(ACME, 50 * DAY, 25 * DAY)).isEqualTo(KID);
    assertThat(actions.nameAt(ACME, 15 * DAY, 25 * DAY)).isEqualTo(NEW);
  }

  @Test
  void namesMayBeExchanged() {
    CorporateAction there = new CorporateAction.SymbolChange("1", ACME, 20 * DAY, 0, NEW);
    CorporateAction back = new CorporateAction.SymbolChange("2", NEW, 20 * DAY, 0, ACME);
    CorporateActions actions = CorporateActions.of(there, back);

    assertThat(actions.nameAt(NEW, 30 * DAY, 10 * DAY)).isEqualTo(ACME);
    assertThat(actions.nameAt(ACME, 30 * DAY, 10 * DAY)).isEqualTo(NEW);
    assertThat(actions.nameAt(ACME, 10 * DAY, 30 * DAY)).isEqualTo(NEW);
  }

  @Test
  void writesAndReadsEveryKind() {
    CorporateActions actions =
        CorporateActions.builder()
            .add(dividend("d", 20, "0.205"))
            .add(new CorporateAction.StockDividend("k", ACME, 21 * DAY, 1, ratio(1, 20)))
            .add(split("s", 20, 1, 10))
            .add(new CorporateAction.SpinOff("o", ACME, 22 * DAY, 3, KID, ratio(1, 3), 1.0 / 3))
            .add(
                new CorporateAction.Merger(
                    "m",
                    ACME,
                    40 * DAY,
                    4,
                    Decimal.parse("12.5"),
                    Optional.of(NEW),
                    Optional.of(ratio(2, 7))))
            .add(CorporateAction.Merger.forCash("n", KID, 40 * DAY, 4, Decimal.of(3)))
            .add(new CorporateAction.SymbolChange("c", ACME, 23 * DAY, 5, NEW))
            .add(
                new CorporateAction.Delisting(
                    "x", KID, 50 * DAY, 6, Decimal.ZERO, "bankruptcy, \"chapter 7\""))
            .add(
                new CorporateAction.RightsIssue(
                    "r", ACME, 24 * DAY, 7, ratio(1, 4), Decimal.of(60), 30 * DAY))
            .callOff("m", 30 * DAY)
            .build();
    Path file = folder.resolve("actions.csv");

    actions.write(file);
    CorporateActions back = CorporateActions.read(file);

    for (long asOf : new long[] {0, 6, 15 * DAY, 29 * DAY, 60 * DAY}) {
      assertThat(back.knownBy(asOf)).isEqualTo(actions.knownBy(asOf));
    }
    assertThat(back.versions()).isEqualTo(actions.versions());
  }

  @Test
  void namesWrongRows() throws IOException {
    Path file = folder.resolve("wrong.csv");
    Files.writeString(
        file,
        """
        id,kind,symbol,ex,known,pay,amount,ratio,other,child_share,reason
        1,SPLIT,ACME,2014-06-09,2014-04-23T20:30:00Z,,,7:1,,,
        2,SPLIT,ACME,2014-06-09T13:30:00Z,2014-04-23T20:30:00Z,,,7,,,
        3,SPLITS,ACME,2014-06-09T13:30:00Z,2014-04-23T20:30:00Z,,,7:1,,,
        4,CALLED_OFF,,,2014-04-23T20:30:00Z,,,,,,
        5,SPLIT,ACME
        """);

    assertThatExceptionOfType(DataValidationException.class)
        .isThrownBy(() -> CorporateActions.read(file))
        .withMessageContaining("5 of 5 rows are wrong")
        .withMessageContaining("line 2, column ex: must be a moment")
        .withMessageContaining("line 3, column ratio: must be such as 7:1, was '7'")
        .withMessageContaining("line 4, column kind: unknown kind, was 'SPLITS'")
        .withMessageContaining("line 5: action to call off must be in the table, was 4")
        .withMessageContaining("line 6: row must have 11 fields, had 3");
  }

  @Test
  void namesWrongFiles() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Path other = Files.writeString(folder.resolve("other.csv"), "date,close\n2014-06-09,1\n");
    Path none = Files.writeString(folder.resolve("none.csv"), "id,kind\n");

    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> CorporateActions.read(folder.resolve("absent.csv")))
        .withMessageContaining("does not exist");
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> CorporateActions.read(folder))
        .withMessageContaining("is a directory");
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> CorporateActions.read(empty))
        .withMessageContaining("is empty");
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> CorporateActions.read(other))
        .withMessageContaining("has no column id");
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> CorporateActions.read(none))
        .withMessageContaining("has no column symbol");
  }

  @Test
  void anEmptyTableSurvivesItsFile() {
    Path file = folder.resolve("none.csv");
    CorporateActions.none().write(file);

    assertThat(CorporateActions.read(file).knownBy(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void refusesContradictions() {
    CorporateActions.Builder builder = CorporateActions.builder().add(split("s", 20, 2, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(split("s", 20, 3, 1)))
        .withMessageContaining("must have one version known at");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(dividend("s", 21, "1")))
        .withMessage("action s must stay a Split, was CashDividend");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.callOff("t", 0));
  }

  private static ShareRatio ratio(long to, long from) {
    return ShareRatio.of(to, from);
  }
}
