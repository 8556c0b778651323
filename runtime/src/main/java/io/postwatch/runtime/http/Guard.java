// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What every request must have before it is answered, and what every answer has. */
record Guard(Access access, Hosts hosts) {
  /** Exactly, so that nothing else can be reached by a path that begins so. */
  private static final Pattern HEALTH = Pattern.compile("/health/[a-z]+");

  /** The files of the page, in which there is nothing to hide: it asks for the token itself. */
  private static final Pattern PAGE =
      Pattern.compile(
          "/|/index\\.html|/icon\\.svg|/world\\.json|/(css|js)/[a-z]+\\.(css|js|woff2)"
              + "|/webjars/[a-z]+/[0-9.]+/dist/[A-Za-z.]+");

  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /** Nothing of others is loaded, nothing inline is run, and nobody frames a page of ours. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=(), payment=(), usb=()");

  /**
   * Checks a request.
   *
   * @throws HttpProblem 401 or 403 when it is not to be answered
   */
  void check(Context http) {
    HEADERS.forEach(http::header);
    if (HEALTH.matcher(http.path()).matches()) {
      return;
    }
    if (!hosts.include(http.header("Host"))) {
      throw new HttpProblem(
          403,
          "Host: expected a name or an address of this server; the setting http.hosts takes"
              + " further names.");
    }
    if (!isPageThatAsks(http) && !access.allows(http.header("Authorization"))) {
      access.challenges().forEach(challenge -> http.res().addHeader("WWW-Authenticate", challenge));
      throw new HttpProblem(401, "Authorization: expected " + expected() + ".");
    }
    if (!READING.contains(http.method()) && !isOwnPage(http)) {
      throw new HttpProblem(403, "Origin: only this server's own pages may change anything.");
    }
  }

  /** Where there is a login, browsers ask for that before the page is there. */
  private boolean isPageThatAsks(Context http) {
    return access.login().isEmpty()
        && READING.contains(http.method())
        && PAGE.matcher(http.path()).matches();
  }

  private String expected() {
    if (access.token().isPresent()) {
      return access.login().isPresent() ? "a bearer token, or user and password" : "a bearer token";
    }
    return "user and password";
  }

  private static boolean isOwnPage(Context http) {
    String origin = http.header("Origin");
    return origin == null || origin.equals(http.scheme() + "://" + http.header("Host"));
  }
}
