// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.postwatch.schema.Spike;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Addresses of the dashboard's views.
 *
 * @param dashboard where people reach it; empty: nobody said
 */
record DashboardLinks(Optional<URI> dashboard) {

  /** Of the topic, at the place of a spike. */
  Optional<String> of(Spike spike) {
    return dashboard.map(
        page -> {
          String base = page.toString();
          String view =
              (base.endsWith("/") ? base : base + "/") + "#topic=" + part(spike.getTopic());
          return spike.getPlace().isEmpty() ? view : view + "&place=" + part(spike.getPlace());
        });
  }

  private static String part(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }
}
