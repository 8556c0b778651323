// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import io.postwatch.schema.Entity;
import io.postwatch.schema.Figure;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.TopicMention;
import java.util.List;

/**
 * What was read from a text; all offsets are Unicode code points of it, end exclusive.
 *
 * @param language ISO 639-1 code; null where it was not recognised
 * @param entities names of organisations and places, in order
 * @param places places named, in order
 * @param topics topics reported, the surest first
 * @param figures figures claimed, in order
 */
public record Annotations(
    String language,
    List<Entity> entities,
    List<PlaceMention> places,
    List<TopicMention> topics,
    List<Figure> figures) {}
