// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.gazetteer;

import io.postwatch.bench.Corpus;
import io.postwatch.bench.Stopwatch;
import io.postwatch.bench.annotate.TweetTexts;
import io.postwatch.enrich.gazetteer.Gazetteer;
import io.postwatch.enrich.gazetteer.NameHash;
import io.postwatch.enrich.gazetteer.PlaceKind;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;

/** Prints what is in the gazetteer, how large it is, and how fast it is loaded and looked up. */
final class GazetteerReport {
  private static final int ROUNDS = 9;
  private static final double MB = 1e6;

  private GazetteerReport() {}

  public static void main(String[] args) throws Exception {
    Corpus corpus = Corpus.of(args);
    size();
    long before = heap();
    Gazetteer gazetteer = Gazetteer.load();
    print("heap kept: %.1f MB", (heap() - before) / MB);
    contents(gazetteer);
    loading();
    lookUps(gazetteer, corpus);
  }

  private static void size() throws IOException {
    try (InputStream file = Gazetteer.class.getResourceAsStream("gazetteer.bin")) {
      byte[] bytes = file.readAllBytes();
      LongAdder packed = new LongAdder();
      try (OutputStream out = new DeflaterOutputStream(counting(packed))) {
        out.write(bytes);
      }
      print("file: %.1f MB, %.1f MB in a jar", bytes.length / MB, packed.sum() / MB);
    }
  }

  private static OutputStream counting(LongAdder bytes) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        bytes.increment();
      }

      @Override
      public void write(byte[] b, int from, int length) {
        bytes.add(length);
      }
    };
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void contents(Gazetteer gazetteer) {
    int meanings = IntStream.range(0, gazetteer.names()).map(gazetteer::meanings).sum();
    print(
        "%,d places, %,d names, %,d meanings; %,d names of several places, %,d common words,"
            + " %,d first names",
        gazetteer.size(),
        gazetteer.names(),
        meanings,
        names(gazetteer, name -> gazetteer.meanings(name) > 1),
        names(gazetteer, name -> gazetteer.is(name, Gazetteer.COMMON_WORD)),
        names(gazetteer, name -> gazetteer.is(name, Gazetteer.PERSON)));
    for (PlaceKind kind : PlaceKind.values()) {
      int[] places =
          IntStream.range(0, gazetteer.size()).filter(id -> gazetteer.kind(id) == kind).toArray();
      long withId =
          IntStream.of(places).filter(id -> gazetteer.place(id).geonameId() != null).count();
      print("  %s: %,d, with a GeoNames id %,d", kind, places.length, withId);
    }
  }

  private static long names(Gazetteer gazetteer, IntPredicate which) {
    return IntStream.range(0, gazetteer.names()).filter(which).count();
  }

  private static void loading() throws Exception {
    double[] seconds = Stopwatch.seconds(ROUNDS, List.of(Gazetteer::load));
    print("loaded in %.2f s (median of %d loads in one process)", seconds[0], ROUNDS);
  }

  private static void lookUps(Gazetteer gazetteer, Corpus corpus) throws Exception {
    List<List<Token>> posts = new ArrayList<>();
    TweetTexts.of(corpus, "btc-nh-dev").forEach(text -> posts.add(Tokenizer.tokenize(text)));
    LongAdder looked = new LongAdder();
    LongAdder found = new LongAdder();
    posts.forEach(post -> looked.add(lookUps(gazetteer, post, found)));
    double seconds =
        Stopwatch.cpuSeconds(
            ROUNDS, List.of(() -> posts.forEach(post -> lookUps(gazetteer, post, found))))[0];
    print("%,.0f look-ups a CPU-second", looked.sum() / seconds);
  }

  /** Looks every name up that may begin at every word; says how often it looked, adds what is. */
  private static int lookUps(Gazetteer gazetteer, List<Token> words, LongAdder found) {
    int lookUps = 0;
    for (int from = 0; from < words.size(); from++) {
      long state = NameHash.START;
      for (int at = from; at < words.size() && at - from < Gazetteer.LONGEST; at++) {
        state = NameHash.word(at > from ? NameHash.border(state) : state, words.get(at).norm());
        lookUps++;
        found.add(gazetteer.name(state) < 0 ? 0 : 1);
        if (!gazetteer.mayGoOn(state)) {
          break;
        }
      }
    }
    return lookUps;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
