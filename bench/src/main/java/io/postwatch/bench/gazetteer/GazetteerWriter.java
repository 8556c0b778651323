// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameHash;
import io.postwatch.enrich.gazetteer.PlaceKind;
import io.postwatch.enrich.gazetteer.Varints;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Writes the file that {@link Gazetteer} reads. Numbers are big-endian, or varints ({@link
 * Varints}); a column is one value for each place or name after the other, since what is alike
 * compresses well side by side.
 *
 * <pre>
 * int       {@link Gazetteer#FORMAT}
 * varint    number of countries; then their codes, each with two bytes of length before
 * varint    number of places; then the columns of the places:
 *   varint    length of the name in UTF-8; then all names without anything between
 *   varint    GeoNames id; 0 for none
 *   byte      kind, see PlaceKind
 *   varint    position of the country, first-level division, second-level division
 *             (three columns), plus one; 0 for none
 *   varint    latitude, longitude (two columns) in ten-thousandths of a degree, folded:
 *             0, -1, 1, -2, 2 are 0, 1, 2, 3, 4
 *   varint    people
 *   byte      fame
 * index     of the names' numbers; then the columns of the names, in the order of the numbers:
 *   byte      flags
 *   varint    number of meanings
 *   varint    each meaning of each name: the place, shifted left by two bits, plus the rank
 * index     of the numbers of names written as one word; then the column:
 *   varint    position of the name
 *
 * An index is:
 * int       number of numbers
 * varint    each number less the one before
 * int       longs that follow, a power of two
 * long      bits that stand for the words which longer names begin with, see NameHash
 * </pre>
 */
final class GazetteerWriter {
  private static final double DEGREE = 1e4;
  private static final int MOST_FAME = 255;
  private static final int PREFIX_LONGS = 1 << 15;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 24);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private GazetteerWriter() {}

  /** The whole file. */
  static byte[] bytes(List<Draft> places, NameTable names, Words words) throws IOException {
    GazetteerWriter writer = new GazetteerWriter();
    writer.out.writeInt(Gazetteer.FORMAT);
    writer.places(places);
    writer.names(names, words);
    SortedMap<Long, Integer> joined = names.joined();
    writer.index(joined.keySet(), Set.of(), 1);
    writer.column(joined.values(), position -> position);
    return writer.bytes.toByteArray();
  }

  private void places(List<Draft> places) throws IOException {
    List<String> countries = countries(places);
    Varints.write(out, countries.size());
    for (String country : countries) {
      out.writeUTF(country);
    }
    Varints.write(out, places.size());
    column(places, place -> utf8(place).length);
    for (Draft place : places) {
      out.write(utf8(place));
    }
    column(places, Draft::geonameId);
    for (Draft place : places) {
      out.writeByte(place.kind().ordinal());
    }
    column(places, place -> 1 + countries.indexOf(place.area().country()));
    Map<String, Integer> divisions = divisions(places);
    column(places, place -> 1 + first(place, divisions));
    column(places, place -> 1 + second(place, divisions));
    column(places, place -> folded(place.point().latitude()));
    column(places, place -> folded(place.point().longitude()));
    column(places, place -> Math.min(Integer.MAX_VALUE, place.population()));
    for (Draft place : places) {
      out.writeByte(Math.min(MOST_FAME, place.fame()));
    }
  }

  private static List<String> countries(List<Draft> places) {
    Set<String> codes = new TreeSet<>();
    places.forEach(place -> codes.add(place.area().country()));
    codes.remove("");
    return new ArrayList<>(codes);
  }

  private static byte[] utf8(Draft place) {
    return place.name().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Integer> divisions(List<Draft> places) {
    Map<String, Integer> divisions = new HashMap<>();
    for (int id = 0; id < places.size(); id++) {
      Draft place = places.get(id);
      if (place.kind() == PlaceKind.ADMIN1) {
        divisions.put(place.area().first(), id);
      } else if (place.kind() == PlaceKind.ADMIN2) {
        divisions.put(place.area().second(), id);
      }
    }
    return divisions;
  }

  private static int first(Draft place, Map<String, Integer> divisions) {
    boolean inside = place.kind() != PlaceKind.ADMIN1;
    return inside ? divisions.getOrDefault(place.area().first(), -1) : -1;
  }

  private static int second(Draft place, Map<String, Integer> divisions) {
    boolean inside = place.kind().isTown();
    return inside ? divisions.getOrDefault(place.area().second(), -1) : -1;
  }

  /** Small numbers of either sign become small numbers without. */
  private static long folded(double degrees) {
    int value = (int) Math.round(degrees * DEGREE);
    return (value << 1 ^ value >> 31) & 0xFFFFFFFFL;
  }

  private void names(NameTable table, Words words) throws IOException {
    Collection<NameTable.Name> names = table.names().values();
    index(table.names().keySet(), table.prefixes(), PREFIX_LONGS);
    for (NameTable.Name name : names) {
      out.writeByte(NameTable.flags(name, words));
    }
    column(names, name -> name.meanings().size());
    for (NameTable.Name name : names) {
      column(name.meanings(), meaning -> (long) meaning.id() << 2 | meaning.rank().ordinal());
    }
  }

  private <T> void column(Collection<T> rows, ToLongFunction<T> value) throws IOException {
    for (T row : rows) {
      Varints.write(out, value.applyAsLong(row));
    }
  }

  private void index(Collection<Long> numbers, Set<Long> prefixes, int longs) throws IOException {
    out.writeInt(numbers.size());
    long last = 0;
    for (long number : numbers) {
      Varints.write(out, number - last);
      last = number;
    }
    long[] bits = new long[longs];
    for (long prefix : prefixes) {
      int bit = NameHash.prefixBit(prefix, longs);
      bits[bit >>> 6] |= 1L << bit;
    }
    out.writeInt(longs);
    for (long part : bits) {
      out.writeLong(part);
    }
  }
}
