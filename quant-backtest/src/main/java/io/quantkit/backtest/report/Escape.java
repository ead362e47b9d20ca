package io.quantkit.backtest.report;

/** Makes any text safe inside elements and quoted attributes of HTML and XML. */
final class Escape {
  private static final char REPLACEMENT = '\ufffd';

  private Escape() {}

  /** Returns the text with markup escaped and characters that XML forbids replaced. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(isAllowed(c) ? c : REPLACEMENT);
          }
        }
      }
    }
    return out.toString();
  }

  private static boolean isAllowed(char c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return !Character.isSurrogate(c) && !(c >= 0x7f && c < 0xa0) && c < 0xfffe;
  }
}
