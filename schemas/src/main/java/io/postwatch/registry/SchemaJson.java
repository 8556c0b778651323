// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Avro schemas out of the protocol's JSON objects. */
public final class SchemaJson {
  private static final int LONGEST_REASON = 500;

  private SchemaJson() {}

  /**
   * The schema of a registry's answer; old sins in names and defaults are let pass, for the records
   * written with them are still to be read.
   *
   * @param what which schema it is, for messages
   * @throws RegistryException 42201 where it is not one of Avro
   */
  public static Schema read(JsonNode answer, String what) {
    Schema.Parser lenient =
        new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
    return parse(answer, what, lenient);
  }

  /**
   * The schema of a client's request, checked in full.
   *
   * @throws RegistryException 42201 where it is not a valid one of Avro
   */
  public static Schema readStrictly(JsonNode request) {
    return parse(request, "request", new Schema.Parser());
  }

  private static Schema parse(JsonNode object, String what, Schema.Parser parser) {
    String type = object.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw invalid(what, "type " + type + ", expected AVRO");
    }
    if (!object.path("references").isEmpty()) {
      throw invalid(what, "it refers to other subjects, expected a schema complete in itself");
    }
    if (!object.path("schema").isTextual()) {
      throw invalid(what, "expected a string 'schema' that holds it");
    }
    try {
      return parser.parse(object.path("schema").asText());
    } catch (AvroRuntimeException | StackOverflowError e) {
      throw invalid(what, String.valueOf(e.getMessage()));
    }
  }

  private static RegistryException invalid(String what, String why) {
    return RegistryException.invalidSchema(what + ": " + OneLine.of(why, LONGEST_REASON));
  }
}
