// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postwatch.aggregate.search.Hit;
import java.util.List;

/**
 * The posts that an instance has.
 *
 * @param upTo until where it looked; null: to the end
 */
public record PostsPart(List<Item> items, Hit.Place upTo) {

  /** A post. */
  public record Item(Hit.Place place, ObjectNode post) {}
}
