// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postwatch.ingest.extract.post.PostText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The facts that Substack keeps beside its embeds, as JSON in {@code data-attrs}. */
final class SubstackAttributes implements QuoteReader {
  static final String NAME = "data-attrs";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Which post they are about. */
  static Optional<PostAddress> address(Element element) {
    String component = element.attr("data-component-name") + element.className();
    JsonNode facts = facts(element);
    if (component.contains("nstagram")) {
      return InstagramAddress.ofCode(facts.path("instagram_id").asText(), null);
    }
    if (component.contains("outube")) {
      return YouTubeAddress.ofId(facts.path("videoId").asText());
    }
    return Stream.of("uri", "url", "embed_url")
        .flatMap(name -> PostAddresses.framed(facts.path(name).asText()).stream())
        .findFirst();
  }

  @Override
  public Shown read(Element element, PostAddress address, Instant latest) {
    JsonNode facts = facts(element);
    if (address.platform().equals("instagram")) {
      return Shown.NOTHING.signed(handle(facts.path("author_name")), null);
    }
    String name = facts.path("authorName").asText(facts.path("author").asText());
    String text = PostText.bounded(facts.path("text").asText());
    List<String> links = new PostText().links(text);
    return new Shown(
        handle(facts.path("authorHandle")),
        name.isBlank() ? null : name,
        text,
        links,
        null,
        ShownTime.parse(facts.path("createdAt").asText(), latest));
  }

  private static String handle(JsonNode name) {
    String handle = name.asText().replace("@", "").strip().toLowerCase(Locale.ROOT);
    return handle.isEmpty() || handle.contains(" ") ? null : handle;
  }

  private static JsonNode facts(Element element) {
    try {
      return MAPPER.readTree(element.attr(NAME));
    } catch (JsonProcessingException broken) {
      return MAPPER.createObjectNode();
    }
  }
}
