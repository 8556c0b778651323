// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.extract.post.FoundPost;
import io.postwatch.ingest.extract.post.PostKey;
import io.postwatch.ingest.extract.post.PostText;
import io.postwatch.ingest.extract.post.PostTime;
import io.postwatch.ingest.source.UnreadableException;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.topics.Platforms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A post in the form that {@code extract} prints. */
record ExtractedPost(ApiRecords records) {
  private static final int MAX_LIST = 1000;

  /** An address, or an account behind the name of its platform. */
  private static final int MAX_KEY = JsonFields.MAX_NAME + 100;

  EmbeddedPost of(JsonNode json) throws UnreadableException {
    String text = JsonFields.text(json, "text", 2 * PostText.MAX_CODE_POINTS);
    String words = text == null ? "" : text;
    String handle = JsonFields.name(json, "handle");
    Article article = article(json);
    PostTime time = time(json, article);
    FoundPost found =
        new FoundPost(
            platform(json),
            id(json),
            handle,
            JsonFields.name(json, "author"),
            words,
            day(time),
            list(json, "links", () -> records.postText().links(words)),
            JsonFields.address(json, "url"));
    String source = JsonFields.name(json, "source");
    return EmbeddedPost.newBuilder()
        .setPostKey(PostKey.of(found))
        .setPlatform(found.platform())
        .setId(found.id())
        .setHandle(handle == null ? null : handle.toLowerCase(Locale.ROOT))
        .setAuthor(found.author())
        .setText(words)
        .setPostedAt(time.at())
        .setPostedAtPrecision(time.precision())
        .setPostedAtSource(time.source())
        .setHashtags(list(json, "hashtags", () -> records.postText().hashtags(words)))
        .setMentions(list(json, "mentions", () -> records.postText().mentions(words)))
        .setLinks(found.links())
        .setUrl(found.url())
        .setArticle(article)
        .setSource(source == null ? records.source() : source)
        .setIngestedAt(records.seenAt())
        .setEditedAt(JsonFields.time(json, "editedAt", records.latest()))
        .build();
  }

  private static String platform(JsonNode json) throws UnreadableException {
    String platform = JsonFields.name(json, "platform");
    if (platform == null || !Platforms.ALL.contains(platform)) {
      throw new UnreadableException("platform: expected one of " + String.join(", ", sorted()));
    }
    return platform;
  }

  private static List<String> sorted() {
    return Platforms.ALL.stream().sorted().toList();
  }

  private static String id(JsonNode json) throws UnreadableException {
    boolean isOfX = json.path("platform").asText().equals("x") && json.hasNonNull("id");
    return isOfX ? XStatus.id(json, "id") : JsonFields.id(json, "id");
  }

  private PostTime time(JsonNode json, Article article) throws UnreadableException {
    Instant at = JsonFields.time(json, "postedAt", records.latest());
    if (at == null) {
      return PostTime.ofIngest(records.seenAt());
    }
    return new PostTime(
        at,
        value(json, "postedAtPrecision", TimePrecision.values(), TimePrecision.UNKNOWN),
        value(
            json,
            "postedAtSource",
            TimeSource.values(),
            at.equals(article.getPublishedAt()) ? TimeSource.ARTICLE : TimeSource.PAGE));
  }

  /** The day that the page showed, by which posts without id are told apart. */
  private static LocalDate day(PostTime time) {
    return time.source() == TimeSource.PAGE ? LocalDate.ofInstant(time.at(), ZoneOffset.UTC) : null;
  }

  private static <E extends Enum<E>> E value(JsonNode json, String field, E[] values, E otherwise)
      throws UnreadableException {
    String name = JsonFields.name(json, field);
    return Stream.of(values)
        .filter(value -> name == null ? value == otherwise : value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableException(field + ": expected one of " + List.of(values).toString()));
  }

  private Article article(JsonNode json) throws UnreadableException {
    JsonNode article = json.path("article");
    String url = JsonFields.address(article, "url");
    String source = JsonFields.name(json, "source");
    String where = source == null ? records.source() : source;
    return Article.newBuilder()
        .setKey(key(article, url == null ? "sha256:" + PostKey.sha256(where) : url))
        .setUrl(url)
        .setTitle(JsonFields.name(article, "title"))
        .setPublishedAt(JsonFields.time(article, "publishedAt", records.latest()))
        .setOutlet(JsonFields.name(article, "outlet"))
        .build();
  }

  /** Lines that others write, or that earlier versions printed, have none. */
  private static String key(JsonNode article, String otherwise) throws UnreadableException {
    String key = JsonFields.text(article, "key", MAX_KEY);
    if (key != null && key.isBlank()) {
      throw new UnreadableException("key: expected what tells the article from others");
    }
    return key == null ? otherwise : key;
  }

  private static List<String> list(JsonNode json, String field, Supplier<List<String>> otherwise)
      throws UnreadableException {
    JsonNode values = json.path(field);
    if (values.isMissingNode() || values.isNull()) {
      return otherwise.get();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(value.asText());
    }
    boolean isSound =
        values.isArray()
            && texts.size() <= MAX_LIST
            && texts.stream().allMatch(t -> t.length() <= JsonFields.MAX_NAME);
    if (!isSound) {
      throw new UnreadableException(field + ": expected an array of strings");
    }
    return texts;
  }
}
