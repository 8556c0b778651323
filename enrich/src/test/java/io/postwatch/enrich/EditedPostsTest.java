// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static io.postwatch.enrich.EnrichTopologyTest.SERDES;
import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.Article;
import io.postwatch.schema.EmbeddedPost;
import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Incident;
import io.postwatch.schema.Retraction;
import io.postwatch.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditedPostsTest {
  private static final String BOTH = "Bus drivers in #Ghana on strike, two men detained";
  private static final String STRIKE = "Bus drivers in #Ghana on strike";
  private static final String NEITHER = "Bus drivers in #Ghana";
  private static final Instant READ = Posts.INGESTED;
  private static final Instant EDITED = READ.plusSeconds(60);
  private static final Duration REMEMBER = Duration.ofDays(30);

  private Run run = new Run(PostMemory.onDisk(REMEMBER));

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void anEditIsCodedAndWhatItNoLongerReportsIsTakenBack() {
    assertThat(run.see(Posts.post(BOTH))).containsExactlyInAnyOrder("strike", "arrest");

    assertThat(run.see(edited(STRIKE, EDITED))).containsExactly("arrest EDITED", "strike");
    assertThat(run.incidents)
        .extracting(TestRecord::value)
        .allSatisfy(
            incident -> {
              assertThat(incident.getPostKey()).isEqualTo("x:1764890000000000000");
              assertThat(incident.getPlatform()).isEqualTo("x");
              assertThat(incident.getEditedAt()).isEqualTo(EDITED);
              assertThat(incident.getPostedAt()).isEqualTo(Posts.POSTED);
              assertThat(incident.getArticle().getKey()).isEqualTo("https://news.example/a");
            });
    assertThat(run.incidents).allSatisfy(r -> assertThat(r.key()).isEqualTo(r.value().getTopic()));
  }

  @Test
  void anEditThatReportsMoreIsCodedAnew() {
    run.see(Posts.post(STRIKE));

    assertThat(run.see(edited(BOTH, EDITED))).containsExactlyInAnyOrder("strike", "arrest");
  }

  @Test
  void aDeletionTakesBackEveryTopicAndIsEnrichedAsItIs() {
    run.see(edited(BOTH, EDITED));

    assertThat(run.see(deletion())).containsExactly("arrest DELETED", "strike DELETED");
    assertThat(run.incidents)
        .allSatisfy(r -> assertThat(r.value().getEditedAt()).isEqualTo(EDITED));
    assertThat(run.enriched.getPost().getDeletedAt()).isNotNull();
    assertThat(run.enriched.getTopics()).isEmpty();
    assertThat(run.see(deletion())).isEmpty();
  }

  @Test
  void theDeletionOfAPostThatIsNotKnownTakesNothingBack() {
    assertThat(run.see(deletion())).isEmpty();
    assertThat(run.enriched.getPost().getDeletedAt()).isNotNull();
    run.see(Posts.post(NEITHER));
    assertThat(run.see(deletion())).isEmpty();
  }

  @Test
  void anArticleThatStillShowsTheOldTextCountsForWhatTheNewestVersionReports() {
    run.see(Posts.post(BOTH));
    run.see(edited(STRIKE, EDITED));

    assertThat(run.see(inAnotherArticle(BOTH))).containsExactly("strike");
    assertThat(run.incidents.get(0).value().getEditedAt()).isNull();
    assertThat(run.incidents.get(0).value().getArticle().getKey()).endsWith("/b");
  }

  @Test
  void anEditThatReportsNothingSpeaksForOldTextsThatAreReadLater() {
    assertThat(run.see(edited(NEITHER, EDITED))).isEmpty();

    assertThat(run.see(Posts.post(BOTH))).isEmpty();
    assertThat(run.see(edited(STRIKE, EDITED.plusSeconds(1)))).containsExactly("strike");
  }

  @Test
  void whatAnotherAccountEditsOrDeletesUnderTheSameKeyChangesNothing() {
    String address = "https://bsky.app/profile/did:plc:%s/post/3ljlp6vq2ls2x";
    run.see(at(address.formatted("ana"), Posts.post(BOTH)));

    assertThat(run.see(at(address.formatted("eve"), edited(NEITHER, EDITED)))).isEmpty();
    assertThat(run.see(at(address.formatted("eve"), deletion()))).isEmpty();
    assertThat(run.see(at(address.formatted("ana"), edited(STRIKE, EDITED))))
        .containsExactly("arrest EDITED", "strike");
    assertThat(run.see(at(address.formatted("eve"), deletion()))).isEmpty();
    assertThat(run.see(at(address.formatted("ana"), deletion()))).hasSize(1);
  }

  @Test
  void anAccountThatIsNotKnownAtFirstIsLearntFromALaterSighting() {
    run.see(at("https://bsky.app/profile/ana.example/post/3ljlp6vq2ls2x", Posts.post(BOTH)));
    run.see(at("https://bsky.app/profile/did:plc:ana/post/3ljlp6vq2ls2x", Posts.post(BOTH)));

    EmbeddedPost gone = at("https://bsky.app/profile/did:plc:eve/post/3ljlp6vq2ls2x", deletion());
    assertThat(run.see(gone)).isEmpty();
  }

  @Test
  void aDeletedPostThatIsSeenAgainIsNotCoded() {
    run.see(Posts.post(BOTH));
    run.see(deletion());

    assertThat(run.see(inAnotherArticle(BOTH))).isEmpty();
    assertThat(run.see(edited(BOTH, EDITED))).isEmpty();
    assertThat(run.enriched.getTopics()).isNotEmpty();
  }

  @Test
  void sightingsOfOneVersionThatDifferAreTakenBackTogether() {
    run.see(Posts.post(STRIKE));
    run.see(inAnotherArticle("Two men detained"));

    assertThat(run.see(deletion())).containsExactly("arrest DELETED", "strike DELETED");
  }

  @Test
  void aPostIsForgottenAfterAWhileAndRememberedAsLongAsItIsSeen() {
    run.see(Posts.post(BOTH));
    run.see(Posts.post(BOTH), READ.plus(Duration.ofDays(20)));

    assertThat(run.see(deletion(), READ.plus(Duration.ofDays(45)))).hasSize(2);
    assertThat(run.see(Posts.post(BOTH), READ.plus(Duration.ofDays(70)))).isEmpty();
    assertThat(run.see(Posts.post(BOTH), READ.plus(Duration.ofDays(110)))).hasSize(2);
  }

  @Test
  void aRecordFromTheFutureMakesNothingForgotten() {
    run.see(Posts.post(BOTH), Run.NOW);
    EmbeddedPost other = Posts.post(STRIKE);
    other.setPostKey("x:1764890000000000001");
    run.see(other, Run.NOW.plus(Duration.ofDays(4000)));

    assertThat(run.see(deletion(), Run.NOW)).hasSize(2);
  }

  @Test
  void recordsOfSeveralClocksAreReadInTheirOrder() {
    run.see(Posts.post(BOTH), READ);
    run.see(edited(STRIKE, EDITED), READ.minusSeconds(30));

    assertThat(run.see(deletion(), READ.minusSeconds(60))).containsExactly("strike DELETED");
  }

  @Test
  void whatIsKnownOutlivesARestart() {
    KeptPosts kept = new KeptPosts(REMEMBER);
    run.close();
    run = new Run(kept);
    run.see(Posts.post(BOTH));
    run.close();
    run = new Run(kept);

    assertThat(run.see(edited(STRIKE, EDITED))).containsExactly("arrest EDITED", "strike");
  }

  private static EmbeddedPost edited(String text, Instant at) {
    EmbeddedPost post = Posts.post(text);
    post.setEditedAt(at);
    return post;
  }

  private static EmbeddedPost inAnotherArticle(String text) {
    EmbeddedPost post = Posts.post(text);
    post.setArticle(Article.newBuilder().setKey("https://news.example/b").build());
    return post;
  }

  private static EmbeddedPost at(String address, EmbeddedPost post) {
    post.setUrl(address);
    return post;
  }

  private static EmbeddedPost deletion() {
    EmbeddedPost post = Posts.post("");
    post.setHandle(null);
    post.setDeletedAt(EDITED);
    return post;
  }

  /** The topology at work; what came of the last post is in its fields. */
  private static final class Run implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Annotator ANNOTATOR = Annotator.withDefaults();

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, EmbeddedPost> posts;
    private final TestOutputTopic<String, EnrichedPost> enrichedPosts;
    private final TestOutputTopic<String, Incident> coded;
    EnrichedPost enriched;
    List<TestRecord<String, Incident>> incidents;

    Run(WindowBytesStoreSupplier known) {
      driver =
          new TopologyTestDriver(
              EnrichTopology.build(ANNOTATOR, new IncidentCoder(), known, SERDES),
              new Properties(),
              NOW);
      posts =
          driver.createInputTopic(
              Topics.POSTS.name(), new StringSerializer(), SERDES.post().serializer());
      enrichedPosts =
          driver.createOutputTopic(
              Topics.ENRICHED_POSTS.name(),
              new StringDeserializer(),
              SERDES.enriched().deserializer());
      coded =
          driver.createOutputTopic(
              Topics.INCIDENTS.name(), new StringDeserializer(), SERDES.incident().deserializer());
    }

    List<String> see(EmbeddedPost post) {
      return see(post, READ);
    }

    /** Topics of the incidents that come of a post, with why they are taken back. */
    List<String> see(EmbeddedPost post, Instant at) {
      posts.pipeInput(post.getPostKey(), post, at);
      enriched = enrichedPosts.readValue();
      incidents = coded.readRecordsToList();
      return incidents.stream().map(record -> told(record.value())).toList();
    }

    private static String told(Incident incident) {
      Retraction why = incident.getRetraction();
      return why == null ? incident.getTopic() : incident.getTopic() + " " + why;
    }

    @Override
    public void close() {
      driver.close();
    }
  }
}
