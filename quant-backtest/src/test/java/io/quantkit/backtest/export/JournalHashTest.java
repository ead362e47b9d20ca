package io.quantkit.backtest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.backtest.sweep.Sweep;
import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.math.Decimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalHashTest {
  private static final List<Long> SEEDS = LongStream.range(0, 20).boxed().toList();

  private static String hash(long seed) {
    JournalHash journal = new JournalHash();
    Runs.result(journal, seed);
    return journal.hash();
  }

  @Test
  void isTheSameUnderEveryLocaleAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Set<String> hashes = new LinkedHashSet<>();
    try {
      for (String tag : List.of("en-US", "de-DE", "tr-TR", "hi-IN-u-nu-deva", "ar-EG-u-nu-arab")) {
        for (String id : List.of("UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          TimeZone.setDefault(TimeZone.getTimeZone(id));
          hashes.add(hash(1));
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(hashes).hasSize(1);
  }

  @Test
  void isTheSameForEveryNumberOfThreads() {
    Sweep<Long, String> sweep = Sweep.of(SEEDS, JournalHashTest::hash);
    List<String> alone = sweep.run().results();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      assertThat(sweep.run(executor, 1).results()).isEqualTo(alone);
      assertThat(sweep.run(executor, 4).results()).isEqualTo(alone);
    } finally {
      executor.shutdown();
    }
    assertThat(alone).doesNotHaveDuplicates();
  }

  @Test
  void isTheHashOfTheCanonicalLines() {
    JournalHash journal = new JournalHash();
    String nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assertThat(journal.hash()).isEqualTo(nothing);

    journal.onEvent(0, new EngineEvent.Noted(7, "s", "k", "a \"b\"\n"));

    // printf '0 Noted(time=7,strategy="s",kind="k",text="a \\"b\\"\\n")\n' | sha256sum
    assertThat(journal.hash())
        .isEqualTo("bba509937f5f1518106388ad776a0c1c55477832457a5007e594c2370080c82a");
    assertThat(journal.events()).isEqualTo(1);
  }

  @Test
  void writesEveryFieldAndNothingElse() {
    assertThat(text(new EngineEvent.Settled(5, Decimal.parse("1.50"), Decimal.parse("-2"))))
        .isEqualTo("Settled(time=5,equity=1.5,cash=-2)");
    assertThat(
            text(
                new EngineEvent.MarketChanged(
                    3, Symbol.of("A"), new Quote(1, 2, 1.5, 100, Double.NaN, -0.0))))
        .startsWith("MarketChanged(time=3,symbol=\"A\",record=Quote(eventTime=1,knownAt=2,")
        .contains("=#3ff8000000000000,")
        .contains("=#7ff8000000000000,")
        .endsWith("=#8000000000000000))");
    assertThat(
            text(
                new EngineEvent.ActionApplied(
                    9, new CorporateAction.Split("id", Symbol.of("A"), 9, 8, ShareRatio.of(2, 1)))))
        .isEqualTo(
            "ActionApplied(time=9,action=Split(id=\"id\",symbol=\"A\",eventTime=9,knownAt=8,"
                + "ratio=ShareRatio(to=2,from=1)))");
    assertThat(
            text(
                new EngineEvent.ActivityBooked(
                    4,
                    new AccountActivity(
                        AccountActivity.Kind.FEE, "f", 4, Decimal.ONE, Optional.empty(), ""))))
        .isEqualTo(
            "ActivityBooked(time=4,activity=AccountActivity(kind=FEE,id=\"f\",time=4,amount=1,"
                + "symbol=none,description=\"\"))");
  }

  @Test
  void aChangedDigitChangesTheHash() {
    Trade trade = new Trade(1, 1, 10, 5, Aggressor.BUYER);
    Trade other = new Trade(1, 1, Math.nextUp(10.0), 5, Aggressor.BUYER);
    assertThat(text(new EngineEvent.MarketChanged(1, Symbol.of("A"), trade)))
        .isNotEqualTo(text(new EngineEvent.MarketChanged(1, Symbol.of("A"), other)));
  }

  @Test
  void refusesWhatHasNoCanonicalText() {
    assertThatThrownBy(() -> text(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no canonical text");
  }

  private static String text(Object value) {
    CanonicalText text = new CanonicalText();
    text.append(value);
    return text.toString();
  }
}
