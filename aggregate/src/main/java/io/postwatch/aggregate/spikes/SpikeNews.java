// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.spikes;

/**
 * What is to be told of a spike: that it is there, has grown or is over.
 *
 * @param spike what the detector says
 * @param posts those of its intervals
 * @param at end of the interval after which it is told, epoch milliseconds
 */
public record SpikeNews(DetectedSpike spike, SpikePosts posts, long at) {}
