// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** How URLs are fetched. */
final class FetchOptions {
  @Option(
      names = "--allow-private-addresses",
      description = "Fetch URLs also from hosts in private networks and from this one.")
  private boolean allowsPrivateAddresses;

  /** Adds what was given to settings, over those of the file. */
  void addTo(Map<String, String> settings) {
    if (allowsPrivateAddresses) {
      settings.put("ingest.fetch.allow-private-addresses", "true");
    }
  }
}
