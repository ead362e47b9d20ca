package io.quantkit.backtest.cost;

import io.quantkit.backtest.cost.FeeSchedule.Basis;
import io.quantkit.backtest.cost.FeeSchedule.Rate;
import io.quantkit.core.market.AssetClass;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The fees that regulators of US markets take of executions, with the dates of their rates. Brokers
 * pass them on; each execution's fee is rounded up to the cent, as Alpaca's and most brokers'
 * schedules say, though some round the sum of a day.
 *
 * <p>An option's quantity is taken to be in contracts and its price to be that of a contract.
 * Whoever trades beyond the dates that are known here supplies the rates:
 *
 * <pre>{@code
 * FeeSchedule sec =
 *     UsFees.SEC_SECTION_31.with(
 *         Rate.of(LocalDate.of(2026, 12, 1), "0.0000250", "SEC fee rate advisory"), LocalDate.MAX);
 * }</pre>
 */
public final class UsFees {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Set<AssetClass> SHARES = Set.of(AssetClass.EQUITY, AssetClass.ETF);
  private static final Set<AssetClass> OPTIONS = Set.of(AssetClass.OPTION);
  private static final Set<AssetClass> BOTH =
      Set.of(AssetClass.EQUITY, AssetClass.ETF, AssetClass.OPTION);

  /**
   * The fee of Section 31 of the Securities Exchange Act, a part of the value of sales of shares
   * and options: 5.60 dollars a million from 2008-04-01, 25.70 from 2009-04-10, 12.70 from
   * 2010-01-15, 16.90 from 2010-04-01, 19.20 from 2011-01-21, 18.00 from 2012-02-21, 22.40 from
   * 2012-04-01, 17.40 from 2013-05-25, 22.10 from 2014-03-18, 18.40 from 2015-02-14, 21.80 from
   * 2016-02-16, 23.10 from 2017-07-04, 13.00 from 2018-05-22, 20.70 from 2019-04-16, 22.10 from
   * 2020-02-18, 5.10 from 2021-02-25, 22.90 from 2022-05-14, 8.00 from 2023-02-27, 27.80 from
   * 2024-05-22, 0 from 2025-05-14, 20.60 from 2026-04-04; known to before 2026-10-01. Sources: the
   * SEC's fee rate advisories and FINRA's information notices on them.
   */
  public static final FeeSchedule SEC_SECTION_31 =
      new FeeSchedule(
          "the SEC's fee of Section 31",
          Basis.VALUE,
          true,
          BOTH,
          List.of(
              perMillion(2008, 4, 1, "0.0000056", "FINRA Information Notice 3/10/08"),
              perMillion(2009, 4, 10, "0.0000257", "SEC fee rate advisory #4, fiscal year 2009"),
              perMillion(2010, 1, 15, "0.0000127", "SEC fee rate advisory #2, fiscal year 2010"),
              perMillion(2010, 4, 1, "0.0000169", "SEC fee rate advisory #4, fiscal year 2010"),
              perMillion(2011, 1, 21, "0.0000192", "SEC fee rate advisory #2, fiscal year 2011"),
              perMillion(2012, 2, 21, "0.0000180", "SEC fee rate advisory #5, fiscal year 2012"),
              perMillion(2012, 4, 1, "0.0000224", "SEC fee rate advisory #6, fiscal year 2012"),
              perMillion(2013, 5, 25, "0.0000174", "SEC fee rate advisory #3, fiscal year 2013"),
              perMillion(2014, 3, 18, "0.0000221", "FINRA Information Notice 3/3/14"),
              perMillion(2015, 2, 14, "0.0000184", "SEC fee rate advisory #3, fiscal year 2015"),
              perMillion(2016, 2, 16, "0.0000218", "SEC fee rate advisory #3, fiscal year 2016"),
              perMillion(2017, 7, 4, "0.0000231", "SEC fee rate advisory, fiscal year 2017"),
              perMillion(2018, 5, 22, "0.0000130", "SEC fee rate advisory #3, fiscal year 2018"),
              perMillion(2019, 4, 16, "0.0000207", "SEC fee rate advisory #2, fiscal year 2019"),
              perMillion(2020, 2, 18, "0.0000221", "FINRA Information Notice 2/3/20"),
              perMillion(2021, 2, 25, "0.0000051", "SEC fee rate advisory #2, fiscal year 2021"),
              perMillion(2022, 5, 14, "0.0000229", "SEC fee rate advisory #2, fiscal year 2022"),
              perMillion(2023, 2, 27, "0.0000080", "SEC fee rate advisory #2, fiscal year 2023"),
              perMillion(2024, 5, 22, "0.0000278", "SEC fee rate advisory #2, fiscal year 2024"),
              perMillion(2025, 5, 14, "0", "FINRA Information Notice 4/24/25"),
              perMillion(2026, 4, 4, "0.0000206", "SEC Release 34-104909, 2026-02-27")),
          LocalDate.of(2026, 10, 1),
          NEW_YORK);

  /**
   * FINRA's trading activity fee, an amount for each share that is sold, up to a limit for each
   * trade: 0.000075 dollars, at most 3.75, from 2004-11-01; 0.00009, 4.50, from 2011-07-01;
   * 0.000095, 4.75, from 2012-03-01; 0.000119, 5.95, from 2012-07-01; 0.00013, 6.49, from
   * 2022-01-01; 0.000145, 7.27, from 2023-01-01; 0.000166, 8.30, from 2024-01-01; 0.000195, 9.79,
   * from 2026-01-01; 0 from 2026-10-01 to 2026-12-31; known to before 2027-01-01, from when FINRA
   * has announced 0.000232 and 11.61. Sources: FINRA By-Laws, Schedule A, Section 1 and the notices
   * and rule filings named with each rate.
   */
  public static final FeeSchedule FINRA_TAF =
      new FeeSchedule(
          "FINRA's trading activity fee",
          Basis.UNITS,
          true,
          SHARES,
          List.of(
              capped(2004, 11, 1, "0.000075", "3.75", "NASD Notice to Members 04-84"),
              capped(2011, 7, 1, "0.000090", "4.50", "FINRA Regulatory Notice 11-27"),
              capped(2012, 3, 1, "0.000095", "4.75", "FINRA Regulatory Notice 12-06"),
              capped(2012, 7, 1, "0.000119", "5.95", "FINRA Regulatory Notice 12-31"),
              capped(2022, 1, 1, "0.000130", "6.49", "SR-FINRA-2020-032"),
              capped(2023, 1, 1, "0.000145", "7.27", "SR-FINRA-2020-032"),
              capped(2024, 1, 1, "0.000166", "8.30", "SR-FINRA-2020-032"),
              capped(2026, 1, 1, "0.000195", "9.79", "SR-FINRA-2024-019"),
              capped(2026, 10, 1, "0", "9.79", "SR-FINRA-2026-021")),
          LocalDate.of(2027, 1, 1),
          NEW_YORK);

  /**
   * FINRA's trading activity fee of options, an amount for each contract that is sold: 0.00244
   * dollars from 2023-01-01, 0.00279 from 2024-01-01, 0.00329 from 2026-01-01, 0 from 2026-10-01;
   * known to before 2027-01-01. Sources: as for {@link #FINRA_TAF}.
   */
  public static final FeeSchedule FINRA_TAF_OPTIONS =
      new FeeSchedule(
          "FINRA's trading activity fee of options",
          Basis.UNITS,
          true,
          OPTIONS,
          List.of(
              Rate.of(LocalDate.of(2023, 1, 1), "0.00244", "SR-FINRA-2020-032"),
              Rate.of(LocalDate.of(2024, 1, 1), "0.00279", "SR-FINRA-2020-032"),
              Rate.of(LocalDate.of(2026, 1, 1), "0.00329", "SR-FINRA-2024-019"),
              Rate.of(LocalDate.of(2026, 10, 1), "0", "SR-FINRA-2026-021")),
          LocalDate.of(2027, 1, 1),
          NEW_YORK);

  /**
   * The fees of the consolidated audit trail for the broker of one side, an amount for each share
   * bought or sold, a contract counting as a hundred shares: none before 2024-09-01, 0.000035
   * dollars from then (CAT Fee 2024-1), 0.000048 from 2024-10-01 (and Historical CAT Assessment 1);
   * known to before 2025-01-01. Later rates that brokers name are 0.000022 for 2025-07 (0.000009
   * and 0.000013) and 0.000003 from 2026-05 (0.000001 and 0.000002); supply them with what your
   * broker passes on, as brokers add other fees of the same name. Sources: CAT NMS Plan, FAQ V6;
   * FINRA Rule 6897.
   */
  public static final FeeSchedule CAT =
      new FeeSchedule(
          "the fee of the consolidated audit trail",
          Basis.EQUIVALENT_SHARES,
          false,
          BOTH,
          List.of(
              Rate.of(LocalDate.of(2004, 11, 1), "0", "FINRA Rule 6897: none before 2024-09"),
              Rate.of(LocalDate.of(2024, 9, 1), "0.000035", "FINRA Rule 6897(a)(1)(C)"),
              Rate.of(LocalDate.of(2024, 10, 1), "0.000048", "CAT NMS Plan, FAQ V6")),
          LocalDate.of(2025, 1, 1),
          NEW_YORK);

  /**
   * The options regulatory fees of all exchanges together, an amount for each contract bought or
   * sold: 0.02815 dollars from 2025-03-03; known to before 2025-08-01, as exchanges change theirs
   * in February and August and at other times. Source: Interactive Brokers, "Options Regulatory Fee
   * (ORF)", with the fee of each exchange.
   */
  public static final FeeSchedule ORF =
      new FeeSchedule(
          "the options regulatory fee",
          Basis.UNITS,
          false,
          OPTIONS,
          List.of(Rate.of(LocalDate.of(2025, 3, 3), "0.02815", "IBKR knowledge base, ORF")),
          LocalDate.of(2025, 8, 1),
          NEW_YORK);

  /**
   * What sales of shares and funds have long been charged: {@link #SEC_SECTION_31} and {@link
   * #FINRA_TAF}.
   */
  public static final CostModel EQUITIES = CostModel.of(SEC_SECTION_31, FINRA_TAF);

  private UsFees() {}

  private static Rate perMillion(int year, int month, int day, String rate, String source) {
    return Rate.of(LocalDate.of(year, month, day), rate, source);
  }

  private static Rate capped(int year, int month, int day, String rate, String cap, String source) {
    return Rate.of(LocalDate.of(year, month, day), rate, cap, source);
  }
}
