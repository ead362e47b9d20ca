package io.quantkit.models;

/**
 * Reads the models of one kind. Found by {@link java.util.ServiceLoader}: an implementation is
 * public, has a public constructor without parameters and is named in {@code
 * META-INF/services/io.quantkit.models.ModelFormat}.
 */
public interface ModelFormat {

  /** Returns the kind of model it reads, as in {@link Model#kind}. */
  String kind();

  /**
   * Makes the model again.
   *
   * @param provenance what was stored beside the payload
   * @param payload what {@link Model#payload} gave, its checksum already verified; not modified
   * @return a model whose predictions equal those of the stored one to the bit
   * @throws io.quantkit.core.error.ModelLoadException if the payload is not of this format
   */
  Model read(Provenance provenance, byte[] payload);
}
