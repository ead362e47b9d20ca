package io.quantkit.core.store;

import static io.quantkit.core.store.RowReader.REST;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.CorporateAction.CashDividend;
import io.quantkit.core.market.CorporateAction.Delisting;
import io.quantkit.core.market.CorporateAction.Merger;
import io.quantkit.core.market.CorporateAction.RightsIssue;
import io.quantkit.core.market.CorporateAction.SpinOff;
import io.quantkit.core.market.CorporateAction.Split;
import io.quantkit.core.market.CorporateAction.StockDividend;
import io.quantkit.core.market.CorporateAction.SymbolChange;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.store.Layout.Column;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layout of corporate actions: one row each, whatever the kind. {@code money} is the amount,
 * the cash, the terminal or the subscription price; {@code later} is when a dividend is paid or a
 * right lapses; {@code other} is the child, the acquirer or the successor.
 */
final class ActionLayout {
  private static final int KIND = REST;
  private static final int ID = REST + 1;
  private static final int MONEY = REST + 2;
  private static final int LATER = REST + 3;
  private static final int RATIO_TO = REST + 4;
  private static final int RATIO_FROM = REST + 5;
  private static final int OTHER = REST + 6;
  private static final int CHILD_SHARE = REST + 7;
  private static final int REASON = REST + 8;

  static final Layout<CorporateAction> ACTIONS =
      new Layout<>(
          "corporate_actions",
          List.of(
              new Column("kind", Layout.Type.TEXT),
              new Column("id", Layout.Type.TEXT),
              new Column("money", Layout.Type.MONEY),
              new Column("later", Layout.Type.TIME),
              new Column("ratio_to", Layout.Type.WHOLE),
              new Column("ratio_from", Layout.Type.WHOLE),
              new Column("other", Layout.Type.TEXT),
              new Column("child_share", Layout.Type.NUMBER),
              new Column("reason", Layout.Type.TEXT)),
          ActionLayout::write,
          ActionLayout::read,
          (symbol, action) -> Owner.require(symbol, action.symbol()));

  private ActionLayout() {}

  private static void write(CorporateAction action, RowWriter row) throws SQLException {
    Parts parts = new Parts(row, action.id());
    if (action instanceof CashDividend one) {
      parts.write("CASH_DIVIDEND", one.amount(), one.payAt(), null, null, Double.NaN, null);
    } else if (action instanceof StockDividend one) {
      parts.write("STOCK_DIVIDEND", null, null, one.ratio(), null, Double.NaN, null);
    } else if (action instanceof Split one) {
      parts.write("SPLIT", null, null, one.ratio(), null, Double.NaN, null);
    } else if (action instanceof SpinOff one) {
      parts.write("SPIN_OFF", null, null, one.ratio(), one.child(), one.childShare(), null);
    } else if (action instanceof Merger one) {
      ShareRatio ratio = one.ratio().orElse(null);
      Symbol acquirer = one.acquirer().orElse(null);
      parts.write("MERGER", one.cash(), null, ratio, acquirer, Double.NaN, null);
    } else if (action instanceof SymbolChange one) {
      parts.write("SYMBOL_CHANGE", null, null, null, one.successor(), Double.NaN, null);
    } else if (action instanceof Delisting one) {
      parts.write("DELISTING", one.terminalPrice(), null, null, null, Double.NaN, one.reason());
    } else if (action instanceof RightsIssue one) {
      Decimal price = one.subscriptionPrice();
      parts.write("RIGHTS_ISSUE", price, one.expiresAt(), one.ratio(), null, Double.NaN, null);
    } else {
      throw new IllegalArgumentException("action of an unknown kind: " + action);
    }
  }

  /** The columns of one action; those that its kind does not have are empty. */
  private record Parts(RowWriter row, String id) {
    void write(
        String kind,
        @Nullable Decimal money,
        @Nullable Long later,
        @Nullable ShareRatio ratio,
        @Nullable Symbol other,
        double childShare,
        @Nullable String reason)
        throws SQLException {
      row.text(kind).text(id);
      if (money == null) {
        row.nothing();
      } else {
        row.money(money);
      }
      if (later == null) {
        row.nothing();
      } else {
        row.whole(later);
      }
      if (ratio == null) {
        row.nothing().nothing();
      } else {
        row.whole(ratio.to()).whole(ratio.from());
      }
      if (other == null) {
        row.nothing();
      } else {
        row.text(other.value());
      }
      row.number(childShare);
      if (reason == null) {
        row.nothing();
      } else {
        row.text(reason);
      }
    }
  }

  private static CorporateAction read(RowReader row) {
    String id = row.text(ID);
    Symbol symbol = Symbol.of(row.text(0));
    long event = row.eventTime();
    long known = row.knownAt();
    return switch (row.text(KIND)) {
      case "CASH_DIVIDEND" ->
          new CashDividend(id, symbol, event, known, row.whole(LATER), row.money(MONEY));
      case "STOCK_DIVIDEND" -> new StockDividend(id, symbol, event, known, ratio(row));
      case "SPLIT" -> new Split(id, symbol, event, known, ratio(row));
      case "SPIN_OFF" ->
          new SpinOff(id, symbol, event, known, other(row), ratio(row), row.number(CHILD_SHARE));
      case "MERGER" ->
          new Merger(
              id,
              symbol,
              event,
              known,
              row.money(MONEY),
              row.missing(OTHER) ? Optional.empty() : Optional.of(other(row)),
              row.missing(RATIO_TO) ? Optional.empty() : Optional.of(ratio(row)));
      case "SYMBOL_CHANGE" -> new SymbolChange(id, symbol, event, known, other(row));
      case "DELISTING" ->
          new Delisting(id, symbol, event, known, row.money(MONEY), row.text(REASON));
      case "RIGHTS_ISSUE" ->
          new RightsIssue(id, symbol, event, known, ratio(row), row.money(MONEY), row.whole(LATER));
      default -> throw new IllegalArgumentException("action of an unknown kind: " + row.text(KIND));
    };
  }

  private static ShareRatio ratio(RowReader row) {
    return ShareRatio.of(row.whole(RATIO_TO), row.whole(RATIO_FROM));
  }

  private static Symbol other(RowReader row) {
    return Symbol.of(row.text(OTHER));
  }
}
