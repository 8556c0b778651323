// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.incidents;

import io.postwatch.schema.Figure;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.List;

/**
 * A topic that a post reports at a place.
 *
 * @param place where; null when the post names no place
 * @param mentions the words that say so, at least one
 * @param figures the figures that are about it
 */
public record Finding(
    String topic, PlaceMention place, List<TopicMention> mentions, List<Figure> figures) {}
