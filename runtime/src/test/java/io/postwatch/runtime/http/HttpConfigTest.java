// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postwatch.runtime.Settings;
import io.postwatch.runtime.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConfigTest {
  private static final String TOKEN = "0123456789abcdef";

  @TempDir static Path directory;
  private static Certificates one;

  @BeforeAll
  static void files() throws Exception {
    one = Certificates.make(directory, "one", "EC");
    Certificates.make(directory, "two", "RSA");
    Files.writeString(directory.resolve("empty"), "\n");
    Files.writeString(directory.resolve("token"), TOKEN + "\nwhat else is in the file\n");
    Files.writeString(directory.resolve("text"), "no PEM");
    String old = Files.readString(one.key()).replace("PRIVATE KEY", "EC PRIVATE KEY");
    Files.writeString(directory.resolve("old.key"), old);
    Files.writeString(
        directory.resolve("broken.crt"), Files.readString(one.certificate()).substring(0, 200));
  }

  @Test
  void withoutAPortNothingIsAnswered() {
    assertThat(HttpConfig.from(Settings.load(Optional.empty(), Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void unlessToldOtherwiseItListensOnThisMachineAloneAndAnswersAll() {
    assertThat(config())
        .returns(new HostPort("127.0.0.1", 8080), HttpConfig::bind)
        .returns(true, http -> http.access().isOpen())
        .returns("http", HttpConfig::scheme);
  }

  @Test
  void aSecretMayBeInAFile() {
    HttpConfig http = config("http.token-file", directory.resolve("token").toString());

    assertThat(http.access().token()).contains(TOKEN);
    assertThat(http.access().authorization()).contains("Bearer " + TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void keysOfAllUsualKindsAreRead(String algorithm) throws Exception {
    Certificates made = Certificates.make(directory, "of-" + algorithm, algorithm);

    HttpConfig http =
        config(
            "http.tls.certificate", made.certificate().toString(),
            "http.tls.key", made.key().toString());

    assertThat(http.scheme()).isEqualTo("https");
    assertThat(http.tls().orElseThrow().chain()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http.token=short                             | http.token: expected 16 to 1024 letters, digits and signs without spaces
          http.token=a token with several spaces       | http.token: expected 16 to 1024 letters, digits and signs without spaces
          http.token=0123456789abcdef http.token-file=@token | http.token-file: expected it or http.token, not both
          http.token-file=@nowhere                     | http.token-file: expected a file, found none, got '@nowhere'
          http.token-file=@empty                       | http.token-file: expected a file whose first line is the secret, got '@empty'
          http.user=desk                               | http.user: expected http.password or http.password-file with it
          http.password=long-enough                    | http.password: expected http.user with it
          http.password-file=@token                    | http.password-file: expected http.user with it
          http.user=desk http.password=short           | http.password: expected 8 to 1024 characters
          http.user=a:b http.password=long-enough      | http.user: expected a name without a colon
          http.tls.certificate=@one.crt                | http.tls.key: expected a PEM file with the key of http.tls.certificate
          http.tls.key=@one.key                        | http.tls.certificate: expected a PEM file with the server's certificate
          http.tls.trust=@one.crt                      | http.tls.certificate: expected a PEM file with the server's certificate
          http.tls.certificate=@none http.tls.key=@one.key    | http.tls.certificate: expected a file, found none, got '@none'
          http.tls.certificate=@text http.tls.key=@one.key    | http.tls.certificate: expected PEM with a certificate (-----BEGIN CERTIFICATE-----), got '@text'
          http.tls.certificate=@broken.crt http.tls.key=@one.key | http.tls.certificate: expected PEM with a certificate (-----BEGIN CERTIFICATE-----), got '@broken.crt'
          http.tls.certificate=@one.crt http.tls.key=@one.crt | http.tls.key: expected PEM with a private key in PKCS #8 that is not encrypted (-----BEGIN PRIVATE KEY-----; openssl pkcs8 -topk8 -nocrypt makes one of others), got '@one.crt'
          http.tls.certificate=@one.crt http.tls.key=@old.key | http.tls.key: expected PEM with a private key in PKCS #8 that is not encrypted (-----BEGIN PRIVATE KEY-----; openssl pkcs8 -topk8 -nocrypt makes one of others), got '@old.key'
          http.tls.certificate=@one.crt http.tls.key=@two.key | http.tls.key: expected the key of the first certificate in http.tls.certificate, not another's, got '@two.key'
          http.advertised=nowhere                      | http.advertised: expected host:port, got 'nowhere'
          """)
  void aWrongSettingIsOneLineThatSaysWhatWasExpected(String settings, String complaint) {
    String directoryName = directory.toString() + "/";
    Map<String, String> options = new HashMap<>();
    for (String setting : settings.split(" (?=http)")) {
      String[] pair = setting.split("=", 2);
      options.put(pair[0], pair[1].replace("@", directoryName));
    }

    assertThatThrownBy(() -> config(options))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith(": " + complaint.replace("@", directoryName));
  }

  private static HttpConfig config(String... settings) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      options.put(settings[i], settings[i + 1]);
    }
    return config(options);
  }

  private static HttpConfig config(Map<String, String> options) {
    options.put("http.port", "8080");
    return HttpConfig.from(Settings.load(Optional.empty(), Map.of(), options)).orElseThrow();
  }
}
