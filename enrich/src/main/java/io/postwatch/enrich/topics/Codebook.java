// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of event that a codebook knows, each with what it is divided into. */
final class Codebook {
  /** Event and sub-event types of ACLED's codebook of 2024. */
  static final Codebook ACLED =
      new Codebook()
          .with(
              "Battles",
              "Government regains territory",
              "Non-state actor overtakes territory",
              "Armed clash")
          .with(
              "Protests",
              "Excessive force against protesters",
              "Protest with intervention",
              "Peaceful protest")
          .with("Riots", "Violent demonstration", "Mob violence")
          .with(
              "Explosions/Remote violence",
              "Chemical weapon",
              "Air/drone strike",
              "Suicide bomb",
              "Shelling/artillery/missile attack",
              "Remote explosive/landmine/IED",
              "Grenade")
          .with(
              "Violence against civilians",
              "Sexual violence",
              "Attack",
              "Abduction/forced disappearance")
          .with(
              "Strategic developments",
              "Agreement",
              "Arrests",
              "Change to group/activity",
              "Disrupted weapons use",
              "Headquarters or base established",
              "Looting/property destruction",
              "Non-violent transfer of territory",
              "Other");

  private static final String[] ASKED_FOR = {"assist", "change", "yield", "meet"};

  /**
   * Event types and modes of PLOVER's manual, and REQUEST, which the POLECAT data set has in the
   * place of DEMAND.
   */
  static final Codebook PLOVER =
      new Codebook()
          .with("AGREE")
          .with("CONSULT", "visit", "third-party", "multilateral", "phone")
          .with("SUPPORT")
          .with("CONCEDE")
          .with("COOPERATE")
          .with("AID")
          .with(
              "RETREAT", "withdraw", "release", "return", "disarm", "ceasefire", "access", "resign")
          .with("DEMAND", ASKED_FOR)
          .with("REQUEST", ASKED_FOR)
          .with("ACCUSE", "disapprove", "investigate", "allege")
          .with("REJECT", ASKED_FOR)
          .with(
              "THREATEN",
              "restrict",
              "ban",
              "arrest",
              "relations",
              "expel",
              "territory",
              "violence")
          .with("PROTEST", "demo", "riot", "general", "strike", "hunger", "boycott", "obstruct")
          .with("SANCTION", "convict", "expel", "withdraw", "discontinue")
          .with("MOBILIZE", "troops", "weapons", "police", "militia")
          .with(
              "COERCE",
              "confiscate",
              "restrict",
              "ban",
              "censor",
              "curfew",
              "martial-law",
              "arrest",
              "deport",
              "withhold")
          .with(
              "ASSAULT",
              "abduct",
              "beat",
              "torture",
              "execute",
              "sexual",
              "assassinate",
              "destroy",
              "primitive",
              "firearms",
              "explosives",
              "suicide-attack",
              "heavy-weapons",
              "cleansing",
              "massacre",
              "unconventional",
              "sideAB");

  private final Map<String, List<String>> types = new LinkedHashMap<>();

  private Codebook() {}

  private Codebook with(String type, String... kinds) {
    types.put(type, List.of(kinds));
    return this;
  }

  /** What each type is divided into, by its name, in the codebook's order. */
  Map<String, List<String>> types() {
    return types;
  }
}
