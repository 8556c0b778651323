// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What was learned: {@code bench/train-names} makes the file that is read here. */
public record NameModel(Lexicon lexicon, Weights weights, WindowNet net) {
  /** "PWN" and a version, which changes with any feature or hash. */
  private static final int MAGIC = 0x50574E02;

  private static final String FILE = "names.bin";

  /** The model in the jar. */
  public static NameModel load() {
    try (InputStream file = NameModel.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + ": not in the jar");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  static NameModel read(InputStream file) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16));
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException("expected a model of names of this version");
    }
    return new NameModel(Lexicon.read(in), Weights.read(in), WindowNet.read(in));
  }

  /** Writes a file that {@link #read} reads; the same model gives the same bytes. */
  public static void write(
      Lexicon.Entries lexicon, Weights weights, WindowNet net, OutputStream file)
      throws IOException {
    DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16));
    out.writeInt(MAGIC);
    lexicon.write(out);
    weights.write(out);
    net.write(out);
    out.close();
  }
}
