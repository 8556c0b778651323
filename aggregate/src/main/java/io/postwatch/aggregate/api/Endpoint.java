// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import io.postwatch.aggregate.query.Question;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of question that can be asked with GET. What else there is to ask is one more of these in
 * {@link QueryApi}'s list: parameters, errors, pages, caching and the other instances are seen to.
 *
 * @param path below {@code /api/v1}, such as {@code /top} or {@code /posts/{key}}
 * @param part what {@link Question#part} gives
 * @param single parameters that may be given once, those in the path included
 * @param repeatable parameters that may be given several times
 * @param reading what is asked, with all that was left open resolved
 */
public record Endpoint<P>(
    String path, Class<P> part, Set<String> single, Set<String> repeatable, Reading<P> reading) {

  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  /** Reads a question. */
  @FunctionalInterface
  public interface Reading<P> {
    /**
     * Reads every parameter by way of {@code parameters}, which notes what it came to: by that
     * other instances are asked the very same question, and the answer is found again.
     *
     * @throws io.postwatch.runtime.http.HttpProblem on a wrong value
     */
    Question<P> read(Parameters parameters, Horizon horizon);
  }

  public Endpoint {
    single = Set.copyOf(single);
    repeatable = Set.copyOf(repeatable);
  }

  /** Names of the parameters in the path. */
  List<String> inPath() {
    return IN_PATH.matcher(path).results().map(name -> name.group(1)).toList();
  }
}
