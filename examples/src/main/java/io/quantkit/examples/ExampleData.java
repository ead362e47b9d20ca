package io.quantkit.examples;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.CsvBarReader;
import io.quantkit.core.data.CsvSchema;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.InputStream;
import java.util.List;

/** The real market data that comes with the examples; its origin is in the NOTICE beside it. */
final class ExampleData {

  /** The S&amp;P 500, traded in the examples as if a fund without costs tracked it. */
  static final Symbol SPX = Symbol.of("SPX");

  /** The S&amp;P 500 in the monthly file: observed, not traded. */
  static final Symbol GSPC = Symbol.of("^GSPC");

  /**
   * The last month of the monthly file is June 2022, and its closes are those of 28 June: the file
   * was taken before the month was over. What is not known by the end of May is left out.
   */
  private static final long LAST_WHOLE_MONTH = EpochNanos.parse("2022-06-01T00:00:00Z");

  private static final Decimal FINE_TICK = Decimal.parse("0.000001");

  private ExampleData() {}

  /** Returns the daily bars of the S&amp;P 500 from 2000 to April 2020. */
  static Panel spxDaily() {
    CsvSchema schema = CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).symbol(SPX).build();
    return read("sp500_daily_2000_2020.csv.gz", schema).orThrow().panel();
  }

  static Universe spxUniverse() {
    return Universe.of(Instrument.equity("SPX"));
  }

  /** Returns the monthly closes of eight shares and the S&amp;P 500 from 1990 to May 2022. */
  static BarLoad monthly() {
    CsvSchema schema =
        CsvSchema.bars(Timeframe.MONTH_1, TradingCalendar.xnys())
            .wide(List.of("IBM", "AAPL", "MSFT", "XRX", "AMZN", "DELL", "GOOGL", "ADBE", "^GSPC"))
            .asOf(LAST_WHOLE_MONTH)
            .build();
    return read("close_monthly_10assets_1990_2022.csv.gz", schema);
  }

  static Universe monthlyUniverse() {
    return Universe.of(
        share("IBM", "IT services"),
        share("AAPL", "Hardware"),
        share("MSFT", "Software"),
        share("XRX", "Hardware"),
        share("AMZN", "Retail"),
        share("DELL", "Hardware"),
        share("GOOGL", "Internet"),
        share("ADBE", "Software"),
        Instrument.index("^GSPC"));
  }

  /** Prices are adjusted for splits, so that old ones are far finer than a cent. */
  private static Instrument share(String symbol, String sector) {
    return Instrument.equity(symbol).withSector(sector).withTickSize(FINE_TICK);
  }

  private static BarLoad read(String file, CsvSchema schema) {
    InputStream stream = ExampleData.class.getResourceAsStream("/data/" + file);
    if (stream == null) {
      throw new IllegalStateException("resource /data/" + file + " is missing");
    }
    return new CsvBarReader(schema).read(file, stream);
  }
}
