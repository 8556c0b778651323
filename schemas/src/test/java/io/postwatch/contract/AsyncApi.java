// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.postwatch.topics.CloudEvents;
import io.postwatch.topics.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The AsyncAPI 3 document of the published topics, made of the catalogue and the schemas. */
final class AsyncApi {
  static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
          .enable(Feature.MINIMIZE_QUOTES, Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(Feature.LITERAL_BLOCK_STYLE, Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  /** The newest whose JSON schema allows Avro for a key. */
  private static final String BINDING = "0.4.0";

  private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

  private static final String COMMENT =
      """
      # Made of the topic catalogue and the Avro schemas by AsyncApiTest, which says how to make it anew.
      # What the records mean: consumers.md.
      """;

  private AsyncApi() {}

  /** The document's text. */
  static String text() throws JsonProcessingException {
    return COMMENT + YAML.writeValueAsString(document());
  }

  private static ObjectNode document() throws JsonProcessingException {
    ObjectNode document = object().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Postwatch")
        .put("version", "1.0.0")
        .put(
            "description",
            """
            Live incident counts from the social posts that news pages embed.

            All records are written in transactions: read them with isolation.level=read_committed. \
            What an update means, and what may change: docs/consumers.md.
            """)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    document.put("defaultContentType", CloudEvents.AVRO);
    document.putObject("servers").set("local", server());
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = object();
    for (PublishedTopic published : PublishedTopic.ALL) {
      channels.set(published.name(), channel(published));
      operations.set(published.name(), operation(published));
      messages.set(published.name(), message(published));
    }
    document.putObject("components").set("messages", messages);
    return document;
  }

  private static ObjectNode server() {
    ObjectNode server =
        object()
            .put("host", "127.0.0.1:9092")
            .put("protocol", "kafka")
            .put("description", "As ./postwatch serve and docker compose start it.");
    bindings(server)
        .put("schemaRegistryUrl", "http://127.0.0.1:8081")
        .put("schemaRegistryVendor", "confluent")
        .put("bindingVersion", BINDING);
    return server;
  }

  private static ObjectNode channel(PublishedTopic published) {
    Topic topic = published.topic();
    ObjectNode channel =
        object().put("address", topic.name()).put("description", published.description());
    channel
        .putObject("messages")
        .set(published.name(), reference("components", "messages", published.name()));
    ObjectNode binding =
        bindings(channel).put("topic", topic.name()).put("partitions", topic.partitions());
    ObjectNode configuration = binding.putObject("topicConfiguration");
    ArrayNode cleanup = configuration.putArray("cleanup.policy");
    Arrays.stream(topic.settings().get("cleanup.policy").split(",")).forEach(cleanup::add);
    configuration.put("retention.ms", Long.parseLong(topic.settings().get("retention.ms")));
    binding.put("bindingVersion", BINDING);
    return channel;
  }

  private static ObjectNode operation(PublishedTopic published) {
    ObjectNode operation = object().put("action", "send");
    operation.set("channel", reference("channels", published.name()));
    operation
        .putArray("messages")
        .add(reference("channels", published.name(), "messages", published.name()));
    bindings(operation).put("bindingVersion", BINDING);
    return operation;
  }

  private static ObjectNode message(PublishedTopic published) throws JsonProcessingException {
    ObjectNode message =
        object()
            .put("name", published.payload().map(Schema::getName).orElse("DeadLetter"))
            .put("summary", published.description())
            .put(
                "contentType",
                published.payload().isPresent() ? CloudEvents.AVRO : "application/octet-stream");
    message.set("headers", headers(published));
    if (published.payload().isPresent()) {
      ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
      payload.set("schema", avro(published.payload().get()));
    }
    ObjectNode binding = bindings(message);
    binding.set("key", key(published));
    if (published.payload().isPresent()) {
      binding
          .put("schemaIdLocation", "payload")
          .put("schemaIdPayloadEncoding", "confluent")
          .put("schemaLookupStrategy", "TopicNameStrategy");
    }
    binding.put("bindingVersion", BINDING);
    return message;
  }

  private static JsonNode key(PublishedTopic published) throws JsonProcessingException {
    return published.topic().keySchema().isPresent()
        ? avro(published.topic().keySchema().get())
        : text(published.key());
  }

  /** Avro schemas are JSON; how Java is to hold strings is nobody else's matter. */
  private static JsonNode avro(Schema schema) throws JsonProcessingException {
    return withoutJava(YAML.readTree(schema.toString()));
  }

  private static JsonNode withoutJava(JsonNode schema) {
    if (schema.has("avro.java.string")) {
      return schema.get("type");
    }
    if (schema instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(withoutJava(field.getValue())));
    }
    if (schema instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutJava(array.get(i)));
      }
    }
    return schema;
  }

  private static ObjectNode headers(PublishedTopic published) {
    ObjectNode headers = object().put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    CloudEvents.of(published.topic().name())
        .ifPresent(
            event -> {
              attributes(event).forEach(properties::set);
              ArrayNode required = headers.putArray("required");
              properties.fieldNames().forEachRemaining(required::add);
            });
    new TreeMap<>(published.headers())
        .forEach((name, description) -> properties.set(name, text(description)));
    return headers;
  }

  private static Map<String, ObjectNode> attributes(CloudEvents event) {
    Map<String, ObjectNode> attributes = new TreeMap<>();
    attributes.put(CloudEvents.SPEC_VERSION, constant(CloudEvents.VERSION));
    attributes.put(CloudEvents.SOURCE, constant(event.source()));
    attributes.put(CloudEvents.TYPE, constant(event.type()));
    attributes.put(CloudEvents.CONTENT_TYPE, constant(CloudEvents.AVRO));
    attributes.put(
        CloudEvents.ID,
        text("Hash of what the record says: the same record has the same id.")
            .put("pattern", "^[0-9a-f]{32}$"));
    attributes.put(
        CloudEvents.TIME, text("The record's Kafka timestamp, in UTC.").put("format", "date-time"));
    return attributes;
  }

  private static ObjectNode constant(String value) {
    return object().put("type", "string").put("const", value);
  }

  private static ObjectNode text(String description) {
    return object().put("type", "string").put("description", description);
  }

  private static ObjectNode bindings(ObjectNode owner) {
    return owner.putObject("bindings").putObject("kafka");
  }

  private static ObjectNode reference(String... path) {
    return object().put("$ref", "#/" + String.join("/", List.of(path)));
  }

  private static ObjectNode object() {
    return YAML.createObjectNode();
  }
}
