// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// One post: its text with what was read in it marked, what is known of it, and the articles that embed it.

import { el } from "./dom.js";
import { author, figures, platformName } from "./excerpt.js";
import { fullTime, number, postedTime, precisionName, topicName } from "./format.js";
import { outside } from "./outside.js";
import { name, post as postText } from "./text.js";

const AT_FIRST = 1000;

/**
 * @param post answer of /posts/{key}
 * @param topic id of the topic whose evidence is marked; null: of all
 */
export function postView(page, post, topic) {
  const incidents = post.incidents ?? [];
  const concerned = incidents.filter((incident) => topic === null || incident.topic === topic);
  const evidence = (concerned.length > 0 ? concerned : incidents).flatMap((incident) => incident.evidence ?? []);
  const spans = evidence.length > 0 ? evidence : (post.topics ?? []);
  return el(
    "div",
    { class: "post" },
    el("p", { class: "byline" }, author(post), el("span", {}, platformName(post.platform))),
    postText(post.text ?? "", spans, AT_FIRST),
    spans.length > 0 ? el("p", { class: "note" }, el("mark", {}, "Marked"), " are the words that report ", topicsTold(concerned.length > 0 ? concerned : incidents, post)) : null,
    el("p", {}, outside(post.url, "Open the post on ", platformName(post.platform))),
    el("h3", {}, "What is known"),
    facts(page, post, incidents),
    el("h3", {}, articlesTitle(post)),
    articles(post.articles ?? []),
  );
}

function topicsTold(incidents, post) {
  const topics = [...new Set((incidents.length > 0 ? incidents : (post.topics ?? [])).map(({ topic }) => topic))];
  return topics.map((topic, at) => [at > 0 ? ", " : "", el("b", {}, name(topicName(topic), 60))]);
}

function facts(page, post, incidents) {
  const rows = [
    ["Posted", [postedTime(post.postedAt, post.postedAtPrecision), el("small", {}, ` (${precisionName(post.postedAtPrecision, post.postedAtSource)})`)]],
    ["First seen", post.firstSeenAt ? fullTime(post.firstSeenAt) : null],
    ["Last seen", post.lastSeenAt && post.lastSeenAt !== post.firstSeenAt ? fullTime(post.lastSeenAt) : null],
    ["Edited", post.editedAt ? fullTime(post.editedAt) : null],
    ["Deleted", post.deletedAt ? fullTime(post.deletedAt) : null],
    ["Reports", incidents.length > 0 ? incidents.map((incident) => report(page, incident)) : null],
    ["Claims", post.figures?.length > 0 ? figures(post.figures) : null],
    ["Names", post.places?.length > 0 ? [...new Set(post.places.map((place) => place.name))].map((place) => el("span", { class: "chip place" }, name(place, 60))) : null],
    ["Language", post.language ? languageName(post.language) : null],
    ["Watched by", post.watchLists?.length > 0 ? post.watchLists.map((list) => el("span", { class: "chip" }, name(list, 60))) : null],
    ["Key", el("code", {}, name(post.post, 120))],
  ];
  return el("dl", { class: "facts" }, rows.filter(([, value]) => value !== null).map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
}

function report(page, { topic, place, confidence, placeSource, retraction }) {
  const where = place ? [" in ", name(place.name ?? place.place, 60), placeSource === "ARTICLE" ? " (its article's place)" : ""] : [];
  const sure = typeof confidence === "number" ? el("small", {}, ` ${Math.round(confidence * 100)} % sure`) : null;
  return el("span", { class: "report" }, name(topicName(topic), 60), where, sure, retraction ? " – taken back" : null);
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return name(code, 20);
  }
}

function articlesTitle(post) {
  const shown = post.articles?.length ?? 0;
  const sightings = post.sightings ?? shown;
  return sightings > shown ? `${number(shown)} of ${number(sightings)} articles that embed it` : `${number(shown)} ${shown === 1 ? "article embeds" : "articles embed"} it`;
}

function articles(list) {
  return el(
    "ul",
    { class: "articles" },
    list.map((article) =>
      el(
        "li",
        {},
        outside(article.url, el("b", {}, article.title ? name(article.title, 200) : "Article without a title")),
        el("small", {}, [article.outlet ? name(article.outlet, 80) : null, article.publishedAt ? `published ${fullTime(article.publishedAt)}` : null, article.seenAt ? `seen ${fullTime(article.seenAt)}` : null].filter(Boolean).flatMap((part, at) => (at > 0 ? [" · ", part] : [part]))),
      ),
    ),
  );
}
