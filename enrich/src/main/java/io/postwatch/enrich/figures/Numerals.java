// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.figures;

import io.postwatch.enrich.tokens.NumberWords;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import io.postwatch.enrich.tokens.Token.Border;
import io.postwatch.enrich.tokens.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads numbers in digits and in English words. */
final class Numerals {
  /** Words beside those of {@link NumberWords} that multiply. */
  private static final Map<String, Integer> FACTORS =
      Map.ofEntries(
          Map.entry("dozen", 12),
          Map.entry("hundreds", 100),
          Map.entry("thousands", 1000),
          Map.entry("millions", 1_000_000),
          Map.entry("mln", 1_000_000),
          Map.entry("mn", 1_000_000),
          Map.entry("lk", 100_000),
          Map.entry("lac", 100_000),
          Map.entry("lacs", 100_000),
          Map.entry("lakh", 100_000),
          Map.entry("lakhs", 100_000),
          Map.entry("crore", 10_000_000),
          Map.entry("crores", 10_000_000));

  /** More than there are people: no figure. */
  private static final long MOST = 100_000_000_000L;

  private static final Set<String> SEVERAL = Set.of("several", "many", "few");

  /** What follows a number of millions, not of metres. */
  private static final Set<String> PEOPLE =
      Set.of("people", "ppl", "residents", "civilians", "children", "displaced", "evacuated");

  private static final Set<String> DE = Set.of("de", "d");
  private static final Map<String, Integer> FRACTIONS = Map.of("half", 2, "quarter", 4);

  private final PostText post;
  private final List<Token> tokens;
  private final LanguageWords languages;

  Numerals(PostText post, LanguageWords languages) {
    this.post = post;
    this.languages = languages;
    this.tokens = post.tokens();
  }

  /** The number that begins at a token, without modifiers. */
  Optional<Quantity> at(int at) {
    Token token = tokens.get(at);
    if (token.inHashtag() && !isCountInHashtag(at)) {
      return Optional.empty();
    }
    if (token.kind() == Kind.NUMBER) {
      return digits(at);
    }
    if (!token.isWord()) {
      return Optional.empty();
    }
    return begins(token.norm()) ? words(at) : inAnotherLanguage(at);
  }

  private Optional<Quantity> inAnotherLanguage(int at) {
    Integer number = languages.number(word(at));
    if (number != null) {
      return Optional.of(Quantity.exact(at, at + 1, number));
    }
    Integer many = languages.many(word(at));
    if (many == null) {
      return Optional.empty();
    }
    boolean latin = word(at).charAt(0) < 'а';
    return latin && !DE.contains(word(at + 1))
        ? Optional.empty()
        : Optional.of(Quantity.atLeast(at, at + 1, many));
  }

  /** "#12dead", but not "#Top10". */
  private boolean isCountInHashtag(int at) {
    int hashtag = tokens.get(at).hashtag();
    return tokens.get(at).kind() == Kind.NUMBER
        && (at == 0 || tokens.get(at - 1).hashtag() != hashtag)
        && at + 1 < tokens.size()
        && tokens.get(at + 1).hashtag() == hashtag;
  }

  /** Whether a number may begin with a word. */
  private static boolean begins(String word) {
    return NumberWords.contains(word)
        || word.equals("a")
        || word.equals("tens")
        || word.equals("lakhs")
        || SEVERAL.contains(word)
        || FRACTIONS.containsKey(word);
  }

  private Optional<Quantity> words(int at) {
    return plural(at).or(() -> fraction(at)).or(() -> sum(at));
  }

  private Optional<Quantity> digits(int at) {
    String raw = post.words(at, at + 1);
    long plural = Digits.plural(raw);
    if (plural > 0) {
      return Optional.of(times(at, at + 1, plural));
    }
    OptionalDouble value = millions(at, raw);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Integer factor = factorAt(at + 1);
    if (factor == null && at + 1 < tokens.size() && joined(at + 1)) {
      factor = languages.factor(word(at + 1));
    }
    if (factor != null) {
      return Optional.of(Quantity.exact(at, at + 2, Math.round(value.getAsDouble() * factor)));
    }
    long whole = Math.round(value.getAsDouble());
    if (whole != value.getAsDouble()) {
      return Optional.empty();
    }
    return Optional.of(
        isGroup(at + 1) && raw.length() <= 3 && whole > 0
            ? Quantity.exact(at, at + 2, whole * 1000 + Long.parseLong(post.words(at + 1, at + 2)))
            : Quantity.exact(at, at + 1, whole));
  }

  /** In "1.1m people" m is a million, elsewhere metres. */
  private OptionalDouble millions(int at, String raw) {
    boolean million = raw.endsWith("m") && PEOPLE.contains(word(at + 1)) && joined(at + 1);
    OptionalDouble value = Digits.read(million ? raw.substring(0, raw.length() - 1) : raw);
    return million && value.isPresent()
        ? OptionalDouble.of(value.getAsDouble() * 1_000_000)
        : value;
  }

  /** What the last word or letter of a number multiplies by; 1 for others. */
  long lastFactor(Quantity quantity) {
    int last = quantity.to() - 1;
    Integer factor = factor(tokens.get(last).norm());
    return factor == null ? Digits.factor(post.words(last, last + 1)) : factor;
  }

  /** Thousands after a space, as in 843 000. */
  private boolean isGroup(int at) {
    return at < tokens.size()
        && tokens.get(at).kind() == Kind.NUMBER
        && tokens.get(at).border() == Border.SPACE
        && tokens.get(at).at() == tokens.get(at - 1).until() + 1
        && Digits.isGroup(post.words(at, at + 1));
  }

  private Integer factorAt(int at) {
    return at < tokens.size() && joined(at) ? factor(tokens.get(at).norm()) : null;
  }

  private static Integer factor(String word) {
    Integer factor = NumberWords.factor(word);
    return factor == null ? FACTORS.get(word) : factor;
  }

  /** Dozens; several thousand; a few hundred; tens of thousands; hundreds of thousands. */
  private Optional<Quantity> plural(int from) {
    int at = from;
    if (word(at).equals("a") && word(at + 1).equals("few") && joined(at + 1)) {
      at++;
    }
    if (word(at).equals("a") && word(at + 1).equals("couple") && word(at + 2).equals("of")) {
      return Optional.of(Quantity.exact(from, at + 2, 2));
    }
    if (SEVERAL.contains(word(at))) {
      Integer factor = factorAt(at + 1);
      return factor == null
          ? Optional.empty()
          : Optional.of(Quantity.atLeast(from, at + 2, factor));
    }
    Integer least = least(word(at));
    if (least == null) {
      return Optional.empty();
    }
    boolean of = word(at + 1).equals("of") && joined(at + 1);
    return word(at).equals("tens") && !of
        ? Optional.empty()
        : Optional.of(times(from, at + 1, least));
  }

  /** Tens of thousands, 10s of thousands. */
  private Quantity times(int from, int to, long least) {
    Integer times = word(to).equals("of") && joined(to) ? leastAt(to + 1) : null;
    return times == null
        ? Quantity.atLeast(from, to, least)
        : Quantity.atLeast(from, to + 2, least * times);
  }

  private Integer leastAt(int at) {
    return at < tokens.size() && joined(at) ? least(tokens.get(at).norm()) : null;
  }

  private static Integer least(String word) {
    return switch (word) {
      case "tens" -> 10;
      case "lakhs" -> 100_000;
      default -> NumberWords.plural(word);
    };
  }

  /** Half a million; a quarter of a million; half a dozen. */
  private Optional<Quantity> fraction(int from) {
    int at = word(from).equals("a") ? from + 1 : from;
    Integer parts = FRACTIONS.get(word(at));
    if (parts == null || (at > from && !joined(at))) {
      return Optional.empty();
    }
    int next = at + 1;
    while (next < tokens.size() && joined(next) && Set.of("of", "a").contains(word(next))) {
      next++;
    }
    Integer factor = factorAt(next);
    return factor == null || next > at + 3
        ? Optional.empty()
        : Optional.of(Quantity.exact(from, next + 1, factor / parts));
  }

  /** Twenty-two; two hundred and ten; a dozen; a hundred thousand. */
  private Optional<Quantity> sum(int from) {
    long total = 0;
    long part = 0;
    boolean any = false;
    int at = word(from).equals("a") ? from + 1 : from;
    if (at > from && factorAt(at) == null) {
      return Optional.empty();
    }
    while (at < tokens.size() && (at == from || joined(at)) && total + part < MOST) {
      Integer addend = NumberWords.addend(word(at));
      Integer factor = factor(word(at));
      if (addend != null && fits(part, addend)) {
        part += addend;
      } else if (factor != null) {
        part = Math.max(1, part) * factor;
        total += factor >= 1000 ? part : 0;
        part = factor >= 1000 ? 0 : part;
      } else if (!(word(at).equals("and") && any && part % 100 == 0 && isAddend(at + 1))) {
        break;
      }
      any |= addend != null || factor != null;
      at++;
    }
    return any && total + part < MOST
        ? Optional.of(Quantity.exact(from, at, total + part))
        : Optional.empty();
  }

  /** Twenty and two make a number, two and twenty do not. */
  private static boolean fits(long part, int addend) {
    return part % 100 == 0 || (part % 10 == 0 && addend < 10 && part % 100 > 10);
  }

  private boolean isAddend(int at) {
    return NumberWords.addend(word(at)) != null;
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.get(at).norm() : "";
  }

  private boolean joined(int at) {
    return tokens.get(at).isJoined();
  }
}
