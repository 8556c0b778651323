// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A point on the earth, WGS 84.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Point(double latitude, double longitude) {
  /** Cells of a third of a degree, about 37 km. */
  private static final int CELLS = 3;

  /** A point written in degrees. */
  static Point of(String latitude, String longitude) {
    return new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
  }

  /**
   * About the middle of the land that places lie in. A cell counts once, however many places lie in
   * it, so that a large city with its suburbs does not draw the middle to itself.
   */
  static Point middle(Collection<Draft> places) {
    Map<Point, Point> cells = new LinkedHashMap<>();
    for (Draft place : places) {
      Point point = place.point();
      cells.putIfAbsent(
          new Point(Math.floor(point.latitude * CELLS), Math.floor(point.longitude * CELLS)),
          point);
    }
    double north = 0;
    double east = 0;
    for (Point point : cells.values()) {
      north += point.latitude;
      east += point.longitude;
    }
    return new Point(north / cells.size(), east / cells.size());
  }
}
