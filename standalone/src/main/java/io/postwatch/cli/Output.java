// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Standard output: results only, in UTF-8 whatever the locale. */
final class Output implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintWriter out;

  Output() {
    this.out =
        new PrintWriter(
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8)));
  }

  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** One JSON value on a line of its own. */
  void json(JsonNode node) {
    try {
      line(JSON.writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what was written visible; false when nobody reads any more. */
  boolean flush() {
    return !out.checkError();
  }

  @Override
  public void close() {
    out.flush();
  }
}
