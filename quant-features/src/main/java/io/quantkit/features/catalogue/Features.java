package io.quantkit.features.catalogue;

/**
 * Where to look for a feature, also in JShell: {@code Features.catalogue().search("stochastic")}.
 */
public final class Features {
  private Features() {}

  /** Returns everything that the catalogue tells; printed, one line per output. */
  public static Catalogue catalogue() {
    return new Catalogue(FeatureCatalogue.entries());
  }
}
