// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// One post in a list.

import { el } from "./dom.js";
import { figure, number, postedTime, topicName } from "./format.js";
import { name, plain, post as postText } from "./text.js";

const PLATFORMS = { x: "X", mastodon: "Mastodon", bluesky: "Bluesky", facebook: "Facebook", instagram: "Instagram", telegram: "Telegram", tiktok: "TikTok", youtube: "YouTube", reddit: "Reddit", threads: "Threads" };

export function platformName(platform) {
  return PLATFORMS[String(platform ?? "").toLowerCase()] ?? plain(platform ?? "unknown platform", 40);
}

/** Who wrote it: name and handle, as far as they are known. */
export function author(post) {
  const who = post.author ? [name(post.author, 80), " "] : [];
  return el("span", { class: "author" }, who, post.handle ? el("span", { class: "handle" }, "@", name(post.handle, 80)) : who.length === 0 ? "Author unknown" : null);
}

export function figures(list) {
  return (list ?? []).map((one) => el("span", { class: "chip" }, name(figure(one), 80)));
}

/**
 * @param post an incident, or a post found
 * @param spans the words that say so
 */
export function excerpt(page, post, spans) {
  const seen = `${number(post.sightings ?? 0)} ${post.sightings === 1 ? "sighting" : "sightings"}`;
  return el(
    "li",
    { class: "excerpt" },
    el("p", { class: "byline" }, author(post), el("span", {}, platformName(post.platform)), el("span", {}, postedTime(post.postedAt, post.postedAtPrecision))),
    postText(post.text ?? "", spans, 420),
    el(
      "p",
      { class: "chips" },
      post.topic ? el("span", { class: "chip topic" }, name(topicName(post.topic), 40)) : null,
      post.topic ? null : [...new Set((post.topics ?? []).map(({ topic }) => topic))].map((topic) => el("span", { class: "chip topic" }, name(topicName(topic), 40))),
      post.place ? el("span", { class: "chip place" }, name(post.place.name ?? post.place.place, 60)) : null,
      figures(post.figures),
      post.retraction ? el("span", { class: "chip taken-back" }, `Taken back: ${plain(post.retraction, 40).toLowerCase()}`) : null,
      post.deletedAt ? el("span", { class: "chip taken-back" }, "Deleted") : null,
      el("span", { class: "seen" }, seen),
    ),
    el("a", { class: "main", href: page.link({ post: post.post }), "aria-label": plain(`Open the post by ${post.handle ? "@" + post.handle : "an unknown author"}, ${postedTime(post.postedAt, post.postedAtPrecision)}`, 200) }, "Post and articles"),
  );
}
