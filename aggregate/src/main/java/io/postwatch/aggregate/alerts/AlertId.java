// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Short names for what is told, by which a receiver knows it again. */
final class AlertId {
  private AlertId() {}

  static String of(String what) {
    return UUID.nameUUIDFromBytes(what.getBytes(UTF_8)).toString();
  }
}
