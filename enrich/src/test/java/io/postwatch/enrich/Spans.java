// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.PlaceSource;
import java.util.List;

/** Reads a text as the stage does, and holds every span of the result against the text. */
final class Spans {
  private static final PostEnricher ENRICHER = new PostEnricher(Annotator.withDefaults());
  private static final IncidentCoder CODER = new IncidentCoder();

  private Spans() {}

  static void check(String text) {
    EnrichedPost post = ENRICHER.enrich(Posts.post(text));
    int length = text.codePointCount(0, text.length());
    post.getPlaces()
        .forEach(
            place -> checkSpan(text, length, place.getStart(), place.getEnd(), place.getText()));
    post.getEntities()
        .forEach(name -> checkSpan(text, length, name.getStart(), name.getEnd(), name.getText()));
    post.getTopics().forEach(topic -> checkSpan(length, topic.getStart(), topic.getEnd()));
    post.getFigures().forEach(figure -> checkSpan(length, figure.getStart(), figure.getEnd()));
    assertThat(post.getTopics())
        .allMatch(topic -> topic.getConfidence() > 0 && topic.getConfidence() <= 1);
    assertThat(List.of(post.getPlaces().size(), post.getTopics().size(), post.getFigures().size()))
        .allMatch(size -> size <= 200);
    CODER.incidents(post).forEach(incident -> checkIncident(text, length, incident));
    assertThat(CODER.incidents(post)).hasSizeLessThanOrEqualTo(20 * 200);
  }

  private static void checkIncident(String text, int length, Incident incident) {
    assertThat(incident.getEvidence()).isNotEmpty();
    assertThat(incident.getPlaceSource())
        .isEqualTo(incident.getPlace() == null ? null : PlaceSource.POST);
    incident
        .getEvidence()
        .forEach(span -> checkSpan(text, length, span.getStart(), span.getEnd(), span.getText()));
  }

  private static void checkSpan(int length, int start, int end) {
    assertThat(start).isNotNegative().isLessThan(end);
    assertThat(end).isLessThanOrEqualTo(length);
  }

  private static void checkSpan(String text, int length, int start, int end, String words) {
    checkSpan(length, start, end);
    int from = text.offsetByCodePoints(0, start);
    assertThat(text.substring(from, text.offsetByCodePoints(from, end - start))).isEqualTo(words);
  }
}
