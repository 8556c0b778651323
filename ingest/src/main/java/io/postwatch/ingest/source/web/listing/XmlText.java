// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.listing;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The characters of an XML document. */
final class XmlText {
  /** Not allowed in XML 1.0, not even escaped, and met in feeds that are written by hand. */
  private static final Pattern ILLEGAL =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]++"
              + "|&#0{0,4}(?:[0-8]|1[124-9]|2[0-9]|3[01]);"
              + "|&#x0{0,4}(?:[0-8bcefBCEF]|1[0-9a-fA-F]);");

  private XmlText() {}

  /** Decodes by byte order mark, the header's charset, and the prolog, in the order of RFC 7303. */
  static String decode(byte[] body, Optional<String> contentType) {
    Optional<String> declared = contentType.filter(type -> type.contains("charset"));
    try (XmlReader reader = reader(new ByteArrayInputStream(body), declared)) {
      StringWriter text = new StringWriter(body.length);
      reader.transferTo(text);
      return ILLEGAL.matcher(text.toString()).replaceAll("");
    } catch (IOException | IllegalArgumentException e) {
      // The charset that it declares does not exist.
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Without a charset in the header ROME would take text/xml for ASCII, by an older rule. */
  private static XmlReader reader(InputStream body, Optional<String> declared) throws IOException {
    String otherwise = StandardCharsets.UTF_8.name();
    return declared.isPresent()
        ? new XmlReader(body, declared.get(), true, otherwise)
        : new XmlReader(body, true, otherwise);
  }
}
