// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.postwatch.runtime.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may ask.
 *
 * @param token what programs send as a bearer token; empty: none is taken
 * @param login what people give their browser; empty: none is taken
 */
public record Access(Optional<String> token, Optional<Login> login) {
  /** Everybody may. */
  public static final Access OPEN = new Access(Optional.empty(), Optional.empty());

  static final int SHORTEST_TOKEN = 16;
  static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST = 1_024;
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** A user and a password. */
  public record Login(String user, String password) {
    private String encoded() {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * Reads http.token, http.user and http.password, or the files that hold them.
   *
   * @throws io.postwatch.runtime.SettingsException on what does not go together or is easily
   *     guessed
   */
  static Access from(Settings settings) {
    Secrets secrets = new Secrets(settings);
    Optional<String> token = secrets.of("http.token");
    token
        .filter(text -> !text.matches("[!-~]{" + SHORTEST_TOKEN + "," + LONGEST + "}"))
        .ifPresent(
            wrong -> {
              throw secrets.wrong(
                  "http.token",
                  "expected "
                      + SHORTEST_TOKEN
                      + " to "
                      + LONGEST
                      + " letters, digits and signs without spaces");
            });
    return new Access(token, login(settings, secrets));
  }

  private static Optional<Login> login(Settings settings, Secrets secrets) {
    Optional<String> user = settings.text("http.user");
    Optional<String> password = secrets.of("http.password");
    if (user.isPresent() != password.isPresent()) {
      throw user.isPresent()
          ? secrets.wrong("http.user", "expected http.password or http.password-file with it")
          : secrets.wrong(secrets.key("http.password"), "expected http.user with it");
    }
    if (user.filter(name -> name.contains(":") || name.length() > LONGEST).isPresent()) {
      throw secrets.wrong("http.user", "expected a name without a colon");
    }
    if (password
        .filter(text -> text.length() < SHORTEST_PASSWORD || text.length() > LONGEST)
        .isPresent()) {
      throw secrets.wrong(
          secrets.key("http.password"),
          "expected " + SHORTEST_PASSWORD + " to " + LONGEST + " characters");
    }
    return user.map(name -> new Login(name, password.orElseThrow()));
  }

  public boolean isOpen() {
    return token.isEmpty() && login.isEmpty();
  }

  /**
   * Whether a request may be answered.
   *
   * @param authorization the header of that name; null where there is none
   */
  boolean allows(String authorization) {
    if (isOpen()) {
      return true;
    }
    if (authorization == null) {
      return false;
    }
    return token.filter(text -> isSame(given(authorization, BEARER), text)).isPresent()
        || login.filter(one -> isSame(given(authorization, BASIC), one.encoded())).isPresent();
  }

  private static String given(String authorization, String scheme) {
    return authorization.toLowerCase(Locale.ROOT).startsWith(scheme.toLowerCase(Locale.ROOT))
        ? authorization.substring(scheme.length()).strip()
        : "";
  }

  // Takes as long whatever is wrong, the length included, so that nobody can feel their way.
  private static boolean isSame(String given, String expected) {
    return MessageDigest.isEqual(digest(given), digest(expected));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a request is told that may not be answered: values of WWW-Authenticate. */
  List<String> challenges() {
    List<String> challenges = new ArrayList<>(2);
    if (login.isPresent()) {
      challenges.add("Basic realm=\"postwatch\", charset=\"UTF-8\"");
    }
    if (token.isPresent()) {
      challenges.add("Bearer realm=\"postwatch\"");
    }
    return challenges;
  }

  /** What another instance with the same settings is sent as Authorization; empty for nothing. */
  public Optional<String> authorization() {
    return token.map(text -> BEARER + text).or(() -> login.map(one -> BASIC + one.encoded()));
  }

  @Override
  public String toString() {
    return token.isPresent() ? "token" : login.isPresent() ? "login" : "open";
  }
}
