// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;

/**
 * What is known of words before any post was labelled.
 *
 * @param posts Brown clusters made from posts, by lower-case word
 * @param prose clusters of vectors made from news and encyclopaedias, by word as written
 * @param parts what names a word has been part of ({@link NamePart}), by lower-case word
 * @param phrases kinds of the longer names ({@link NamePart}), by lower-case words
 * @param paths place of each Brown cluster in the tree: its bits below a leading 1
 * @param groups the coarser group of each cluster of vectors
 */
public record Lexicon(
    HashTable posts,
    HashTable prose,
    HashTable parts,
    HashTable phrases,
    int[] paths,
    short[] groups) {

  private static final int MOST_CLUSTERS = Short.MAX_VALUE;

  /** The entries from which a lexicon is made; clusters are counted from 1. */
  public record Entries(
      SortedMap<Integer, Short> posts,
      SortedMap<Integer, Short> prose,
      SortedMap<Integer, Short> parts,
      SortedMap<Integer, Short> phrases,
      int[] paths,
      short[] groups) {

    /** The lexicon in memory. */
    public Lexicon lexicon() {
      return new Lexicon(
          HashTable.of(posts),
          HashTable.of(prose),
          HashTable.of(parts),
          HashTable.of(phrases),
          paths,
          groups);
    }

    void write(DataOutput out) throws IOException {
      HashTable.write(posts, out);
      HashTable.write(prose, out);
      HashTable.write(parts, out);
      HashTable.write(phrases, out);
      out.writeInt(paths.length);
      for (int path : paths) {
        out.writeInt(path);
      }
      out.writeInt(groups.length);
      for (short group : groups) {
        out.writeShort(group);
      }
    }
  }

  /** The hash under which a word or phrase stands. */
  public static int key(CharSequence words) {
    return Hashes.of(words);
  }

  static Lexicon read(DataInput in) throws IOException {
    HashTable posts = HashTable.read(in);
    HashTable prose = HashTable.read(in);
    HashTable parts = HashTable.read(in);
    HashTable phrases = HashTable.read(in);
    int[] paths = new int[clusters(in)];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = in.readInt();
    }
    short[] groups = new short[clusters(in)];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = in.readShort();
    }
    return new Lexicon(posts, prose, parts, phrases, paths, groups);
  }

  private static int clusters(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST_CLUSTERS) {
      throw new IOException("expected up to " + MOST_CLUSTERS + " clusters: " + size);
    }
    return size;
  }
}
