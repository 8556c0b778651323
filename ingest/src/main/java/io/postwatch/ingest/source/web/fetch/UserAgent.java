// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.util.Optional;

/** What is told to sites about who asks. */
final class UserAgent {
  /** The name that robots.txt files address. */
  static final String PRODUCT = "postwatch";

  private UserAgent() {}

  /** {@code Postwatch/1.0 (+contact)}; without a version where the classes are in no jar. */
  static String of(Optional<String> contact) {
    String version = UserAgent.class.getPackage().getImplementationVersion();
    return "Postwatch"
        + (version == null ? "" : "/" + version)
        + contact.map(" (+%s)"::formatted).orElse("");
  }
}
