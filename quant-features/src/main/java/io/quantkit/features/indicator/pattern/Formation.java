package io.quantkit.features.indicator.pattern;

/**
 * A pattern that waits for its line to be broken. Prices are times {@code side}: a pattern and its
 * mirror image are one.
 */
final class Formation {
  private boolean waiting;
  private int side;
  private double height;
  private long lastSwing;
  private long expires;
  private final Line upper = new Line();
  private final Line lower = new Line();
  private boolean confirmsUp;
  private boolean confirmsDown;
  private int signal;
  private double target;

  /** A straight line over bars. */
  private static final class Line {
    private double from;
    private double slope;
    private long at;

    void through(long x0, double y0, long x1, double y1) {
      from = y0;
      at = x0;
      slope = x1 == x0 ? 0 : (y1 - y0) / (x1 - x0);
    }

    double value(long x) {
      return from + slope * (x - at);
    }

    void copy(Line other) {
      from = other.from;
      slope = other.slope;
      at = other.at;
    }
  }

  Formation copy() {
    Formation copy = new Formation();
    copy.waiting = waiting;
    copy.side = side;
    copy.height = height;
    copy.lastSwing = lastSwing;
    copy.expires = expires;
    copy.upper.copy(upper);
    copy.lower.copy(lower);
    copy.confirmsUp = confirmsUp;
    copy.confirmsDown = confirmsDown;
    copy.signal = signal;
    copy.target = target;
    return copy;
  }

  void clear() {
    waiting = false;
    signal = 0;
  }

  /** Begins to wait; lines and what they mean are to be told next. */
  void expect(int newSide, double newHeight, long newLastSwing, long newExpires) {
    waiting = true;
    side = newSide;
    height = newHeight;
    lastSwing = newLastSwing;
    expires = newExpires;
  }

  void upper(long x0, double y0, long x1, double y1, boolean confirms) {
    upper.through(x0, y0, x1, y1);
    confirmsUp = confirms;
  }

  void lower(long x0, double y0, long x1, double y1, boolean confirms) {
    lower.through(x0, y0, x1, y1);
    confirmsDown = confirms;
  }

  /** Looks at a close, which may confirm the pattern or make it void. */
  void observe(long now, double close) {
    signal = 0;
    if (!waiting) {
      return;
    }
    double y = side * close;
    double up = upper.value(now);
    double down = lower.value(now);
    boolean above = y > up;
    boolean below = y < down;
    if (now > expires || up <= down) {
      waiting = false;
    } else if (above || below) {
      waiting = false;
      if (above ? confirmsUp : confirmsDown) {
        signal = above ? side : -side;
        target = side * (above ? up + height : down - height);
      }
    }
  }

  /** Returns 1 or -1 if the last close confirmed the pattern, else 0. */
  int signal() {
    return signal;
  }

  /** Returns the height of the pattern that was confirmed. */
  double height() {
    return height;
  }

  /** Returns the line that was broken plus or minus the height. */
  double target() {
    return target;
  }

  /** Returns the bar of the last swing point of the pattern that was confirmed. */
  long lastSwing() {
    return lastSwing;
  }
}
