// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import io.postwatch.enrich.names.Piece.Kind;
import io.postwatch.enrich.tokens.PostText;
import io.postwatch.enrich.tokens.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a post into what the tagger reads: the words of {@link PostText}, hashtags in one, and the
 * marks between them, which other readers pass over.
 */
public final class Pieces {
  /** Twice the tokens that are read of a post. */
  private static final int MOST = 40_000;

  private final String text;
  private final List<Piece> pieces;
  private int at;
  private int point;
  private boolean spaced = true;

  private Pieces(String text, int tokens) {
    this.text = text;
    this.pieces = new ArrayList<>(tokens + tokens / 2 + 4);
  }

  /** The pieces of a post, in order. */
  public static List<Piece> of(PostText post) {
    List<Token> tokens = post.tokens();
    Pieces pieces = new Pieces(post.text(), tokens.size());
    for (int i = 0; i < tokens.size() && pieces.pieces.size() < MOST; ) {
      int to = hashtagEnd(tokens, i);
      pieces.marksUpTo(tokens.get(i).at());
      pieces.token(tokens.get(i), tokens.get(to - 1));
      i = to;
    }
    pieces.marksUpTo(post.text().length());
    return pieces.pieces;
  }

  /** One past the last token of the hashtag that begins here; the next token outside of one. */
  private static int hashtagEnd(List<Token> tokens, int from) {
    int hashtag = tokens.get(from).hashtag();
    int to = from + 1;
    while (hashtag >= 0 && to < tokens.size() && tokens.get(to).hashtag() == hashtag) {
      to++;
    }
    return to;
  }

  private void token(Token first, Token last) {
    Piece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    Kind kind = kind(first);
    int start = first.start();
    at = first.at();
    if (kind == Kind.HASHTAG && isHash(before)) {
      spaced = before.spaced();
      pieces.remove(pieces.size() - 1);
    } else if (kind == Kind.WORD && !spaced && isApostrophe(before) && isClitic(first)) {
      kind = Kind.CLITIC;
      start = before.start();
      at = before.at();
      spaced = before.spaced();
      pieces.remove(pieces.size() - 1);
    }
    pieces.add(new Piece(kind, at, last.until(), start, last.end(), spaced));
    at = last.until();
    point = last.end();
    spaced = false;
  }

  private static Kind kind(Token token) {
    if (token.inHashtag()) {
      return Kind.HASHTAG;
    }
    return switch (token.kind()) {
      case WORD -> Kind.WORD;
      case NUMBER -> Kind.NUMBER;
      case HANDLE -> Kind.HANDLE;
      case LINK -> Kind.LINK;
    };
  }

  private boolean isHash(Piece piece) {
    return piece != null
        && piece.kind() == Kind.MARK
        && (text.charAt(piece.at()) == '#' || text.charAt(piece.at()) == '＃');
  }

  private boolean isApostrophe(Piece piece) {
    return piece != null
        && piece.kind() == Kind.MARK
        && piece.until() == piece.at() + 1
        && (text.charAt(piece.at()) == '\'' || text.charAt(piece.at()) == '’');
  }

  private static boolean isClitic(Token token) {
    return switch (token.norm()) {
      case "s", "m", "d", "t", "re", "ve", "ll" -> true;
      default -> false;
    };
  }

  private void marksUpTo(int end) {
    while (at < end && pieces.size() < MOST) {
      int c = text.codePointAt(at);
      int type = Character.getType(c);
      if (type == Character.FORMAT || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        spaced |= type != Character.FORMAT;
        at += Character.charCount(c);
        point++;
      } else {
        mark(c, end);
      }
    }
  }

  /** The same mark several times over is one; what letters there are belong to a possessive. */
  private void mark(int c, int end) {
    int from = at;
    int start = point;
    Kind kind = Kind.MARK;
    do {
      at += Character.charCount(c);
      point++;
    } while (at < end && text.codePointAt(at) == c);
    if (at < end && (text.charAt(at) == 's' || text.charAt(at) == 'S')) {
      at++;
      point++;
      kind = Kind.CLITIC;
    }
    pieces.add(new Piece(kind, from, at, start, point, spaced));
    spaced = false;
  }
}
