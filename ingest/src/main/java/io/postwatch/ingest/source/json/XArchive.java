// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.postwatch.ingest.source.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts of which the archive consists that X gives an account of its own posts. */
final class XArchive {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\A\\s*+window\\.YTD\\.([a-z_]{1,40})\\.part\\d{1,4}\\s*+=");

  /** Of the many lists of an archive, those of posts. */
  private static final Set<String> POSTS = Set.of("tweet", "tweets", "community_tweet");

  private static final int MAX_ACCOUNT_BYTES = 64 << 10;

  private XArchive() {}

  /**
   * Whose archive it is.
   *
   * @param handle without @, or null
   * @param name display name, or null
   */
  record Owner(String handle, String name) {
    static final Owner UNKNOWN = new Owner(null, null);
  }

  static boolean isArchive(String head) {
    return ASSIGNMENT.matcher(head).find();
  }

  static boolean isOfPosts(String head) {
    Matcher assignment = ASSIGNMENT.matcher(head);
    return assignment.find() && POSTS.contains(assignment.group(1));
  }

  /** Reads account.js beside the file, where it lies in a current archive, or in older ones. */
  static Optional<Owner> owner(String file) {
    try {
      Path path = Path.of(file).toAbsolutePath();
      return Stream.of(path.resolveSibling("account.js"), path.resolveSibling("data/account.js"))
          .filter(Files::isRegularFile)
          .findFirst()
          .flatMap(XArchive::read);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Owner> read(Path accounts) {
    try (InputStream in = Files.newInputStream(accounts)) {
      String script = new String(in.readNBytes(MAX_ACCOUNT_BYTES), StandardCharsets.UTF_8);
      String list = script.substring(script.indexOf('=') + 1);
      JsonNode account =
          BoundedJson.read(list.getBytes(StandardCharsets.UTF_8)).path(0).path("account");
      return Optional.of(
          new Owner(
              XStatus.handle(account, "username"), JsonFields.name(account, "accountDisplayName")));
    } catch (IOException | UnreadableException e) {
      return Optional.empty();
    }
  }
}
