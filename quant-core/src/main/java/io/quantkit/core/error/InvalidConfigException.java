package io.quantkit.core.error;

/** A setting has a value outside its domain. */
public final class InvalidConfigException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param setting the name of the setting
   * @param message what happened and what to do about it
   */
  public InvalidConfigException(String setting, String message) {
    super(setting, message, null);
  }

  /**
   * Creates the exception with what led to it.
   *
   * @param setting the name of the setting
   * @param message what happened and what to do about it
   * @param cause what led to it
   */
  public InvalidConfigException(String setting, String message, Throwable cause) {
    super(setting, message, cause);
  }
}
