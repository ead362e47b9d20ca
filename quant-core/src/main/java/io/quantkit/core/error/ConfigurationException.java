package io.quantkit.core.error;

import org.jspecify.annotations.Nullable;

/** A setting is missing, unreadable or out of its domain. */
public abstract sealed class ConfigurationException extends TradingSystemException
    permits ConfigParseException, InvalidConfigException, MissingConfigException {
  private static final long serialVersionUID = 1L;

  private final String setting;

  ConfigurationException(String setting, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.setting = setting;
  }

  /** Returns the name of the setting. */
  public String setting() {
    return setting;
  }
}
