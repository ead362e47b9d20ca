package io.quantkit.models.tree;

import io.quantkit.models.Model;
import io.quantkit.models.ModelFormat;
import io.quantkit.models.Provenance;

/** Reads stored models of {@link XGBoost}: its own JSON. Needs no native library. */
public final class XGBoostFormat implements ModelFormat {
  static final String KIND = "xgboost";

  /** Called by {@link java.util.ServiceLoader}. */
  public XGBoostFormat() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Model read(Provenance provenance, byte[] payload) {
    return XGBoostModel.read(provenance, payload);
  }
}
