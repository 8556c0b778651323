// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The columns of the table of places, as they lie in the file. */
final class Places {
  /** Degrees are kept as whole numbers of a ten-thousandth, 11 m. */
  static final double DEGREE = 1e4;

  /** Bytes; the longest in GeoNames has some 150. */
  private static final int LONGEST_NAME = 1 << 10;

  private static final PlaceKind[] KINDS = PlaceKind.values();

  private final String[] countries;
  private final byte[] names;
  private final int[] nameEnds;
  private final int[] geonameIds;
  private final byte[] kinds;
  private final short[] country;
  private final int[] admin1;
  private final int[] admin2;
  private final int[] latitudes;
  private final int[] longitudes;
  private final int[] populations;
  private final byte[] fames;

  private Places(DataInput in) throws IOException {
    countries = new String[Varints.read(in, 0, Short.MAX_VALUE)];
    for (int i = 0; i < countries.length; i++) {
      countries[i] = in.readUTF();
    }
    int size = Varints.read(in, 0, Gazetteer.MOST);
    nameEnds = new int[size];
    int end = 0;
    for (int i = 0; i < size; i++) {
      end += Varints.read(in, 0, LONGEST_NAME);
      nameEnds[i] = end;
    }
    names = bytes(in, end);
    geonameIds = numbers(in, size);
    kinds = bytes(in, size);
    for (byte kind : kinds) {
      Varints.inside(kind, 0, KINDS.length - 1);
    }
    country = new short[size];
    for (int i = 0; i < size; i++) {
      country[i] = (short) (Varints.read(in, 0, countries.length) - 1);
    }
    admin1 = parents(in, size);
    admin2 = parents(in, size);
    latitudes = signed(in, size);
    longitudes = signed(in, size);
    populations = numbers(in, size);
    fames = bytes(in, size);
  }

  static Places read(DataInput in) throws IOException {
    return new Places(in);
  }

  private static int[] numbers(DataInput in, int size) throws IOException {
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = Varints.read(in, 0, Integer.MAX_VALUE);
    }
    return numbers;
  }

  private static byte[] bytes(DataInput in, int size) throws IOException {
    byte[] bytes = new byte[size];
    in.readFully(bytes);
    return bytes;
  }

  private static int[] parents(DataInput in, int size) throws IOException {
    int[] parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = Varints.read(in, 0, size) - 1;
    }
    return parents;
  }

  private static int[] signed(DataInput in, int size) throws IOException {
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      int folded = Varints.read(in, 0, Integer.MAX_VALUE);
      numbers[i] = folded >>> 1 ^ -(folded & 1);
    }
    return numbers;
  }

  int size() {
    return kinds.length;
  }

  String name(int id) {
    int from = id == 0 ? 0 : nameEnds[id - 1];
    return new String(names, from, nameEnds[id] - from, StandardCharsets.UTF_8);
  }

  Long geonameId(int id) {
    return geonameIds[id] == 0 ? null : Long.valueOf(geonameIds[id]);
  }

  PlaceKind kind(int id) {
    return KINDS[kinds[id]];
  }

  int countryNumber(int id) {
    return country[id];
  }

  String country(int id) {
    return country[id] < 0 ? null : countries[country[id]];
  }

  int admin1(int id) {
    return admin1[id];
  }

  int admin2(int id) {
    return admin2[id];
  }

  double latitude(int id) {
    return latitudes[id] / DEGREE;
  }

  double longitude(int id) {
    return longitudes[id] / DEGREE;
  }

  int population(int id) {
    return populations[id];
  }

  int fame(int id) {
    return fames[id] & 0xFF;
  }

  Place place(int id) {
    return new Place(
        id,
        geonameId(id),
        name(id),
        kind(id),
        country(id),
        admin1[id] < 0 ? null : name(admin1[id]),
        latitude(id),
        longitude(id),
        populations[id]);
  }
}
