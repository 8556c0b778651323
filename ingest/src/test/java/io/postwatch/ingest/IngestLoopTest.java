// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.postwatch.ingest.source.Packed;
import io.postwatch.ingest.source.Sources;
import io.postwatch.ingest.source.warc.WarcFile;
import io.postwatch.ingest.source.web.PollSettings;
import io.postwatch.ingest.source.web.WebSources;
import io.postwatch.ingest.source.web.fetch.FetchSettings;
import io.postwatch.runtime.trace.TraceContext;
import io.postwatch.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestLoopTest {
  private static final int POSTS = 2_500;
  private static final long SEED = 4;

  @TempDir Path directory;

  /** Tells what was read, and what not. */
  private record Observer(Consumer<Tally> onProgress, List<String> unreadable)
      implements IngestObserver {
    @Override
    public void progress(Tally tally) {
      onProgress.accept(tally);
    }

    @Override
    public void unreadable(String name, String reason) {
      unreadable.add(name + ": " + reason);
    }
  }

  /** As a process that starts, reads, and ends. */
  private static List<String> run(
      MockProducer<byte[], byte[]> broker,
      Positions positions,
      Consumer<Tally> onProgress,
      InputStream in,
      String... inputs) {
    Observer observer = new Observer(onProgress, new ArrayList<>());
    PostSelection all = PostSelection.by(PostFilter.NONE);
    try (PostPublisher publisher = new PostPublisher(Published.KAFKA, broker, TraceContext.NONE);
        WebSources web = new WebSources(FetchSettings.DEFAULT, PollSettings.DEFAULT, true)) {
      new IngestLoop(all, publisher, positions, observer)
          .pass(Sources.of(List.of(inputs), in, web), () -> false);
    }
    return observer.unreadable();
  }

  private static List<String> run(Published broker, Positions positions, Path input) {
    return run(broker, positions, tally -> {}, InputStream.nullInputStream(), input.toString());
  }

  private static String line(int i) {
    return "{\"id_str\":\"%d\",\"text\":\"post %d\",\"user\":{\"screen_name\":\"ana\"}}\n"
        .formatted(1_897_000_000_000_000_000L + i, i);
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "post " + i).toList();
  }

  private Path lines(int count) throws IOException {
    String lines =
        IntStream.range(0, count).mapToObj(IngestLoopTest::line).collect(Collectors.joining());
    return Files.write(directory.resolve("posts.jsonl.gz"), Packed.gzip(lines));
  }

  private Path warc(int count) throws IOException {
    WarcFile file = WarcFile.packed();
    for (int i = 0; i < count; i++) {
      file.page(
          "https://a.example/" + i,
          ("<p>News.</p><blockquote class=\"twitter-tweet\"><p>post %d</p>&mdash; Ana (@ana) <a"
                  + " href=\"https://twitter.com/ana/status/%d\">March 4, 2025</a></blockquote>")
              .formatted(i, 1_897_000_000_000_000_000L + i));
    }
    return Files.write(directory.resolve("pages.warc.gz"), file.bytes());
  }

  @Test
  void postsArePublishedInTheTraceThatIngestWasStartedIn() throws Exception {
    TraceContext trace =
        new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "", "desk=a");
    Published broker = new Published();
    try (PostPublisher publisher = new PostPublisher(Published.KAFKA, broker, trace);
        WebSources web = new WebSources(FetchSettings.DEFAULT, PollSettings.DEFAULT, true)) {
      new IngestLoop(
              PostSelection.by(PostFilter.NONE),
              publisher,
              new Positions(),
              new Observer(tally -> {}, new ArrayList<>()))
          .pass(
              Sources.of(List.of(lines(3).toString()), InputStream.nullInputStream(), web),
              () -> false);
    }

    assertThat(broker.history().stream().filter(r -> r.topic().equals(Topics.POSTS.name())))
        .hasSize(3)
        .allMatch(record -> TraceContext.of(record.headers()).equals(trace));
  }

  @Test
  void killedInTheMiddleOfALargeFileItNeitherLosesNorRepeatsAPost() throws Exception {
    for (Path input : List.of(lines(POSTS), warc(POSTS))) {
      Random random = new Random(SEED);
      List<String> published = new ArrayList<>();
      Positions positions = new Positions();
      for (int kill = 0; kill < 4; kill++) {
        Published broker = new Published();
        AtomicLong left = new AtomicLong(300 + random.nextInt(500));
        assertThatThrownBy(
                () ->
                    run(
                        broker,
                        positions,
                        tally -> {
                          if (left.decrementAndGet() == 0) {
                            throw new IllegalStateException("killed");
                          }
                        },
                        InputStream.nullInputStream(),
                        input.toString()))
            .hasMessage("killed");
        published.addAll(broker.texts());
        broker.addTo(positions);
      }
      Published last = new Published();
      run(last, positions, input);
      published.addAll(last.texts());

      assertThat(published).containsExactlyElementsOf(texts(POSTS));
      assertThat(last.texts()).hasSizeLessThan(POSTS - 4 * 100);
    }
  }

  @Test
  void aFileThatWasReadIsPassedOverUntilItChanges() throws Exception {
    Path input = lines(3);
    Positions positions = new Positions();
    Published first = new Published();
    run(first, positions, input);
    Positions afterRestart = new Positions();
    first.addTo(afterRestart);

    Published again = new Published();
    run(again, afterRestart, input);
    assertThat(again.history()).isEmpty();

    lines(5);
    Published changed = new Published();
    run(changed, afterRestart, input);
    assertThat(changed.texts()).hasSize(5);
  }

  @Test
  void aBrokenLineIsOneDeadLetterWithItsPlaceAndStaysBehind() throws Exception {
    Path input =
        Files.writeString(directory.resolve("posts.jsonl"), line(0) + "{\"text\": bro\n" + line(1));
    Published broker = new Published();

    List<String> told = run(broker, new Positions(), input);

    assertThat(broker.texts()).containsExactly("post 0", "post 1");
    assertThat(broker.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                  .isEqualTo("{\"text\": bro");
              assertThat(Published.header(letter, "source")).isEqualTo(input.toString());
              assertThat(Published.header(letter, "place")).isEqualTo("line 2");
              assertThat(Published.header(letter, "error")).startsWith("expected JSON");
            });
    assertThat(told).singleElement().asString().startsWith(input + ", line 2: expected JSON");
    Positions afterRestart = new Positions();
    broker.addTo(afterRestart);
    Published again = new Published();
    run(again, afterRestart, input);
    assertThat(again.history()).isEmpty();
  }

  @Test
  void aFileThatIsCutOffIsToldAgainAfterARestartButWhatItHeldIsNotRepeated() throws Exception {
    byte[] whole = Packed.gzip(line(0) + "\n".repeat(100_000) + line(1));
    Path input =
        Files.write(
            directory.resolve("cut.jsonl.gz"),
            Packed.joined(Packed.gzip(line(0)), Arrays.copyOf(whole, 60)));
    Published broker = new Published();

    assertThat(run(broker, new Positions(), input))
        .singleElement()
        .asString()
        .contains("gzip that ends too early");
    assertThat(broker.texts()).isNotEmpty();

    Positions afterRestart = new Positions();
    broker.addTo(afterRestart);
    Published again = new Published();
    assertThat(run(again, afterRestart, input)).hasSize(1);
    assertThat(again.texts()).isEmpty();
    assertThat(again.deadLetters()).hasSize(1);
  }

  @Test
  void postsOfALiveStreamAreVisibleWhileItIsSilent() throws Exception {
    Published broker = new Published();
    PipedInputStream in = new PipedInputStream();
    Thread reader = new Thread(() -> run(broker, new Positions(), tally -> {}, in, "-"));
    try (PipedOutputStream out = new PipedOutputStream(in)) {
      reader.start();
      out.write(line(0).getBytes(StandardCharsets.UTF_8));
      out.flush();

      await().until(() -> broker.texts().size() == 1);
      assertThat(reader.isAlive()).isTrue();

      out.write(line(1).getBytes(StandardCharsets.UTF_8));
    }
    reader.join();
    assertThat(broker.texts()).containsExactly("post 0", "post 1");
  }

  @Test
  void aBrokerThatIsSlowIsWaitedForWithoutReadingAhead() throws Exception {
    CountDownLatch isAwake = new CountDownLatch(1);
    AtomicLong read = new AtomicLong();
    Published slow =
        new Published() {
          @Override
          public void flush() {
            try {
              isAwake.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            super.flush();
          }
        };
    Path input = lines(POSTS);
    Thread reader =
        new Thread(
            () ->
                run(
                    slow,
                    new Positions(),
                    tally -> read.set(tally.items()),
                    InputStream.nullInputStream(),
                    input.toString()));
    reader.start();

    await()
        .until(
            () ->
                reader.getState() == Thread.State.WAITING
                    || reader.getState() == Thread.State.BLOCKED);
    assertThat(read).hasValueLessThanOrEqualTo(500);
    assertThat(slow.history()).isEmpty();

    isAwake.countDown();
    reader.join();
    assertThat(slow.texts()).containsExactlyElementsOf(texts(POSTS));
  }
}
