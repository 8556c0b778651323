// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where one instance of a registry answers.
 *
 * @param address base URL without credentials and without slash at the end, fit to be shown
 * @param authorization value of the {@code Authorization} header
 */
record BaseUrl(String address, Optional<String> authorization) {

  /**
   * @throws ConfigException where the text is not an absolute http or https URL
   */
  static BaseUrl of(String url, RegistryConfig config) {
    try {
      URI uri = new URI(url.strip()).parseServerAuthority();
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      if ((http || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null) {
        URI bare =
            new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
        return new BaseUrl(withoutSlash(bare.toString()), config.authorization(uri));
      }
    } catch (URISyntaxException e) {
      // Reported below without the URL, which may hold a password.
    }
    throw new ConfigException(
        RegistryConfig.URL + ": expected http://host:port, https://host:port or mock://scope");
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
