// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the client only addresses that may be spoken to. The client connects to exactly these, so a
 * name that changes its meaning between check and connection gains nothing.
 */
final class CheckedDns implements DnsResolver {
  private final Lookup lookup;
  private final Predicate<InetAddress> isAllowed;

  /** How names become addresses; literals of addresses in all their spellings come here too. */
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  CheckedDns(Lookup lookup, Predicate<InetAddress> isAllowed) {
    this.lookup = lookup;
    this.isAllowed = isAllowed;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = lookup.addresses(host);
    InetAddress[] allowed = Arrays.stream(all).filter(isAllowed).toArray(InetAddress[]::new);
    if (allowed.length == 0 && all.length > 0) {
      throw new RefusedAddressException(host, all[0]);
    }
    return allowed;
  }

  /** Not asked for: it would serve Kerberos. */
  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** All addresses of a host are in networks that are not spoken to. */
  static final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private final boolean canBeAllowed;

    RefusedAddressException(String host, InetAddress address) {
      super(host + " is at " + address.getHostAddress());
      this.canBeAllowed = Reachable.isPublicOrPrivate(address);
    }

    /** False where the address is spoken to under no settings. */
    boolean canBeAllowed() {
      return canBeAllowed;
    }
  }
}
