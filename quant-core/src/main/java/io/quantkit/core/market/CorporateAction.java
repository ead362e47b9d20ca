package io.quantkit.core.market;

import io.quantkit.core.math.Decimal;
import java.util.Optional;

/**
 * What a company does to its shares.
 *
 * <p>Its event time is when the market first trades without the old right: the opening of the ex
 * date's session. It is known since its announcement, and whoever asks as of a time before that
 * does not see it. A correction is another action with the same id and a later {@code knownAt}.
 */
public sealed interface CorporateAction extends MarketRecord {

  /** Returns the source's name for it, the same for all its versions, not empty. */
  String id();

  /** Returns the instrument whose holders it concerns, by the name it has before. */
  Symbol symbol();

  /**
   * A dividend in cash.
   *
   * @param payAt when it is paid, in epoch nanoseconds UTC
   * @param amount per share in the share's currency, positive
   */
  record CashDividend(
      String id, Symbol symbol, long eventTime, long knownAt, long payAt, Decimal amount)
      implements CorporateAction {
    /** Creates a dividend; the amount must be positive and payment not before the ex date. */
    public CashDividend {
      checkId(id);
      checkPositive("amount", amount);
      if (payAt < eventTime) {
        throw new IllegalArgumentException(
            "payAt must not be before eventTime, was " + payAt + " < " + eventTime);
      }
    }
  }

  /**
   * A dividend in shares: {@code ratio.to()} new shares on top of {@code ratio.from()} held.
   *
   * @param ratio the new shares for the held ones, such as 1 for 20 for 5 %
   */
  record StockDividend(String id, Symbol symbol, long eventTime, long knownAt, ShareRatio ratio)
      implements CorporateAction {
    /** Creates a dividend. */
    public StockDividend {
      checkId(id);
    }
  }

  /**
   * A split, or a reverse split if fewer shares come out: {@code ratio.from()} shares become {@code
   * ratio.to()}.
   *
   * @param ratio the new shares for the old ones, such as 7 for 1, or 1 for 10 in reverse
   */
  record Split(String id, Symbol symbol, long eventTime, long knownAt, ShareRatio ratio)
      implements CorporateAction {
    /** Creates a split. */
    public Split {
      checkId(id);
      if (ratio.to() == ratio.from()) {
        throw new IllegalArgumentException("split must change the number of shares, was " + ratio);
      }
    }
  }

  /**
   * A part of the company becomes shares of their own, given to its holders.
   *
   * @param child the new instrument
   * @param ratio the child's shares for the parent's
   * @param childShare the part of the parent's cost that passes to the child, within (0, 1)
   */
  record SpinOff(
      String id,
      Symbol symbol,
      long eventTime,
      long knownAt,
      Symbol child,
      ShareRatio ratio,
      double childShare)
      implements CorporateAction {
    /** Creates a spin-off; the child must not be the parent and its share be within (0, 1). */
    public SpinOff {
      checkId(id);
      checkOther(symbol, child);
      if (!(childShare > 0 && childShare < 1)) {
        throw new IllegalArgumentException("child share must be within (0, 1), was " + childShare);
      }
    }
  }

  /**
   * The company is taken over, for cash, for shares or for both.
   *
   * @param cash what a share is paid with in its currency, at least 0
   * @param acquirer whose shares are given, empty if only cash is
   * @param ratio the acquirer's shares for the held ones, empty if only cash is given
   */
  record Merger(
      String id,
      Symbol symbol,
      long eventTime,
      long knownAt,
      Decimal cash,
      Optional<Symbol> acquirer,
      Optional<ShareRatio> ratio)
      implements CorporateAction {
    /** Creates a merger; something must be given, shares only with the name of the acquirer. */
    public Merger {
      checkId(id);
      if (cash.signum() < 0 || (cash.signum() == 0 && ratio.isEmpty())) {
        throw new IllegalArgumentException(
            "merger must give cash or shares, was " + cash + " and no shares");
      }
      if (acquirer.isPresent() != ratio.isPresent()) {
        throw new IllegalArgumentException(
            "merger must have both an acquirer and a ratio or neither");
      }
      acquirer.ifPresent(other -> checkOther(symbol, other));
    }

    /** Returns a takeover for cash. */
    public static Merger forCash(
        String id, Symbol symbol, long eventTime, long knownAt, Decimal cash) {
      return new Merger(id, symbol, eventTime, knownAt, cash, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The instrument goes on under another name.
   *
   * @param successor the name from then on
   */
  record SymbolChange(String id, Symbol symbol, long eventTime, long knownAt, Symbol successor)
      implements CorporateAction {
    /** Creates a change of name. */
    public SymbolChange {
      checkId(id);
      checkOther(symbol, successor);
    }
  }

  /**
   * The instrument stops trading.
   *
   * @param terminalPrice what a share is still worth in its currency, 0 if nothing
   * @param reason why, such as {@code bankruptcy}
   */
  record Delisting(
      String id, Symbol symbol, long eventTime, long knownAt, Decimal terminalPrice, String reason)
      implements CorporateAction {
    /** Creates a delisting; the price must not be negative. */
    public Delisting {
      checkId(id);
      if (terminalPrice.signum() < 0) {
        throw new IllegalArgumentException(
            "terminal price must be at least 0, was " + terminalPrice);
      }
    }
  }

  /**
   * Holders may buy new shares at a set price.
   *
   * @param ratio the new shares that may be bought for the held ones
   * @param subscriptionPrice what a new share costs in its currency, positive
   * @param expiresAt when the right lapses, in epoch nanoseconds UTC
   */
  record RightsIssue(
      String id,
      Symbol symbol,
      long eventTime,
      long knownAt,
      ShareRatio ratio,
      Decimal subscriptionPrice,
      long expiresAt)
      implements CorporateAction {
    /** Creates a rights issue; the price must be positive, the end not before the ex date. */
    public RightsIssue {
      checkId(id);
      checkPositive("subscription price", subscriptionPrice);
      if (expiresAt < eventTime) {
        throw new IllegalArgumentException(
            "expiresAt must not be before eventTime, was " + expiresAt + " < " + eventTime);
      }
    }
  }

  private static void checkId(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id must not be empty");
    }
  }

  private static void checkPositive(String name, Decimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  private static void checkOther(Symbol symbol, Symbol other) {
    if (symbol.equals(other)) {
      throw new IllegalArgumentException("other instrument must not be the same, was " + symbol);
    }
  }
}
