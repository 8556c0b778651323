// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.standalone.dashboard;

import io.postwatch.runtime.KafkaSettings;
import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.TimePrecision;
import io.postwatch.schema.TimeSource;
import io.postwatch.standalone.Newsroom;
import io.postwatch.standalone.Newsroom.Post;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Some days of an invented world: several topics, many places, a flood last night, a story that
 * breaks now.
 */
final class ExampleNews {
  private static final Duration DAYS = Duration.ofDays(5);

  /**
   * Posts that say much the same.
   *
   * @param daily how many there are on a day, about
   */
  private record Story(int daily, String text) {}

  /** A post, and when it was met in an article. */
  private record Sighting(Instant seenAt, Post post) {}

  private static final Story MARCH =
      new Story(14, "Thousands of protesters march to parliament in Nairobi, police fire tear gas");
  private static final Story FLOOD =
      new Story(
          4, "Flood water has entered the bus station in Temuco, 400 people evacuated so far");

  private static final List<Story> STORIES =
      List.of(
          MARCH,
          FLOOD,
          new Story(8, "Protest against the fuel levy spreads to Mombasa, shops closed since noon"),
          new Story(6, "Students are protesting in Kisumu, the road to the airport is blocked"),
          new Story(14, "Protesters gather in Astana against the new law. 12 people detained"),
          new Story(8, "Police detained two journalists in Almaty this morning, colleagues say"),
          new Story(24, "Copper workers on strike block the road outside the ministry in Santiago"),
          new Story(15, "Rail workers on strike in Lyon, no trains until the evening"),
          new Story(12, "Typhoon makes landfall in Manila, streets flooded, 3 dead"),
          new Story(21, "Heavy clashes between the army and rebels near Khartoum since dawn"),
          new Story(11, "Artillery fire hit a market in Khartoum, 14 people killed and 30 wounded"),
          new Story(13, "Explosion heard in the centre of Kyiv, air raid sirens still on"),
          new Story(7, "Missile strike on Kharkiv, 5 injured, apartment block on fire"),
          new Story(8, "Curfew declared in Dhaka from 8 pm, army in the streets"),
          new Story(9, "Mobile internet shut down across Dhaka since midnight"),
          new Story(7, "Cholera outbreak in Lilongwe: 40 new cases, hospital asks for help"),
          new Story(8, "Earthquake of magnitude 6.1 near Oaxaca, buildings shaken"),
          new Story(10, "Families displaced by the fighting arrive in Goma, clean water needed"),
          new Story(5, "Gunmen kidnapped 11 students from a school in Kaduna"),
          new Story(7, "Shops looted in Port-au-Prince after a night of riots"),
          new Story(6, "Wildfire near Athens, villages evacuated"));

  private static final List<String> HANDLES =
      List.of("desk_demo", "streets_demo", "wire_demo", "eyewitness_demo", "radio_demo");
  private static final List<String> OUTLETS =
      List.of("meridian-post", "harbour-times", "northern-herald", "lake-courier");
  private static final List<String> HEADLINES =
      List.of(
          "What we know so far",
          "In pictures: the day",
          "Live: as it happens",
          "The night in posts");

  private final Path directory;
  private final Random random = new Random(8);
  private int number;

  /**
   * @param directory where articles are put
   */
  ExampleNews(Path directory) {
    this.directory = directory;
  }

  /**
   * Publishes the sightings of the days up to now, as ingest would have published them then.
   *
   * @return key of the last post
   */
  String publishTheDaysBefore(Instant now, KafkaSettings kafka) {
    List<Sighting> sightings = new ArrayList<>();
    for (Story story : STORIES) {
      spread(sightings, story, (int) (story.daily() * DAYS.toDays()), now, DAYS);
    }
    spread(sightings, FLOOD, 71, now.minus(Duration.ofHours(15)), Duration.ofMinutes(50));
    spread(sightings, MARCH, 71, now, Duration.ofMinutes(50));
    sightings.sort(Comparator.comparing(Sighting::seenAt));
    publish(sightings, kafka);
    return key(sightings.get(sightings.size() - 1).post());
  }

  private void spread(List<Sighting> to, Story story, int posts, Instant end, Duration span) {
    IntStream.range(0, posts)
        .mapToObj(any -> end.minusMillis((long) (random.nextDouble() * span.toMillis())))
        .map(at -> new Sighting(at, post(at.minusSeconds(random.nextInt(60, 600)), story.text())))
        .forEach(to::add);
  }

  /** In the order of their arrival, which is kept within a partition only. */
  private static void publish(List<Sighting> sightings, KafkaSettings kafka) {
    Serializer<EmbeddedPost> serializer = kafka.<EmbeddedPost>valueSerde().serializer();
    try (KafkaProducer<String, EmbeddedPost> producer =
        new KafkaProducer<>(
            Map.copyOf(kafka.clientProperties()), new StringSerializer(), serializer)) {
      for (Sighting sighting : sightings) {
        EmbeddedPost value = embedded(sighting);
        producer.send(
            new ProducerRecord<>(
                Topics.POSTS.name(),
                0,
                sighting.seenAt().toEpochMilli(),
                value.getPostKey(),
                value));
      }
    }
  }

  private static EmbeddedPost embedded(Sighting sighting) {
    Post post = sighting.post();
    int article = Math.floorMod(post.text().hashCode(), OUTLETS.size() * HEADLINES.size());
    String outlet = OUTLETS.get(article % OUTLETS.size()) + ".example";
    String url = "https://" + outlet + "/" + (post.id() >> 22) % 1000;
    return EmbeddedPost.newBuilder()
        .setPostKey(key(post))
        .setPlatform("x")
        .setId(Long.toString(post.id()))
        .setHandle(post.handle())
        .setText(post.text())
        .setPostedAt(post.writtenAt())
        .setPostedAtPrecision(TimePrecision.MILLIS)
        .setPostedAtSource(TimeSource.ID)
        .setUrl("https://x.com/" + post.handle() + "/status/" + post.id())
        .setArticle(
            Article.newBuilder()
                .setKey(url)
                .setUrl(url)
                .setTitle(HEADLINES.get(article / OUTLETS.size()))
                .setOutlet(outlet)
                .build())
        .setSource(url)
        .setIngestedAt(sighting.seenAt())
        .build();
  }

  private static String key(Post post) {
    return "x:" + post.id();
  }

  /** A post of someone's, with a number that makes it differ from all others. */
  Post post(Instant writtenAt, String text) {
    number++;
    String handle = HANDLES.get(random.nextInt(HANDLES.size())) + number % 90;
    return Post.at(writtenAt, number, handle, text + " (" + number + ")");
  }

  /** Puts an article into the directory that the pipeline watches. */
  Path article(Post... posts) throws IOException {
    number++;
    String outlet = OUTLETS.get(number % OUTLETS.size());
    return Newsroom.article(
        directory.resolve(number + ".html"),
        "https://" + outlet + ".example/story-" + number,
        posts);
  }
}
