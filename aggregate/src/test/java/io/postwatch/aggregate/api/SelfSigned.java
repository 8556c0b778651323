// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate of 127.0.0.1 that vouches for itself, and its key, in PEM files. */
record SelfSigned(Path certificate, Path key) {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "one";

  /** Makes one with the JDK's keytool. */
  static SelfSigned in(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                (Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " -genkeypair -keyalg EC -dname CN=one -ext SAN=ip:127.0.0.1"
                        + (" -alias " + ALIAS)
                        + (" -keystore " + store)
                        + (" -storetype PKCS12 -storepass " + PASSWORD))
                    .split(" "))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new SelfSigned(
        write(directory.resolve("crt"), "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()),
        write(
            directory.resolve("key"),
            "PRIVATE KEY",
            keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
  }

  private static Path write(Path file, String what, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder().encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
  }
}
