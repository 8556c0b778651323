// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.source.web.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which addresses may be spoken to, by the registries of special-purpose addresses (RFC 6890 and <a
 * href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA</a>).
 */
final class Reachable {
  private static final int[][] NOT_PUBLIC_V4 = {
    // First octets and their number of bits.
    {0, 0, 0, 0, 8},
    {10, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {127, 0, 0, 0, 8},
    {169, 254, 0, 0, 16},
    {172, 16, 0, 0, 12},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {192, 168, 0, 0, 16},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {224, 0, 0, 0, 3}
  };

  private Reachable() {}

  /** True for an address on the public internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  /**
   * True for what is spoken to where private addresses are allowed: the networks that people run.
   * Link-local addresses stay refused, as those of clouds' metadata services are among them.
   */
  static boolean isPublicOrPrivate(InetAddress address) {
    return !address.isLinkLocalAddress()
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress()
        && embeddedV4(address.getAddress()).map(Reachable::isPublicOrPrivate).orElse(true);
  }

  private static boolean isPublicV4(byte[] address) {
    return Arrays.stream(NOT_PUBLIC_V4).noneMatch(block -> isIn(address, block));
  }

  private static boolean isIn(byte[] address, int[] block) {
    int bits = block[4];
    int mask = -1 << (32 - bits);
    return (number(address, 0) & mask)
        == ((block[0] << 24 | block[1] << 16 | block[2] << 8 | block[3]) & mask);
  }

  private static boolean isPublicV6(byte[] address) {
    return embeddedV4(address)
        .map(Reachable::isPublic)
        .orElseGet(() -> isGlobalUnicast(address) && !isReservedUnicast(address));
  }

  /** 2000::/3 is all of IPv6 that is assigned to the public internet. */
  private static boolean isGlobalUnicast(byte[] address) {
    return (address[0] & 0xE0) == 0x20;
  }

  /** 2001::/23 protocols such as Teredo, 2001:db8::/32 and 3fff::/20 examples. */
  private static boolean isReservedUnicast(byte[] address) {
    int first = number(address, 0);
    return first >>> 9 == 0x20010000 >>> 9
        || first == 0x20010db8
        || first >>> 12 == 0x3fff0000 >>> 12;
  }

  /** Gateways pass on to the IPv4 address inside: NAT64 64:ff9b::/96 and 6to4 2002::/16. */
  private static Optional<InetAddress> embeddedV4(byte[] address) {
    if (address.length != 16) {
      return Optional.empty();
    }
    if (number(address, 0) == 0x0064ff9b && number(address, 4) == 0 && number(address, 8) == 0) {
      return Optional.of(v4(address, 12));
    }
    if (number(address, 0) >>> 16 == 0x2002) {
      return Optional.of(v4(address, 2));
    }
    return Optional.empty();
  }

  private static InetAddress v4(byte[] address, int at) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address, at, at + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static int number(byte[] address, int at) {
    return (address[at] & 0xFF) << 24
        | (address[at + 1] & 0xFF) << 16
        | (address[at + 2] & 0xFF) << 8
        | address[at + 3] & 0xFF;
  }
}
