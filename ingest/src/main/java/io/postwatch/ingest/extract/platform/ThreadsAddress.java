// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of posts on Threads, on both of its domains. */
final class ThreadsAddress {
  private static final Pattern CODE = Pattern.compile("[\\w-]{5,14}");
  private static final Pattern ACCOUNT = Pattern.compile("@[\\w.]{1,30}");

  private ThreadsAddress() {}

  static Optional<PostAddress> parse(WebAddress address) {
    boolean named = ACCOUNT.matcher(address.part(0)).matches() && address.part(1).equals("post");
    String code = named ? address.part(2) : address.part(0).equals("t") ? address.part(1) : "";
    if (!CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    String handle = named ? address.part(0).substring(1).toLowerCase(Locale.ROOT) : null;
    String url = "https://www.threads.net/" + (named ? "@" + handle + "/post/" : "t/") + code;
    return Optional.of(new PostAddress("threads", code, handle, url));
  }
}
