// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The document that describes all of the API, written by hand beside this class. */
final class OpenApi {
  /** As it is sent; read once. */
  static final Answer DOCUMENT = Answer.of(read());

  private OpenApi() {}

  private static Object read() {
    try (InputStream json = OpenApi.class.getResourceAsStream("openapi.json")) {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
