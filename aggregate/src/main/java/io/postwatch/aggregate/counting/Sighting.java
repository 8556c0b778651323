// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.counting;

import io.postwatch.schema.Incident;
import java.util.Locale;
import java.util.Optional;

/**
 * Who said what where: the identities of an incident that are counted, as {@link Fingerprints}.
 *
 * @param post the post
 * @param article the article it was seen in; a sighting is a post in an article
 * @param author platform and handle; empty when the handle is not known
 * @param outlet who published the article, in any case of letters; empty when not known
 * @param text what the post says, the same for all that copy it; empty when not known
 */
public record Sighting(
    byte[] post,
    byte[] article,
    Optional<byte[]> author,
    Optional<byte[]> outlet,
    Optional<byte[]> text) {

  public static Sighting of(Incident incident, Fingerprints fingerprints) {
    String platform = incident.getPlatform();
    return new Sighting(
        fingerprints.of(incident.getPostKey()),
        fingerprints.of(incident.getArticle().getKey()),
        known(incident.getHandle()).map(handle -> fingerprints.of(platform + '\n' + handle)),
        known(incident.getArticle().getOutlet()).map(fingerprints::of),
        known(incident.getTextFingerprint()).map(fingerprints::of));
  }

  private static Optional<String> known(String name) {
    return Optional.ofNullable(name)
        .map(String::strip)
        .filter(known -> !known.isEmpty())
        .map(known -> known.toLowerCase(Locale.ROOT));
  }
}
