// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.postwatch.runtime.http.HttpPart;

/** The page at {@code /} and the libraries that it needs, from the class path. */
public final class Dashboard implements HttpPart {
  @Override
  public void addTo(JavalinConfig javalin) {
    javalin.staticFiles.add("/dashboard", Location.CLASSPATH);
    javalin.staticFiles.enableWebjars();
  }
}
