// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.serve;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Posts as X's stream sends them, of which every second reports something somewhere: a few topics
 * and places most of the time, as it is.
 */
final class InventedPosts {
  /** X's epoch, from which the time in its ids counts, in epoch milliseconds. */
  private static final long X_EPOCH = 1_288_834_974_657L;

  private static final int TIME_SHIFT = 22;
  private static final int AUTHORS = 20_000;

  static final List<String> TOPICS =
      List.of("protest", "disaster-natural", "strike", "explosion", "arrest", "casualties");

  static final List<String> PLACES = List.of("KZ", "KE", "CL", "LB", "BD", "EC");

  private static final List<String> NEWS =
      List.of(
          "Hundreds of protesters are marching in %s right now #protest",
          "The flood has reached the centre of %s, people wait on the roofs #flood",
          "Teachers went on strike in %s this morning",
          "A loud explosion was heard in %s, windows are broken",
          "Police arrested 12 journalists in %s",
          "At least 5 people were killed and 20 injured in %s");

  private static final List<String> TOWNS =
      List.of(
          "Almaty",
          "Nairobi",
          "Santiago",
          "Beirut",
          "Dhaka",
          "Quito",
          "Astana",
          "Mombasa",
          "Valparaiso",
          "Tripoli",
          "Chittagong",
          "Guayaquil",
          "Shymkent",
          "Kisumu",
          "Arica");

  private static final List<String> CHATTER =
      List.of(
          "What a wonderful morning, coffee first",
          "New episode is out, link in my profile",
          "Who else is watching the game tonight?",
          "My cat has opinions about the new sofa");

  private final SplittableRandom random = new SplittableRandom(7);
  private long number;

  /** One line of the stream: a post that is written at this moment. */
  String next(long nowMillis) {
    number++;
    long id = nowMillis - X_EPOCH << TIME_SHIFT | number & (1 << TIME_SHIFT) - 1;
    int author = skewed(AUTHORS);
    return """
        {"data":{"id":"%d","author_id":"%d","text":"%s"},"includes":{"users":[{"id":"%d",        "username":"reporter%d","name":"Reporter %d"}]}}
        """
        .formatted(id, author, text(), author, author, author);
  }

  private String text() {
    if (number % 2 == 0) {
      return CHATTER.get(random.nextInt(CHATTER.size())) + " " + number;
    }
    return NEWS.get(skewed(NEWS.size())).formatted(TOWNS.get(skewed(TOWNS.size()))) + ", " + number;
  }

  /** From 0, the lower the likelier. */
  private int skewed(int bound) {
    double one = random.nextDouble();
    return (int) (bound * one * one);
  }
}
