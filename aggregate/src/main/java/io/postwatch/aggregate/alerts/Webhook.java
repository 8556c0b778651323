// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told, and in what form.
 *
 * @param address http or https; may hold a secret, and is shown to nobody
 * @param headers further headers of the request
 * @param secret with which the body is signed; empty: it is not
 */
record Webhook(URI address, Format format, Map<String, String> headers, Optional<String> secret) {

  /** How the body is written. */
  enum Format {
    JSON,
    /** What Slack, Mattermost and others take: a text with links. */
    SLACK
  }

  Webhook {
    headers = Map.copyOf(headers);
  }

  /** The part of its address that is no secret. */
  String host() {
    return address.getHost();
  }

  @Override
  public String toString() {
    return "the webhook at " + host();
  }
}
