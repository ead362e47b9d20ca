package io.quantkit.core.error;

/** A configuration source is not well formed. */
public final class ConfigParseException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param setting the name of the setting
   * @param message what happened and what to do about it
   */
  public ConfigParseException(String setting, String message) {
    super(setting, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param setting the name of the setting
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public ConfigParseException(String setting, String message, Throwable cause) {
    super(setting, message, cause);
  }
}
