// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.places;

/**
 * What speaks for or against words being meant as a place; weights stand in {@code weights.tsv}.
 */
public enum MentionFeature {
  BIAS,
  /** In a text of the length of a post rather than an article. */
  POST,
  /** What is more than the least, in posts. */
  POST_PEOPLE,
  POST_AT_START,
  POST_BEFORE_LOWER_CASE,
  /** Logarithm of the people in the largest place of the name. */
  PEOPLE,
  /** Logarithm of the number of its other names. */
  FAME,
  COUNTRY,
  REGION,
  ADMIN1,
  ADMIN2,
  CAPITAL,
  DISTRICT,
  SITE,
  ALTERNATE_NAME,
  ABBREVIATION,
  DEMONYM,
  /** A demonym before a word such as "people" or "soldiers". */
  DEMONYM_BEFORE_PEOPLE,
  LANGUAGE,
  COMMON_WORD,
  COMMON_WORD_AT_START,
  /** The place of a common word is well known: Nice. */
  COMMON_WORD_FAME,
  COMMON_WORD_IN_PARENT,
  FIRST_NAME,
  FAMILY_NAME,
  /** In Cyrillic, Arabic or Greek letters. */
  OTHER_SCRIPT,
  SEVERAL_WORDS,
  /** Of at most four letters, and not well known. */
  SHORT,
  LOWER_CASE,
  LOWER_CASE_COUNTRY,
  CAPITALS,
  /** In capitals, as is all around. */
  SHOUTED,
  HASHTAG,
  WHOLE_HASHTAG,
  AT_START,
  AFTER_PREPOSITION,
  AFTER_OF,
  AFTER_THE,
  /** After "Libya's". */
  AFTER_POSSESSIVE,
  AFTER_TITLE,
  AFTER_FIRST_NAME,
  AFTER_CAPITALISED,
  /** After "University of" and the like. */
  AFTER_BODY_OF,
  /** After "Lake", "Fort" and the like: a part of a longer name. */
  AFTER_PART,
  BEFORE_CAPITALISED,
  BEFORE_FAMILY_NAME,
  /** A place after which people are called, before a capital letter: Kenya Moore. */
  NAMESAKE_BEFORE_CAPITALISED,
  BEFORE_STREET,
  BEFORE_SCHOOL,
  BEFORE_BODY,
  BEFORE_TEAM,
  BEFORE_COMPANY,
  BEFORE_PAPER,
  BEFORE_PLACE_WORD,
  BEFORE_LOWER_CASE,
  BEFORE_POSSESSIVE,
  /** Before a comma and the country, state or county that one of its places is in. */
  IN_PARENT,
  /** After a place that is in it, and a comma. */
  IS_PARENT,
  /** A post office's two letters without a town before them. */
  STRAY_LETTERS,
  DOT_AFTER,
  /** The name is somebody's in another part of the document. */
  SOMEBODY,
  /** The name stands more than once in the document. */
  REPEATED,
  /**
   * The tagger of names takes it for a place, or a part of one. That it finds no name says little:
   * not in other languages, hashtags and lower case, which it knows badly.
   */
  TAGGED_LOCATION,
  TAGGED_PERSON,
  TAGGED_ORGANIZATION,
  /** Share of the document's other places in the same division. */
  SAME_ADMIN1,
  /** Share of the document's other places in the same country. */
  SAME_COUNTRY,
  /** Other places nearby. */
  NEAR,
}
