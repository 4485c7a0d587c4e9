package org.analognets.analog.chip;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The maximal free rectangles of an array while layers are being placed. */
final class FreeSpace {
  private final List<Rectangle> free = new ArrayList<>();

  FreeSpace(int rows, int columns) {
    free.add(new Rectangle("", 0, 0, rows, columns));
  }

  /** Takes the best free spot of this size, if there is one. */
  Optional<Rectangle> place(String layer, int rows, int columns) {
    Rectangle best = null;
    int bestShort = Integer.MAX_VALUE;
    int bestLong = Integer.MAX_VALUE;
    for (Rectangle spot : free) {
      int overRows = spot.rows() - rows;
      int overColumns = spot.columns() - columns;
      if (overRows < 0 || overColumns < 0) {
        continue;
      }
      int shorter = Math.min(overRows, overColumns);
      int longer = Math.max(overRows, overColumns);
      if (shorter < bestShort || (shorter == bestShort && longer < bestLong)) {
        best = new Rectangle(layer, spot.row(), spot.column(), rows, columns);
        bestShort = shorter;
        bestLong = longer;
      }
    }
    if (best != null) {
      take(best);
    }
    return Optional.ofNullable(best);
  }

  private void take(Rectangle used) {
    Set<Rectangle> next = new LinkedHashSet<>();
    for (Rectangle spot : free) {
      if (spot.overlaps(used)) {
        split(spot, used, next);
      } else {
        next.add(spot);
      }
    }
    free.clear();
    for (Rectangle spot : next) {
      if (next.stream().noneMatch(other -> !other.equals(spot) && contains(other, spot))) {
        free.add(spot);
      }
    }
  }

  /** What is left of a free spot on each side of a used one. */
  private static void split(Rectangle spot, Rectangle used, Set<Rectangle> next) {
    int bottom = spot.row() + spot.rows();
    int right = spot.column() + spot.columns();
    int usedBottom = used.row() + used.rows();
    int usedRight = used.column() + used.columns();
    if (used.row() > spot.row()) {
      next.add(
          new Rectangle("", spot.row(), spot.column(), used.row() - spot.row(), spot.columns()));
    }
    if (usedBottom < bottom) {
      next.add(new Rectangle("", usedBottom, spot.column(), bottom - usedBottom, spot.columns()));
    }
    if (used.column() > spot.column()) {
      next.add(
          new Rectangle("", spot.row(), spot.column(), spot.rows(), used.column() - spot.column()));
    }
    if (usedRight < right) {
      next.add(new Rectangle("", spot.row(), usedRight, spot.rows(), right - usedRight));
    }
  }

  /** Whether one spot makes another needless. */
  private static boolean contains(Rectangle outer, Rectangle inner) {
    return outer.row() <= inner.row()
        && outer.column() <= inner.column()
        && outer.row() + outer.rows() >= inner.row() + inner.rows()
        && outer.column() + outer.columns() >= inner.column() + inner.columns();
  }
}
