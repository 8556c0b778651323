// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names.lexica;

import io.postwatch.enrich.names.Lexicon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the tagger's lexicon from nlp4j's lexica. */
public final class LexiconBuilder {
  private static final int CLUSTERS = 1000;
  private static final int GROUPS = 100;
  private static final long SEED = 1;

  private LexiconBuilder() {}

  /** The entries of the lexicon. */
  public static Lexicon.Entries build(Lexica lexica) throws IOException {
    Map<String, String> posts = lexica.posts();
    posts.keySet().removeIf(word -> word.startsWith("@"));
    List<String> paths = List.copyOf(new TreeSet<>(posts.values()));
    SortedMap<Integer, Short> postClusters = new TreeMap<>();
    for (Map.Entry<String, String> post : posts.entrySet()) {
      int cluster = Collections.binarySearch(paths, post.getValue()) + 1;
      postClusters.put(Lexicon.key(post.getKey()), (short) cluster);
    }
    NameLists names = NameLists.read(lexica);
    SortedMap<Integer, Short> prose = new TreeMap<>();
    short[] groups = prose(lexica.vectors(), posts.keySet(), names, prose);
    SortedMap<Integer, Short> parts = names.parts(posts.keySet());
    SortedMap<Integer, Short> phrases = names.phrases();
    int[] bits = paths.stream().mapToInt(path -> Integer.parseInt("1" + path, 2)).toArray();
    return new Lexicon.Entries(postClusters, prose, parts, phrases, bits, groups);
  }

  private static short[] prose(
      Map<String, float[]> vectors,
      Set<String> known,
      NameLists names,
      SortedMap<Integer, Short> prose) {
    List<String> words = new ArrayList<>();
    for (String word : new TreeSet<>(vectors.keySet())) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (known.contains(lower) || names.isCommon(lower)) {
        words.add(word);
      }
    }
    float[][] used = new float[words.size()][];
    for (int i = 0; i < used.length; i++) {
      used[i] = Clusters.normalised(vectors.get(words.get(i)));
    }
    Clusters clusters = Clusters.of(used, CLUSTERS, SEED);
    for (int i = 0; i < used.length; i++) {
      prose.put(Lexicon.key(words.get(i)), (short) (clusters.nearest(used[i]) + 1));
    }
    Clusters coarse = Clusters.of(clusters.centres(), GROUPS, SEED);
    short[] groups = new short[CLUSTERS];
    for (int i = 0; i < CLUSTERS; i++) {
      groups[i] = (short) (coarse.nearest(clusters.centres()[i]) + 1);
    }
    return groups;
  }
}
