// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.postwatch.registry.RegistryException;
import io.postwatch.registry.SchemaRegistry;
import java.io.IOException;

/** What the registry is told over HTTP. */
final class Requests {
  /** Longest body, in bytes: an Avro schema of a megabyte is not one that a person wrote. */
  static final int LONGEST_BODY = 1 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  /**
   * The body.
   *
   * @throws RegistryException 413 where it is too long, 400 where it is not JSON
   */
  static JsonNode body(Context http) {
    try {
      byte[] bytes = http.bodyInputStream().readNBytes(LONGEST_BODY + 1);
      if (bytes.length > LONGEST_BODY) {
        throw new RegistryException(
            413, 413, "Request body is too long: expected at most " + LONGEST_BODY + " bytes");
      }
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new RegistryException(400, 400, "Request body: expected a JSON object");
    }
  }

  static boolean flag(Context http, String name) {
    return Boolean.parseBoolean(http.queryParam(name));
  }

  static String subject(Context http) {
    return http.pathParam("subject");
  }

  /**
   * The version in the path.
   *
   * @throws RegistryException 42202 for what cannot be one
   */
  static int version(Context http) {
    String text = http.pathParam("version");
    if (text.equals("latest")) {
      return SchemaRegistry.LATEST;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw RegistryException.invalidVersion(text);
    }
  }

  /**
   * The schema id in the path.
   *
   * @throws RegistryException 404 for what cannot be one
   */
  static int id(Context http) {
    String text = http.pathParam("id");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new RegistryException(404, 404, "Schema id '" + text + "': expected a number");
    }
  }
}
