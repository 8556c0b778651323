// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.javalin.config.JavalinConfig;

/** A part of what a server answers: routes, or static files. */
@FunctionalInterface
public interface HttpPart {
  /** Adds itself before the server starts; it may be asked before what it tells of is ready. */
  void addTo(JavalinConfig config);
}
