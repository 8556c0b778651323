// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.feed;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's connection. Writing never waits: what the network does not take yet is queued, and a
 * reader whose queue is full is let go, so that nobody pays for one who does not read.
 */
final class FeedConnection implements WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(FeedConnection.class);

  private final ServletOutputStream out;
  private final int mostBytes;
  private final Runnable whenGone;
  private final Deque<byte[]> queue = new ArrayDeque<>();
  private int queued;
  private boolean mustFlush;
  private boolean isOpen = true;

  /**
   * @param mostBytes how much may be queued
   * @param whenGone run once, when there is nothing more to send: it ends the connection
   */
  FeedConnection(ServletOutputStream out, int mostBytes, Runnable whenGone) {
    this.out = out;
    this.mostBytes = mostBytes;
    this.whenGone = whenGone;
  }

  /** Sends as soon as the network takes it. */
  synchronized void send(byte[] events) {
    if (!isOpen || events.length == 0) {
      return;
    }
    if (queued > 0 && queued + events.length > mostBytes) {
      LOG.info("feed: a reader is let go who has not read {} bytes", queued);
      end();
      return;
    }
    queue.addLast(events);
    queued += events.length;
    drain();
  }

  @Override
  public synchronized void onWritePossible() {
    drain();
  }

  // Where isReady answers false, the container calls onWritePossible later.
  private void drain() {
    try {
      while (isOpen && out.isReady()) {
        byte[] next = queue.pollFirst();
        if (next != null) {
          queued -= next.length;
          mustFlush = true;
          out.write(next);
        } else if (mustFlush) {
          mustFlush = false;
          out.flush();
        } else {
          return;
        }
      }
    } catch (IOException e) {
      onError(e);
    }
  }

  @Override
  public synchronized void onError(Throwable gone) {
    LOG.debug("feed: a reader has gone", gone);
    end();
  }

  synchronized void end() {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    queue.clear();
    queued = 0;
    whenGone.run();
  }
}
