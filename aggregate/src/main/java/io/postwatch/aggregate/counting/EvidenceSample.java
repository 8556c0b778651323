// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.Evidence;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first few posts of a count as its evidence. */
public final class EvidenceSample {
  static final int POSTS = 5;
  static final int LONGEST_TEXT = 500;

  private static final int LONGEST_HANDLE = 100;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final String BETWEEN_SPANS = " … ";

  private EvidenceSample() {}

  /** The sample with a post that was not counted before; the very list {@code known} when full. */
  static List<Evidence> after(List<Evidence> known, Incident incident) {
    if (known.size() >= POSTS) {
      return known;
    }
    List<Evidence> sample = new ArrayList<>(known);
    sample.add(evidence(incident));
    return sample;
  }

  /** What is shown of a post, cut to lengths that a broker takes. */
  public static Evidence evidence(Incident incident) {
    return new Evidence(
        incident.getPostKey(),
        Brief.text(incident.getHandle(), LONGEST_HANDLE),
        Brief.address(incident.getUrl(), LONGEST_ADDRESS),
        Brief.address(incident.getArticle().getUrl(), LONGEST_ADDRESS),
        words(incident.getEvidence()));
  }

  private static String words(List<Span> spans) {
    StringBuilder words = new StringBuilder();
    for (Span span : spans) {
      if (words.length() >= LONGEST_TEXT) {
        break;
      }
      words.append(words.isEmpty() ? "" : BETWEEN_SPANS).append(span.getText());
    }
    return Brief.text(words.toString(), LONGEST_TEXT);
  }
}
