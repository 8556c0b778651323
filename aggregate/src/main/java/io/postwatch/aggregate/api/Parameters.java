// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.postwatch.aggregate.query.Page;
import io.postwatch.runtime.http.HttpProblem;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a request asks for. Each parameter that is read is noted with what it came to, whether it
 * was given, taken from the cursor or left open: {@link #address} is the same question with nothing
 * left open.
 */
public final class Parameters {
  /** Pages are this long unless the request says otherwise. */
  static final int USUAL_LIMIT = 100;

  static final int MOST_LIMIT = 1_000;

  /** The key of a post, or what is searched for, may be as long; a topic's id has at most 256. */
  private static final int LONGEST = 512;

  private static final int MOST_TIMES = 100;

  /** Of one parameter, all its values together: they must go into a cursor, and that into a URL. */
  private static final int MOST_BYTES = 6_000;

  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final String TIME = "a time from 1970 on such as 2026-04-16T20:15:00Z";
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Endpoint<?> endpoint;
  private final Map<String, List<String>> given;
  private final Optional<Cursor> cursor;
  private final SortedMap<String, List<String>> resolved = new TreeMap<>();

  /**
   * @param given names with all their values
   * @throws HttpProblem 400 when one is unknown, or is there more often than the endpoint takes it
   */
  Parameters(Map<String, List<String>> given, Endpoint<?> endpoint) {
    this.endpoint = endpoint;
    this.given = given;
    for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
      check(parameter.getKey(), parameter.getValue().size(), endpoint);
    }
    this.cursor = Optional.ofNullable(given.get(CURSOR)).map(one -> Cursor.parse(one.get(0)));
  }

  private static void check(String name, int times, Endpoint<?> endpoint) {
    if (endpoint.repeatable().contains(name)) {
      if (times > MOST_TIMES) {
        throw problem(name, "expected at most " + MOST_TIMES + " of it, found " + times);
      }
    } else if (!endpoint.single().contains(name)) {
      TreeSet<String> known = new TreeSet<>(endpoint.single());
      known.addAll(endpoint.repeatable());
      throw new HttpProblem(
          400,
          "Unknown parameter %s; %s takes %s."
              .formatted(
                  quoted(name),
                  endpoint.path(),
                  known.isEmpty() ? "none" : String.join(", ", known)));
    } else if (times > 1) {
      throw problem(name, "expected it once, found " + times);
    }
  }

  /** The complaint about a parameter. */
  public static HttpProblem problem(String name, String expected) {
    return new HttpProblem(400, name + ": " + expected + ".");
  }

  /** The complaint about a parameter's value. */
  public static HttpProblem problem(String name, String expected, String got) {
    return problem(name, expected + ", got " + quoted(got));
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return "'" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "'";
  }

  /** A text; empty where it is not given. */
  public Optional<String> text(String name) {
    List<String> values = values(name);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    note(name, List.of(bounded(name, values.get(0))));
    return Optional.of(values.get(0));
  }

  /** All values of a parameter, each once and none of them empty. */
  public List<String> texts(String name) {
    List<String> values = values(name).stream().sorted().distinct().toList();
    for (String value : values) {
      if (bounded(name, value).isBlank()) {
        throw problem(name, "expected a value, got none");
      }
    }
    int bytes = values.stream().mapToInt(text -> text.getBytes(UTF_8).length).sum();
    if (bytes > MOST_BYTES) {
      throw problem(name, "expected at most " + MOST_BYTES + " bytes in all, found " + bytes);
    }
    note(name, values);
    return values;
  }

  /**
   * A value read by a function of its own.
   *
   * @param parse throws IllegalArgumentException for what it does not take
   * @param write how it is written so that {@code parse} reads the same
   * @param expected what the complaint says was expected
   */
  public <T> T value(
      String name,
      Supplier<T> otherwise,
      Function<String, T> parse,
      Function<T, String> write,
      String expected) {
    List<String> values = values(name);
    T value = values.isEmpty() ? otherwise.get() : read(name, values.get(0), parse, expected);
    note(name, List.of(write.apply(value)));
    return value;
  }

  private static <T> T read(String name, String text, Function<String, T> parse, String expected) {
    try {
      return parse.apply(bounded(name, text));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw problem(name, "expected " + expected, text);
    }
  }

  /** The same, where nothing takes its place when it is not given. */
  public <T> Optional<T> value(
      String name, Function<String, T> parse, Function<T, String> write, String expected) {
    return values(name).isEmpty()
        ? Optional.empty()
        : Optional.of(value(name, () -> null, parse, write, expected));
  }

  /** A time as ISO 8601 writes it. */
  public Instant time(String name, Supplier<Instant> otherwise) {
    return value(name, otherwise, Parameters::instant, Instant::toString, TIME);
  }

  /** The same; empty where it is not given. */
  public Optional<Instant> time(String name) {
    return value(name, Parameters::instant, Instant::toString, TIME);
  }

  private static Instant instant(String text) {
    Instant time = Instant.parse(text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException();
    }
    return time;
  }

  /** One of the constants of an enumeration, in any case. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return value(name, text -> constant(type, text), Enum::name, oneOf(type));
  }

  /** The same with one that takes its place when it is not given. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    return value(name, () -> otherwise, text -> constant(type, text), Enum::name, oneOf(type));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private static <E extends Enum<E>> String oneOf(Class<E> type) {
    return "one of "
        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** A whole number. */
  public int number(String name, int otherwise, int least, int most) {
    return value(
        name,
        () -> otherwise,
        text -> number(text, least, most),
        number -> Integer.toString(number),
        "a whole number from " + least + " to " + most);
  }

  private static int number(String text, int least, int most) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  /** How many items a page has at most. */
  public int limit() {
    return number(LIMIT, USUAL_LIMIT, 1, MOST_LIMIT);
  }

  /**
   * Where the page begins, as the question that gave the page before it wrote it; empty for the
   * first page.
   *
   * @param parse throws IllegalArgumentException for what is no position
   */
  public <T> Optional<T> position(Function<List<String>, T> parse) {
    try {
      return cursor.map(before -> parse.apply(before.position()));
    } catch (IllegalArgumentException e) {
      throw Cursor.wrong();
    }
  }

  /** The page of a list that is sorted as a whole. */
  public Page.Cut cut() {
    int from =
        position(words -> number(words.size() == 1 ? words.get(0) : "", 0, 1 << 30)).orElse(0);
    return new Page.Cut(from, limit());
  }

  /**
   * The cursor of the next page.
   *
   * @param position see {@link Page#next}
   */
  String next(List<String> position) {
    return new Cursor(asked(), position).text();
  }

  /**
   * Path and parameters of the same question with nothing left open.
   *
   * @throws HttpProblem 400 when the cursor is that of another question
   */
  String address() {
    if (cursor.isPresent() && !cursor.get().asked().equals(asked())) {
      throw Cursor.wrong();
    }
    SortedMap<String, List<String>> all = new TreeMap<>(resolved);
    String path = endpoint.path();
    for (String name : endpoint.inPath()) {
      path = path.replace("{" + name + "}", encoded(all.remove(name).get(0)));
    }
    if (cursor.isPresent()) {
      // Which holds everything else, and the URL shall not hold it twice.
      all.keySet().retainAll(Set.of(LIMIT));
      all.put(CURSOR, List.of(cursor.get().text()));
    }
    return all.isEmpty() ? path : path + "?" + query(all);
  }

  private static String query(SortedMap<String, List<String>> all) {
    return all.entrySet().stream()
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(value -> parameter.getKey() + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  private Map<String, List<String>> asked() {
    SortedMap<String, List<String>> asked = new TreeMap<>(resolved);
    asked.remove(LIMIT);
    return asked;
  }

  /** Whether the request says it, or the one that gave the cursor came to it. */
  boolean isGiven(String name) {
    return !values(name).isEmpty();
  }

  private List<String> values(String name) {
    List<String> values = given.get(name);
    return values != null
        ? values
        : cursor.map(before -> before.asked().get(name)).orElse(List.of());
  }

  private void note(String name, List<String> values) {
    if (!values.isEmpty()) {
      resolved.put(name, values);
    }
  }

  private static String bounded(String name, String value) {
    if (value.length() > LONGEST) {
      throw problem(name, "expected at most " + LONGEST + " characters, found " + value.length());
    }
    return value;
  }
}
