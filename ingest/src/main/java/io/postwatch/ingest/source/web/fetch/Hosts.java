// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The queue of each host that is asked; what listens at another port is another host. */
final class Hosts {
  /** Above this, hosts of which nothing needs to be remembered are forgotten. */
  private static final int MANY = 1000;

  private final Time time;
  private final Backoff backoff;
  private final Map<String, HostQueue> queues = new HashMap<>();

  Hosts(Time time, Backoff backoff) {
    this.time = time;
    this.backoff = backoff;
  }

  /** As {@link HostQueue#submit}, of the address's host. */
  synchronized CompletableFuture<Answer> submit(URI url, HostQueue.Call call, Duration pause) {
    if (queues.size() > MANY) {
      queues.values().removeIf(HostQueue::isForgettable);
    }
    return queues
        .computeIfAbsent(WebUrl.hostAndPort(url), host -> new HostQueue(host, time, backoff))
        .submit(call, pause);
  }
}
