// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.annotate;

import io.postwatch.bench.Corpus;
import io.postwatch.enrich.Annotations;
import io.postwatch.enrich.Annotator;
import io.postwatch.enrich.names.NameTagger;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.schema.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One post after another, in one thread, in the heap that the aim allows. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx300m")
@Threads(1)
public class AnnotateBenchmark {

  /** What all threads share, as they do in a stream thread pool. */
  @State(Scope.Benchmark)
  public static class Shared {
    /** A directory with {@code names/btc-nh-dev.conll}. */
    @Param("")
    public String corpus;

    List<String> texts;
    Annotator annotator;
    NameTagger names;

    @Setup
    public void load() throws IOException {
      texts = TweetTexts.of(new Corpus(Path.of(corpus)), "btc-nh-dev");
      annotator = Annotator.withDefaults();
      names = NameTagger.load();
    }
  }

  /** Which post is next. */
  @State(Scope.Thread)
  public static class Next {
    int next;

    String of(List<String> texts) {
      next = next + 1 < texts.size() ? next + 1 : 0;
      return texts.get(next);
    }
  }

  @Benchmark
  public PostText tokens(Shared shared, Next next) {
    return PostText.of(next.of(shared.texts));
  }

  @Benchmark
  public List<Entity> tokensAndNames(Shared shared, Next next) {
    return shared.names.tag(PostText.of(next.of(shared.texts)), 200);
  }

  @Benchmark
  public Annotations annotate(Shared shared, Next next) {
    return shared.annotator.annotate(next.of(shared.texts));
  }
}
