// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;

/** A registry elsewhere, over Confluent's REST protocol. */
public final class HttpSchemaRegistry implements SchemaRegistry {
  private final RegistryHttp http;

  HttpSchemaRegistry(RegistryConfig config) {
    http = new RegistryHttp(config, HttpClients.forConfig(config));
  }

  /**
   * The registry at {@code schema.registry.url}, asked anew for everything.
   *
   * @throws org.apache.kafka.common.config.ConfigException one line naming the key and what was
   *     expected
   */
  public static HttpSchemaRegistry fromConfig(Map<String, ?> settings) {
    return new HttpSchemaRegistry(RegistryConfig.of(settings));
  }

  @Override
  public int register(String subject, Schema schema) {
    return number(post(subjectPath(subject) + "/versions", schema), "id");
  }

  @Override
  public RegisteredSchema lookUp(String subject, Schema schema) {
    return registered(post(subjectPath(subject), schema));
  }

  @Override
  public Schema schemaById(int id) {
    return SchemaJson.read(get("/schemas/ids/" + id), "schema id " + id);
  }

  @Override
  public List<String> subjects() {
    return texts(get("/subjects")).stream().sorted().toList();
  }

  @Override
  public List<Integer> versions(String subject) {
    return numbers(get(subjectPath(subject) + "/versions"));
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return registered(get(versionPath(subject, version)));
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema) {
    try {
      return check(subjectPath(subject) + "/versions", schema);
    } catch (RegistryException e) {
      // Apicurio's answer where Confluent's registry says that a new subject takes any schema.
      if (e.errorCode() == RegistryException.subjectNotFound(subject).errorCode()) {
        return List.of();
      }
      throw e;
    }
  }

  @Override
  public List<String> incompatibilities(String subject, Schema schema, int version) {
    return check(versionPath(subject, version), schema);
  }

  private List<String> check(String path, Schema schema) {
    JsonNode answer = post("/compatibility" + path + "?verbose=true", schema);
    if (answer.path("is_compatible").asBoolean()) {
      return List.of();
    }
    List<String> why = texts(answer.path("messages"));
    return why.isEmpty() ? List.of("the registry gives no reason") : why;
  }

  @Override
  public CompatibilityLevel globalLevel() {
    return CompatibilityLevel.of(get("/config").path("compatibilityLevel").asText());
  }

  @Override
  public void setGlobalLevel(CompatibilityLevel level) {
    http.call("PUT", "/config", level(level));
  }

  @Override
  public Optional<CompatibilityLevel> level(String subject) {
    try {
      JsonNode answer = get("/config/" + RegistryHttp.segment(subject));
      return Optional.of(CompatibilityLevel.of(answer.path("compatibilityLevel").asText()));
    } catch (RegistryException e) {
      // Apicurio misses the subject first.
      if (e.errorCode() == RegistryException.noLevel(subject).errorCode()
          || e.errorCode() == RegistryException.subjectNotFound(subject).errorCode()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void setLevel(String subject, CompatibilityLevel level) {
    http.call("PUT", "/config/" + RegistryHttp.segment(subject), level(level));
  }

  @Override
  public void clearLevel(String subject) {
    http.call("DELETE", "/config/" + RegistryHttp.segment(subject), null);
  }

  @Override
  public List<Integer> deleteSubject(String subject, boolean permanent) {
    String path = subjectPath(subject) + "?permanent=" + permanent;
    return numbers(http.call("DELETE", path, null));
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    String path = versionPath(subject, version) + "?permanent=" + permanent;
    return http.call("DELETE", path, null).asInt();
  }

  private JsonNode get(String path) {
    return http.call("GET", path, null);
  }

  private JsonNode post(String path, Schema schema) {
    return http.call(
        "POST", path, JsonNodeFactory.instance.objectNode().put("schema", schema.toString()));
  }

  private static String subjectPath(String subject) {
    return "/subjects/" + RegistryHttp.segment(subject);
  }

  private static String versionPath(String subject, int version) {
    return subjectPath(subject) + "/versions/" + (version == LATEST ? "latest" : version);
  }

  private static ObjectNode level(CompatibilityLevel level) {
    return JsonNodeFactory.instance.objectNode().put("compatibility", level.name());
  }

  private static RegisteredSchema registered(JsonNode answer) {
    String subject = answer.path("subject").asText();
    int version = number(answer, "version");
    return new RegisteredSchema(
        subject,
        version,
        number(answer, "id"),
        SchemaJson.read(answer, "subject " + subject + " version " + version));
  }

  private static int number(JsonNode answer, String field) {
    if (!answer.path(field).canConvertToInt()) {
      throw new RegistryException(
          200,
          200,
          "the registry's answer has no number '" + field + "': expected its protocol v1");
    }
    return answer.path(field).asInt();
  }

  private static List<Integer> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
