package io.quantkit.backtest.export;

import static io.quantkit.backtest.export.ColumnKind.DECIMAL;
import static io.quantkit.backtest.export.ColumnKind.NUMBER;
import static io.quantkit.backtest.export.ColumnKind.TEXT;
import static io.quantkit.backtest.export.ColumnKind.TIME;
import static io.quantkit.backtest.export.ColumnKind.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a result. Their names and columns are a format that files keep. */
enum TableSchema {
  RUN(
      TEXT,
      "name",
      DECIMAL,
      "initial_cash",
      DECIMAL,
      "final_equity",
      DECIMAL,
      "realised_pnl",
      DECIMAL,
      "unrealised_pnl",
      DECIMAL,
      "fees",
      DECIMAL,
      "dividends",
      DECIMAL,
      "interest"),
  ACCOUNT(
      TIME,
      "time",
      NUMBER,
      "equity",
      NUMBER,
      "cash",
      NUMBER,
      "gross_exposure",
      NUMBER,
      "net_exposure",
      WHOLE,
      "positions",
      NUMBER,
      "turnover",
      NUMBER,
      "commission",
      NUMBER,
      "spread",
      NUMBER,
      "slippage"),
  ORDERS(
      TEXT,
      "id",
      TEXT,
      "broker_id",
      TEXT,
      "symbol",
      TEXT,
      "side",
      DECIMAL,
      "quantity",
      TEXT,
      "type",
      TEXT,
      "terms",
      TEXT,
      "time_in_force",
      TEXT,
      "order_class",
      TEXT,
      "reason",
      TEXT,
      "status",
      TEXT,
      "status_reason",
      TIME,
      "created_at",
      TIME,
      "updated_at",
      DECIMAL,
      "filled_quantity",
      DECIMAL,
      "filled_notional",
      DECIMAL,
      "fees"),
  FILLS(
      TIME,
      "time",
      TEXT,
      "order_id",
      TEXT,
      "execution_id",
      TEXT,
      "symbol",
      TEXT,
      "side",
      DECIMAL,
      "quantity",
      DECIMAL,
      "price",
      DECIMAL,
      "fee",
      NUMBER,
      "reference_price",
      NUMBER,
      "commission",
      NUMBER,
      "spread",
      NUMBER,
      "slippage"),
  POSITION_CHANGES(
      TIME,
      "time",
      TEXT,
      "symbol",
      DECIMAL,
      "change",
      DECIMAL,
      "quantity",
      DECIMAL,
      "price",
      TEXT,
      "order_id"),
  OPEN_POSITIONS(
      TEXT,
      "symbol",
      DECIMAL,
      "quantity",
      DECIMAL,
      "cost_basis",
      DECIMAL,
      "price",
      DECIMAL,
      "market_value"),
  DECISIONS(
      TIME,
      "time",
      TEXT,
      "kind",
      TEXT,
      "source",
      TEXT,
      "order_id",
      TEXT,
      "symbol",
      TEXT,
      "code",
      TEXT,
      "reason",
      DECIMAL,
      "quantity"),
  TRADES(
      TEXT,
      "symbol",
      TEXT,
      "side",
      NUMBER,
      "quantity",
      TIME,
      "entry_time",
      TIME,
      "exit_time",
      NUMBER,
      "entry_price",
      NUMBER,
      "exit_price",
      NUMBER,
      "fees",
      NUMBER,
      "profit"),
  ACTIVITIES(
      TIME,
      "time",
      TEXT,
      "id",
      TEXT,
      "kind",
      TEXT,
      "symbol",
      DECIMAL,
      "amount",
      TEXT,
      "description");

  private final List<TableColumn> columns;

  TableSchema(Object... kindsAndNames) {
    List<TableColumn> list = new ArrayList<>();
    for (int i = 0; i < kindsAndNames.length; i += 2) {
      list.add(new TableColumn((String) kindsAndNames[i + 1], (ColumnKind) kindsAndNames[i]));
    }
    this.columns = List.copyOf(list);
  }

  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<TableColumn> columns() {
    return columns;
  }
}
