package io.quantkit.models.linear;

import io.quantkit.models.Model;
import io.quantkit.models.ModelFormat;
import io.quantkit.models.Provenance;

/** Reads stored models of {@link Ridge}: JSON with the intercept and each feature's coefficient. */
public final class RidgeFormat implements ModelFormat {
  static final String KIND = "ridge";

  /** Called by {@link java.util.ServiceLoader}. */
  public RidgeFormat() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Model read(Provenance provenance, byte[] payload) {
    return RidgeModel.read(provenance, payload);
  }
}
