package io.quantkit.core.market;

/** Who crossed the spread to make a trade. */
public enum Aggressor {
  /** A buyer lifted an offer. */
  BUYER,
  /** A seller hit a bid. */
  SELLER,
  /** The source does not tell, or nobody did, as in an auction. */
  UNKNOWN;

  /** Returns +1 for a buyer, -1 for a seller and 0 if unknown. */
  public int sign() {
    return this == BUYER ? 1 : this == SELLER ? -1 : 0;
  }
}
