// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the bytes of a page into characters, and refuses what is no text. */
public final class ContentDecoder {
  /** The most bytes that are read as one document; the largest article pages have a few million. */
  public static final int MAX_BYTES = 16 << 20;

  /** Where a charset declaration must begin by the HTML standard: 1024 bytes, with some mercy. */
  private static final int PROLOGUE = 4096;

  /** As in git: a NUL this near the beginning means that the content is no text. */
  private static final int PROBE = 8192;

  private static final Pattern DECLARED =
      Pattern.compile(
          "charset\\s{0,9}=\\s{0,9}[\"']?([a-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);

  /** Charsets of one byte a letter, and UTF-8; the others have ASCII's signs in two widths. */
  private static final Pattern KEEPS_ASCII =
      Pattern.compile("UTF-8|US-ASCII|ISO-8859-|windows-125|KOI8-");

  /** What a decoder puts in the place of bytes that it cannot read. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private ContentDecoder() {}

  /** As {@link #decode(byte[], Optional)}, where no server declared anything. */
  public static String decode(byte[] bytes) throws UnreadableContentException {
    return decode(bytes, Optional.empty());
  }

  /**
   * Decodes by the byte order mark, else as UTF-8 where the bytes are valid UTF-8, else by the
   * charset that the server or the page declares, else as UTF-8 with some bytes damaged, unless
   * that is plainly untrue, else as windows-1252, the web's fallback.
   *
   * @param served name of the charset that the server declared, which goes before the page's own
   * @throws UnreadableContentException where the bytes are too many or no text
   */
  public static String decode(byte[] bytes, Optional<String> served)
      throws UnreadableContentException {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableContentException(
          bytes.length + " bytes, expected HTML or text of at most " + MAX_BYTES);
    }
    Optional<String> marked = byOrderMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<String> signature = BinarySignature.of(bytes);
    if (signature.isPresent()) {
      throw new UnreadableContentException(
          "binary content (%s), expected HTML or text".formatted(signature.get()));
    }
    if (!hasEarlyNul(bytes)) {
      return decodeUnmarked(bytes, served);
    }
    return new String(
        bytes,
        unmarkedUtf16(bytes)
            .orElseThrow(
                () ->
                    new UnreadableContentException(
                        "binary content (NUL bytes), expected HTML or text")));
  }

  /**
   * True where ASCII's bytes surely stand for themselves and no others do, so that ASCII words can
   * be looked for before decoding; false also for what {@link #decode} would refuse.
   */
  public static boolean keepsAscii(byte[] bytes, Optional<String> served) {
    boolean text =
        bytes.length <= MAX_BYTES
            && BinarySignature.of(bytes).isEmpty()
            && !hasEarlyNul(bytes)
            && !isMarkedUtf16(bytes);
    return text
        && served
            .map(name -> name.toLowerCase(Locale.ROOT))
            .flatMap(ContentDecoder::charset)
            .or(() -> declaredCharset(bytes))
            .map(charset -> KEEPS_ASCII.matcher(charset.name()).lookingAt())
            .orElse(true);
  }

  private static boolean isMarkedUtf16(byte[] b) {
    return b.length >= 2
        && (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE
            || b[0] == (byte) 0xFE && b[1] == (byte) 0xFF);
  }

  private static Optional<String> byOrderMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8));
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE));
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  /** Markup in UTF-16 is NUL in every other byte, always on the same side. */
  private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
    int probe = Math.min(bytes.length, PROBE) & ~1;
    int[] nuls = new int[2];
    for (int i = 0; i < probe; i++) {
      nuls[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int most = probe * 2 / 5;
    if (probe >= 16 && nuls[1] > most && nuls[0] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (probe >= 16 && nuls[0] > most && nuls[1] == 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  /** By a search of the runtime's that looks at many bytes at once. */
  private static boolean hasEarlyNul(byte[] bytes) {
    int length = Math.min(bytes.length, PROBE);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
  }

  private static String decodeUnmarked(byte[] bytes, Optional<String> served) {
    Optional<Charset> declared =
        served
            .map(name -> name.toLowerCase(Locale.ROOT))
            .flatMap(ContentDecoder::charset)
            .or(() -> declaredCharset(bytes));
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    if (utf8.indexOf(REPLACEMENT) < 0 || isUtf8(bytes)) {
      // Seven-bit charsets such as ISO-2022-JP are valid UTF-8 too: only the declaration tells.
      boolean ascii = utf8.length() == bytes.length;
      return ascii && declared.isPresent() && !isAsciiAsWell(declared.get())
          ? new String(bytes, declared.get())
          : utf8;
    }
    Charset charset = declared.orElse(StandardCharsets.UTF_8);
    return charset.equals(StandardCharsets.UTF_8)
        ? nearlyUtf8(bytes, utf8)
        : new String(bytes, charset);
  }

  /**
   * A text that is cut or patched has a few bad bytes in good UTF-8; one that is no UTF-8 at all,
   * whatever it declares, has hardly a letter beyond ASCII that came through.
   */
  private static String nearlyUtf8(byte[] bytes, String text) {
    long damaged = text.chars().filter(c -> c == REPLACEMENT).count();
    long sound = text.chars().filter(c -> c > 0x7F && c != REPLACEMENT).count();
    return damaged > sound ? new String(bytes, WINDOWS_1252) : text;
  }

  private static boolean isAsciiAsWell(Charset charset) {
    return KEEPS_ASCII.matcher(charset.name()).lookingAt();
  }

  /** For bytes of which some were replaced, or stand for the replacement itself. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Optional<Charset> declaredCharset(byte[] bytes) {
    String prologue =
        new String(bytes, 0, Math.min(bytes.length, PROLOGUE), StandardCharsets.ISO_8859_1);
    // By the sign first, of which there are few: the pattern alone takes longer than all the rest.
    for (int sign = prologue.indexOf('='); sign >= 0; sign = prologue.indexOf('=', sign + 1)) {
      Matcher matcher =
          DECLARED.matcher(prologue).region(wordBefore(prologue, sign), prologue.length());
      if (matcher.lookingAt()) {
        return charset(matcher.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static int wordBefore(String text, int index) {
    int end = index;
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return Math.max(0, end - "charset".length());
  }

  private static Optional<Charset> charset(String name) {
    // The web's rule: pages that say Latin-1 or ASCII mean windows-1252.
    if (name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii")) {
      return Optional.of(WINDOWS_1252);
    }
    // A declaration that could be read at all is in no charset of two bytes a letter.
    if (name.startsWith("utf-16") || name.startsWith("utf-32")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
