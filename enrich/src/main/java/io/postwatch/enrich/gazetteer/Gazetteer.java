// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.gazetteer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** All places and their names; immutable, safe to share between threads. */
public final class Gazetteer {
  /** Names of more words are not kept. */
  public static final int LONGEST = 6;

  /** What the file begins with: "PWG" and the version of its format. */
  public static final int FORMAT = 'P' << 24 | 'W' << 16 | 'G' << 8 | 1;

  /** A word that stands in lower case in dictionaries too. */
  public static final int COMMON_WORD = 1;

  /** What people are called. */
  public static final int PERSON = 2;

  private static final NameRank[] RANKS = NameRank.values();
  private static final int RANK_BITS = 2;

  /** More places, names or meanings are those of no gazetteer. */
  static final int MOST = 1 << 22;

  private final Places places;
  private final NameIndex names;
  private final int[] meaningEnds;
  private final int[] meanings;
  private final byte[] flags;
  private final NameIndex joined;
  private final int[] joinedNames;

  private Gazetteer(DataInputStream in) throws IOException {
    places = Places.read(in);
    names = NameIndex.read(in);
    flags = new byte[names.size()];
    in.readFully(flags);
    meaningEnds = new int[names.size()];
    int end = 0;
    for (int i = 0; i < meaningEnds.length; i++) {
      end += Varints.read(in, 1, MOST - end);
      meaningEnds[i] = end;
    }
    meanings = new int[end];
    for (int i = 0; i < end; i++) {
      meanings[i] = Varints.read(in, 0, (places.size() << RANK_BITS) - 1);
    }
    joined = NameIndex.read(in);
    joinedNames = new int[joined.size()];
    for (int i = 0; i < joinedNames.length; i++) {
      joinedNames[i] = Varints.read(in, 0, names.size() - 1);
    }
  }

  /** Reads the gazetteer in the jar; a missing one is a broken build. */
  public static Gazetteer load() {
    InputStream resource = Gazetteer.class.getResourceAsStream("gazetteer.bin");
    if (resource == null) {
      throw new IllegalStateException("missing resource gazetteer.bin, expected it in the jar");
    }
    try (resource) {
      return read(resource);
    } catch (IOException e) {
      throw new UncheckedIOException("gazetteer.bin: " + e.getMessage(), e);
    }
  }

  /** Reads a gazetteer; a file that is cut, damaged or of another format gives no gazetteer. */
  static Gazetteer read(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16));
    try {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException(String.format("begins with %08x, expected %08x", format, FORMAT));
      }
      return new Gazetteer(in);
    } catch (EOFException e) {
      throw new IOException("the file ends too early", e);
    }
  }

  /** How many places there are. */
  public int size() {
    return places.size();
  }

  /** How many names there are. */
  public int names() {
    return names.size();
  }

  /** A place by its number. */
  public Place place(int id) {
    return places.place(id);
  }

  /** What a place is. */
  public PlaceKind kind(int id) {
    return places.kind(id);
  }

  /** People in a place. */
  public int population(int id) {
    return places.population(id);
  }

  /** In how many other spellings and languages GeoNames has its name, up to 255. */
  public int fame(int id) {
    return places.fame(id);
  }

  /** A number for the country a place is or lies in; -1 for none. */
  public int countryNumber(int id) {
    return places.countryNumber(id);
  }

  /** ISO 3166-1 alpha-2 code of the country a place is or lies in; null for none. */
  public String country(int id) {
    return places.country(id);
  }

  /** The place that is the first-level division of a place; -1 for none. */
  public int admin1(int id) {
    return places.admin1(id);
  }

  /** The place that is the second-level division of a place; -1 for none. */
  public int admin2(int id) {
    return places.admin2(id);
  }

  /** Degrees north. */
  public double latitude(int id) {
    return places.latitude(id);
  }

  /** Degrees east. */
  public double longitude(int id) {
    return places.longitude(id);
  }

  /** The name with a state of {@link NameHash}; -1 for none. */
  public int name(long state) {
    return names.find(NameHash.key(state));
  }

  /** True where a longer name may begin with the words of a state of {@link NameHash}. */
  public boolean mayGoOn(long state) {
    return names.mayGoOn(NameHash.key(state));
  }

  /** The name of several words that somebody wrote as one; -1 for none. */
  public int joined(CharSequence norm) {
    int found = joined.find(NameHash.key(NameHash.word(NameHash.START, norm)));
    return found < 0 ? -1 : joinedNames[found];
  }

  /** How many places a name has. */
  public int meanings(int name) {
    return meaningEnds[name] - first(name);
  }

  /** A name's place, the one with most people first. */
  public int place(int name, int meaning) {
    return meanings[first(name) + meaning] >>> RANK_BITS;
  }

  /** What sort of name it is for that place. */
  public NameRank rank(int name, int meaning) {
    return RANKS[meanings[first(name) + meaning] & (1 << RANK_BITS) - 1];
  }

  /** Whether a name has a flag. */
  public boolean is(int name, int flag) {
    return (flags[name] & flag) != 0;
  }

  private int first(int name) {
    return name == 0 ? 0 : meaningEnds[name - 1];
  }
}
