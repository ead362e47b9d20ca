package io.quantkit.backtest.report;

import java.util.ArrayList;
import java.util.List;

/** A chart with its heading and legend, drawn once for wide and once for narrow screens. */
final class Figure {

  /** How much of the page's width a figure takes. */
  enum Size {
    FULL("full", 960, 300),
    FLAT("full", 960, 170),
    HALF("half", 470, 220),
    THIRD("third", 310, 150);

    private final String css;
    private final int width;
    private final int height;

    Size(String css, int width, int height) {
      this.css = css;
      this.width = width;
      this.height = height;
    }
  }

  /** Draws a chart into some room. */
  @FunctionalInterface
  interface Drawing {
    /** Returns the SVG for a width and height in pixels. */
    String draw(int width, int height);
  }

  private static final int NARROW = 350;

  private final String title;
  private final String remark;
  private final Size size;
  private final List<String> legend = new ArrayList<>();

  Figure(String title, String remark, Size size) {
    this.title = title;
    this.remark = remark;
    this.size = size;
  }

  /** Adds an entry to the legend: a swatch of the class and a text. */
  Figure legend(String css, String text) {
    legend.add(
        "<li><svg class=\"swatch\" viewBox=\"0 0 22 8\" aria-hidden=\"true\"><path class=\"line "
            + css
            + "\" d=\"M1 4H21\"/></svg>"
            + Escape.text(text)
            + "</li>");
    return this;
  }

  /** Returns the figure with its drawing. */
  String draw(Drawing drawing) {
    String wide = drawing.draw(size.width, size.height);
    int narrowHeight = Math.max(150, Math.min(230, size.height));
    String narrow = size == Size.THIRD ? "" : drawing.draw(NARROW, narrowHeight);
    String body =
        narrow.isEmpty()
            ? wide
            : "<div class=\"wide\">" + wide + "</div><div class=\"narrow\">" + narrow + "</div>";
    return open() + body + "</figure>\n";
  }

  /** Returns the figure with words instead of a drawing. */
  String missing(String why) {
    return open() + "<p class=\"missing\">" + Escape.text(why) + "</p></figure>\n";
  }

  private String open() {
    StringBuilder out = new StringBuilder();
    out.append("<figure class=\"").append(size.css).append("\"><figcaption><h3>");
    out.append(Escape.text(title)).append("</h3>");
    if (!remark.isEmpty()) {
      out.append("<p>").append(Escape.text(remark)).append("</p>");
    }
    out.append("</figcaption>");
    if (!legend.isEmpty()) {
      out.append("<ul class=\"legend\">");
      legend.forEach(out::append);
      out.append("</ul>");
    }
    return out.toString();
  }
}
