// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.schema.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Puts together what several finders of names found in one text. */
public final class NameMerge {
  private NameMerge() {}

  /**
   * The names that are left when of names that overlap only one is kept: the longest; of equally
   * long ones that of the finder named first, who is the surer; else the one that begins first.
   *
   * @param found the names of each finder, the surest finder first
   * @return names without overlaps, in order, up to a limit
   */
  public static List<Entity> merge(List<List<Entity>> found, int limit) {
    List<Entity> candidates = new ArrayList<>();
    found.forEach(candidates::addAll);
    candidates.sort(Comparator.comparingInt((Entity name) -> name.getStart() - name.getEnd()));
    TreeMap<Integer, Entity> kept = new TreeMap<>();
    for (Entity name : candidates) {
      if (isFree(kept, name)) {
        kept.put(name.getStart(), name);
      }
    }
    return kept.values().stream().limit(limit).toList();
  }

  private static boolean isFree(TreeMap<Integer, Entity> kept, Entity name) {
    var before = kept.lowerEntry(name.getEnd());
    return before == null || before.getValue().getEnd() <= name.getStart();
  }
}
