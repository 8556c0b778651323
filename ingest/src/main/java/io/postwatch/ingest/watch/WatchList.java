// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.watch;

import java.util.Collections;
import java.util.Set;

/**
 * What one team watches: posts with any of some names, all of others, and none of a third set.
 *
 * @param name the list's name, as recorded on posts
 * @param any names of which a post must have one; empty asks for none
 * @param all names of which a post must have every one
 * @param not names of which a post must have none
 */
record WatchList(String name, Set<String> any, Set<String> all, Set<String> not) {
  WatchList {
    any = Set.copyOf(any);
    all = Set.copyOf(all);
    not = Set.copyOf(not);
  }

  /** True for a post with these {@link PostNames}. */
  boolean watches(Set<String> names) {
    return (any.isEmpty() || !Collections.disjoint(any, names))
        && names.containsAll(all)
        && Collections.disjoint(not, names);
  }
}
