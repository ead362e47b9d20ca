package io.quantkit.features.indicator.pattern;

/** Looks for one shape among the last swing points. */
final class ShapeFinder {
  private final Shape shape;
  private final Geometry geometry;

  ShapeFinder(Shape shape, Geometry geometry) {
    this.shape = shape;
    this.geometry = geometry;
  }

  /** Looks for the shape after a swing point was confirmed. */
  void look(SwingTracker swings, Formation formation) {
    switch (shape) {
      case DOUBLE_TOP -> doubleTop(swings, formation, 1);
      case DOUBLE_BOTTOM -> doubleTop(swings, formation, -1);
      case TRIPLE_TOP -> tripleTop(swings, formation, 1);
      case TRIPLE_BOTTOM -> tripleTop(swings, formation, -1);
      case HEAD_AND_SHOULDERS -> headAndShoulders(swings, formation, 1);
      case INVERSE_HEAD_AND_SHOULDERS -> headAndShoulders(swings, formation, -1);
      case ASCENDING_TRIANGLE -> levelTriangle(swings, formation, 1);
      case DESCENDING_TRIANGLE -> levelTriangle(swings, formation, -1);
      case SYMMETRICAL_TRIANGLE -> symmetricalTriangle(swings, formation);
      case RISING_WEDGE -> risingWedge(swings, formation, 1);
      case FALLING_WEDGE -> risingWedge(swings, formation, -1);
      case FLAG -> flag(swings, formation, swings.newest());
    }
  }

  private void doubleTop(SwingTracker swings, Formation formation, int side) {
    if (swings.count() < 4 || swings.newest() != side) {
      return;
    }
    double right = side * swings.price(0);
    double valley = side * swings.price(1);
    double left = side * swings.price(2);
    double before = side * swings.price(3);
    double height = (left + right) / 2 - valley;
    if (Math.abs(left - right) <= geometry.level() * height
        && before <= valley + geometry.level() * height
        && expect(swings, formation, side, height, 3)) {
      double top = Math.max(left, right);
      formation.lower(0, valley, 0, valley, true);
      formation.upper(0, top, 0, top, false);
    }
  }

  private void tripleTop(SwingTracker swings, Formation formation, int side) {
    if (swings.count() < 6 || swings.newest() != side) {
      return;
    }
    double right = side * swings.price(0);
    double rightValley = side * swings.price(1);
    double middle = side * swings.price(2);
    double leftValley = side * swings.price(3);
    double left = side * swings.price(4);
    double before = side * swings.price(5);
    double valley = Math.min(leftValley, rightValley);
    double height = (left + (middle + right)) / 3 - valley;
    double top = Math.max(left, Math.max(middle, right));
    double lowest = Math.min(left, Math.min(middle, right));
    if (top - lowest <= geometry.level() * height
        && Math.abs(leftValley - rightValley) <= height / 2
        && before <= valley + geometry.level() * height
        && expect(swings, formation, side, height, 5)) {
      formation.lower(0, valley, 0, valley, true);
      formation.upper(0, top, 0, top, false);
    }
  }

  private void headAndShoulders(SwingTracker swings, Formation formation, int side) {
    if (swings.count() < 6 || swings.newest() != side) {
      return;
    }
    double right = side * swings.price(0);
    double rightNeck = side * swings.price(1);
    double head = side * swings.price(2);
    double leftNeck = side * swings.price(3);
    double left = side * swings.price(4);
    double before = side * swings.price(5);
    double height = head - at(swings, side, 3, 1, 2);
    double level = geometry.level() * height;
    if (head - Math.max(left, right) >= geometry.slope() * height
        && Math.abs(left - right) <= level
        && Math.abs(leftNeck - rightNeck) <= level
        && left > at(swings, side, 3, 1, 4)
        && right > at(swings, side, 3, 1, 0)
        && before <= leftNeck + level
        && expect(swings, formation, side, height, 5)) {
      formation.lower(swings.bar(3), leftNeck, swings.bar(1), rightNeck, true);
      formation.upper(0, head, 0, head, false);
    }
  }

  private void levelTriangle(SwingTracker swings, Formation formation, int side) {
    if (swings.count() < 4) {
      return;
    }
    int top = swings.newest() == side ? 0 : 1;
    int low = 1 - top;
    double rightTop = side * swings.price(top);
    double leftTop = side * swings.price(top + 2);
    double rightLow = side * swings.price(low);
    double leftLow = side * swings.price(low + 2);
    double highest = Math.max(leftTop, rightTop);
    double height = highest - leftLow;
    if (Math.abs(leftTop - rightTop) <= geometry.level() * height
        && rightLow - leftLow >= geometry.slope() * height
        && expect(swings, formation, side, height, 3)) {
      formation.upper(0, highest, 0, highest, true);
      lower(swings, formation, side, low + 2, low);
    }
  }

  private void symmetricalTriangle(SwingTracker swings, Formation formation) {
    if (swings.count() < 4) {
      return;
    }
    int top = swings.newest() == SwingTracker.HIGH ? 0 : 1;
    int low = 1 - top;
    double rightTop = swings.price(top);
    double leftTop = swings.price(top + 2);
    double rightLow = swings.price(low);
    double leftLow = swings.price(low + 2);
    double height = leftTop - leftLow;
    if (leftTop - rightTop >= geometry.slope() * height
        && rightLow - leftLow >= geometry.slope() * height
        && expect(swings, formation, 1, height, 3)) {
      upper(swings, formation, 1, top + 2, top);
      lower(swings, formation, 1, low + 2, low);
    }
  }

  private void risingWedge(SwingTracker swings, Formation formation, int side) {
    if (swings.count() < 5) {
      return;
    }
    // The newest side has three points: 4, 2 and 0; the other two: 3 and 1.
    int newest = swings.newest() * side;
    double outerFirst = side * swings.price(4);
    double outerLast = side * swings.price(0);
    double innerFirst = at(swings, side, 3, 1, 4);
    double innerLast = at(swings, side, 3, 1, 0);
    double height = newest * (outerFirst - innerFirst);
    double width = newest * (outerLast - innerLast);
    double gain = geometry.slope() * height;
    double stray = Math.abs(side * swings.price(2) - at(swings, side, 4, 0, 2));
    if (height > 0
        && width > 0
        && height - width >= gain
        && outerLast - outerFirst >= gain
        && innerLast - innerFirst >= gain
        && stray <= geometry.level() * height
        && expect(swings, formation, side, height, 4)) {
      int top = newest > 0 ? 4 : 3;
      int low = newest > 0 ? 3 : 4;
      upper(swings, formation, side, top, top == 4 ? 0 : 1);
      lower(swings, formation, side, low, low == 4 ? 0 : 1);
    }
  }

  private void flag(SwingTracker swings, Formation formation, int side) {
    if (swings.count() < 4) {
      return;
    }
    double right = side * swings.price(0);
    double low = side * swings.price(1);
    double top = side * swings.price(2);
    double foot = side * swings.price(3);
    double pole = top - foot;
    double width = at(swings, side, 2, 0, 1) - low;
    if (right <= top
        && top - low <= geometry.retrace() * pole
        && width > 0
        && expect(swings, formation, side, pole, 3)) {
      double stray = geometry.level() * width;
      double parallel = low - stray + (right - top);
      long later = swings.bar(1) + (swings.bar(0) - swings.bar(2));
      formation.upper(swings.bar(2), top, swings.bar(0), right, true);
      formation.lower(swings.bar(1), low - stray, later, parallel, false);
    }
  }

  private static void upper(
      SwingTracker swings, Formation formation, int side, int first, int last) {
    formation.upper(
        swings.bar(first),
        side * swings.price(first),
        swings.bar(last),
        side * swings.price(last),
        true);
  }

  private static void lower(
      SwingTracker swings, Formation formation, int side, int first, int last) {
    formation.lower(
        swings.bar(first),
        side * swings.price(first),
        swings.bar(last),
        side * swings.price(last),
        true);
  }

  /** Begins to wait for a break unless the pattern is flat or too long already. */
  private boolean expect(
      SwingTracker swings, Formation formation, int side, double height, int first) {
    long expires = swings.bar(first) + geometry.longest();
    if (!(height > 0) || expires < swings.now()) {
      return false;
    }
    formation.expect(side, height, swings.bar(0), expires);
    return true;
  }

  /** Returns the value, at one swing point's bar, of the line through two others. */
  private static double at(SwingTracker swings, int side, int first, int last, int where) {
    double from = side * swings.price(first);
    double slope = (side * swings.price(last) - from) / (swings.bar(last) - swings.bar(first));
    return from + slope * (swings.bar(where) - swings.bar(first));
  }
}
