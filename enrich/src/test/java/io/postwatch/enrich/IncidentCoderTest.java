// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.Span;
import io.postwatch.schema.TopicMention;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentCoderTest {
  private static final IncidentCoder CODER = new IncidentCoder();
  private static final String TEXT = "🚨 Riots and arrests in Lima, Peru and Quito";

  @Test
  void eachTopicIsAnIncidentAtEachPlace() {
    assertThat(code(List.of(RIOT, ARREST), List.of(LIMA, QUITO)))
        .extracting(Incident::getTopic, incident -> incident.getPlace().getName())
        .containsExactly(
            tuple("riot", "Lima"),
            tuple("riot", "Quito"),
            tuple("arrest", "Lima"),
            tuple("arrest", "Quito"));
  }

  @Test
  void aPostWithoutAPlaceIsAnIncidentSomewhere() {
    assertThat(code(List.of(RIOT), List.of()))
        .singleElement()
        .satisfies(incident -> assertThat(incident.getPlace()).isNull());
  }

  @Test
  void aPostWithoutATopicIsNoIncident() {
    assertThat(code(List.of(), List.of(LIMA))).isEmpty();
  }

  @Test
  void aCountryIsLeftOutBesideAPlaceInsideIt() {
    assertThat(code(List.of(RIOT), List.of(LIMA, PERU)))
        .extracting(incident -> incident.getPlace().getName())
        .containsExactly("Lima");
  }

  @Test
  void aProvinceIsLeftOutBesideAPlaceInsideIt() {
    PlaceMention province = place(null, "Lima Province", "PE", "ADMIN", 0.9);
    PlaceMention town = place(3691175L, "Trujillo", "PE", "CITY", 0.9);
    town.setAdmin1("La Libertad");
    PlaceMention inside = place(3940000L, "Huaral", "PE", "CITY", 0.9);
    inside.setAdmin1("Lima Province");

    assertThat(code(List.of(RIOT), List.of(province, town)))
        .extracting(incident -> incident.getPlace().getName())
        .containsExactly("Lima Province", "Trujillo");
    assertThat(code(List.of(RIOT), List.of(province, inside)))
        .extracting(incident -> incident.getPlace().getName())
        .containsExactly("Huaral");
  }

  @Test
  void aContinentIsNoPlaceToCountAt() {
    assertThat(code(List.of(RIOT), List.of(place(null, "Asia", null, "REGION", 0.9))))
        .singleElement()
        .satisfies(incident -> assertThat(incident.getPlace()).isNull());
  }

  @Test
  void aPlaceNamedTwiceIsOnePlace() {
    assertThat(code(List.of(RIOT), List.of(PERU, PERU))).hasSize(1);
  }

  @Test
  void aPlaceMuchLessSureThanAnotherIsLeftOut() {
    PlaceMention demonym = place(null, "Chile", "CL", "COUNTRY", 0.6);

    assertThat(code(List.of(RIOT), List.of(demonym, PERU)))
        .extracting(incident -> incident.getPlace().getName())
        .containsExactly("Peru");
    assertThat(code(List.of(RIOT), List.of(demonym)))
        .extracting(incident -> incident.getPlace().getName())
        .containsExactly("Chile");
  }

  @Test
  void whatIsMoreLikelyWrongThanRightIsNotCounted() {
    TopicMention guess = new TopicMention("riot", 0.4, 2, 7);
    PlaceMention georgia = place(null, "Georgia", "GE", "COUNTRY", 0.4);

    assertThat(code(List.of(guess), List.of(PERU))).isEmpty();
    assertThat(code(List.of(RIOT), List.of(georgia)))
        .singleElement()
        .satisfies(incident -> assertThat(incident.getPlace()).isNull());
  }

  @Test
  void theWordsThatSayItAreTheEvidence() {
    assertThat(code(List.of(RIOT), List.of(LIMA)).get(0).getEvidence())
        .containsExactly(new Span("Riots", 2, 7));
  }

  @Test
  void figuresGoWithTheTopicThatTheyBelongTo() {
    Figure detained = figure(FigureKind.DETAINED, 12);
    Figure killed = figure(FigureKind.KILLED, 3);

    List<Incident> incidents =
        CODER.incidents(enriched(List.of(RIOT, ARREST), List.of(LIMA), List.of(detained, killed)));

    assertThat(incidents)
        .extracting(Incident::getTopic, Incident::getFigures)
        .containsExactly(tuple("riot", List.of(killed)), tuple("arrest", List.of(detained)));
  }

  @Test
  void anIncidentKnowsItsPostAndWhereItWasSeen() {
    Incident incident = code(List.of(RIOT), List.of(PERU)).get(0);

    assertThat(incident.getPostKey()).isEqualTo("x:1764890000000000000");
    assertThat(incident.getHandle()).isEqualTo("ada_field");
    assertThat(incident.getPostedAt()).isEqualTo(Posts.POSTED);
    assertThat(incident.getIngestedAt()).isEqualTo(Posts.INGESTED);
    assertThat(incident.getArticle().getKey()).isEqualTo("https://news.example/a");
    assertThat(incident.getConfidence()).isEqualTo(0.9);
  }

  private static final TopicMention RIOT = new TopicMention("riot", 0.9, 2, 7);
  private static final TopicMention ARREST = new TopicMention("arrest", 0.8, 12, 19);
  private static final PlaceMention LIMA = place(3936456L, "Lima", "PE", "CAPITAL", 0.95);
  private static final PlaceMention QUITO = place(3652462L, "Quito", "EC", "CAPITAL", 0.85);
  private static final PlaceMention PERU = place(null, "Peru", "PE", "COUNTRY", 0.95);

  private static List<Incident> code(List<TopicMention> topics, List<PlaceMention> places) {
    return CODER.incidents(enriched(topics, places, List.of()));
  }

  private static EnrichedPost enriched(
      List<TopicMention> topics, List<PlaceMention> places, List<Figure> figures) {
    return new EnrichedPost(Posts.post(TEXT), null, List.of(), places, topics, figures);
  }

  private static PlaceMention place(
      Long geonameId, String name, String country, String kind, double confidence) {
    return PlaceMention.newBuilder()
        .setText(name)
        .setStart(0)
        .setEnd(1)
        .setGeonameId(geonameId)
        .setName(name)
        .setCountry(country)
        .setKind(kind)
        .setConfidence(confidence)
        .build();
  }

  private static Figure figure(FigureKind kind, long count) {
    return Figure.newBuilder()
        .setKind(kind)
        .setCount(count)
        .setModifier(FigureModifier.EXACT)
        .setStart(0)
        .setEnd(1)
        .build();
  }
}
