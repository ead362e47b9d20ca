package io.quantkit.backtest.export;

import java.util.List;

/** The tables of a result. Their names and columns are a format that files keep. */
record TableSchema(String tableName, List<TableColumn> columns) {
  static final TableSchema RUN =
      of(
          "run",
          text("name"),
          decimal("initial_cash"),
          decimal("final_equity"),
          decimal("realised_pnl"),
          decimal("unrealised_pnl"),
          decimal("fees"),
          decimal("dividends"),
          decimal("interest"));
  static final TableSchema ACCOUNT =
      of(
          "account",
          time("time"),
          number("equity"),
          number("cash"),
          number("gross_exposure"),
          number("net_exposure"),
          whole("positions"),
          number("turnover"),
          number("commission"),
          number("spread"),
          number("slippage"));
  static final TableSchema ORDERS =
      of(
          "orders",
          text("id"),
          text("broker_id"),
          text("symbol"),
          text("side"),
          decimal("quantity"),
          text("type"),
          text("terms"),
          text("time_in_force"),
          text("order_class"),
          text("reason"),
          text("status"),
          text("status_reason"),
          time("created_at"),
          time("updated_at"),
          decimal("filled_quantity"),
          decimal("filled_notional"),
          decimal("fees"));
  static final TableSchema FILLS =
      of(
          "fills",
          time("time"),
          text("order_id"),
          text("execution_id"),
          text("symbol"),
          text("side"),
          decimal("quantity"),
          decimal("price"),
          decimal("fee"),
          number("reference_price"),
          number("commission"),
          number("spread"),
          number("slippage"));
  static final TableSchema POSITION_CHANGES =
      of(
          "position_changes",
          time("time"),
          text("symbol"),
          decimal("change"),
          decimal("quantity"),
          decimal("price"),
          text("order_id"));
  static final TableSchema OPEN_POSITIONS =
      of(
          "open_positions",
          text("symbol"),
          decimal("quantity"),
          decimal("cost_basis"),
          decimal("price"),
          decimal("market_value"));
  static final TableSchema DECISIONS =
      of(
          "decisions",
          time("time"),
          text("kind"),
          text("source"),
          text("order_id"),
          text("symbol"),
          text("code"),
          text("reason"),
          decimal("quantity"));
  static final TableSchema TRADES =
      of(
          "trades",
          text("symbol"),
          text("side"),
          number("quantity"),
          time("entry_time"),
          time("exit_time"),
          number("entry_price"),
          number("exit_price"),
          number("fees"),
          number("profit"));
  static final TableSchema ACTIVITIES =
      of(
          "activities",
          time("time"),
          text("id"),
          text("kind"),
          text("symbol"),
          decimal("amount"),
          text("description"));

  static final TableSchema FAILURES =
      of("failures", time("time"), text("strategy"), text("type"), text("message"));
  static final TableSchema STRATEGIES =
      of("strategies", time("time"), text("strategy"), number("equity"));

  /** All tables, in the order of files. */
  static final List<TableSchema> ALL =
      List.of(
          RUN,
          ACCOUNT,
          ORDERS,
          FILLS,
          POSITION_CHANGES,
          OPEN_POSITIONS,
          DECISIONS,
          TRADES,
          ACTIVITIES,
          FAILURES,
          STRATEGIES);

  private static TableSchema of(String name, TableColumn... columns) {
    return new TableSchema(name, List.of(columns));
  }

  private static TableColumn text(String name) {
    return new TableColumn(name, ColumnKind.TEXT);
  }

  private static TableColumn whole(String name) {
    return new TableColumn(name, ColumnKind.WHOLE);
  }

  private static TableColumn time(String name) {
    return new TableColumn(name, ColumnKind.TIME);
  }

  private static TableColumn decimal(String name) {
    return new TableColumn(name, ColumnKind.DECIMAL);
  }

  private static TableColumn number(String name) {
    return new TableColumn(name, ColumnKind.NUMBER);
  }
}
