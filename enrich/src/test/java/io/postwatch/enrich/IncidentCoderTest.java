// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.schema.EnrichedPost;
import io.postwatch.schema.Figure;
import io.postwatch.schema.FigureKind;
import io.postwatch.schema.FigureModifier;
import io.postwatch.schema.Incident;
import io.postwatch.schema.IncidentPlace;
import io.postwatch.schema.PlaceMention;
import io.postwatch.schema.PlaceSource;
import io.postwatch.schema.Span;
import io.postwatch.schema.TopicMention;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentCoderTest {
  private static final IncidentCoder CODER = new IncidentCoder();

  @Test
  void eachTopicIsAtThePlaceThatItsWordsName() {
    Told told = new Told("🚨 Riots in Lima as police make arrests in Quito");
    told.topic("riot", "Riots").topic("arrest", "arrests").place(LIMA).place(QUITO);

    assertThat(told.incidents()).containsExactly("riot@Lima", "arrest@Quito");
  }

  @Test
  void aTopicIsAtAllPlacesOfAList() {
    Told told = new Told("Riots in Lima, Peru and Quito");
    told.topic("riot", "Riots").place(LIMA).place(PERU).place(QUITO);

    assertThat(told.incidents()).containsExactly("riot@Lima", "riot@Quito");
  }

  @Test
  void aPostWithoutAPlaceIsAnIncidentSomewhere() {
    Told told = new Told("Riots!").topic("riot", "Riots");

    assertThat(told.incidents()).containsExactly("riot@-");
    assertThat(told.coded().get(0).getPlaceSource()).isNull();
  }

  @Test
  void aPostWithoutAPlaceIsWhereItsArticleIs() {
    Told told = new Told("Riots!").topic("riot", "Riots");
    told.articlePlace = IncidentPlace.newBuilder().setName("Lima").setKind("CAPITAL").build();

    assertThat(told.incidents()).containsExactly("riot@Lima");
    assertThat(told.coded().get(0).getPlaceSource()).isEqualTo(PlaceSource.ARTICLE);
  }

  @Test
  void aPlaceOfThePostIsMarkedAsSuch() {
    Told told = new Told("Riots in Lima").topic("riot", "Riots").place(LIMA);

    assertThat(told.coded().get(0).getPlaceSource()).isEqualTo(PlaceSource.POST);
  }

  @Test
  void allIncidentsOfAPostHaveTheFingerprintOfItsText() {
    Told told = new Told("Riots in Lima").topic("riot", "Riots").topic("arrest", "Lima");
    Told copy = new Told("RT @a: Riots in Lima!").topic("riot", "Riots");

    assertThat(told.coded())
        .hasSize(2)
        .extracting(Incident::getTextFingerprint)
        .containsOnly(copy.coded().get(0).getTextFingerprint());
  }

  @Test
  void aPostWithoutATopicIsNoIncident() {
    assertThat(new Told("Lima").place(LIMA).incidents()).isEmpty();
  }

  @Test
  void aCountryIsLeftOutBesideAPlaceInsideIt() {
    Told told = new Told("Peru: arrests. Riots in Lima").topic("arrest", "arrests");

    assertThat(told.place(PERU).place(LIMA).incidents()).containsExactly("arrest@Lima");
  }

  @Test
  void aCountryStaysBesideTwoPlacesInsideIt() {
    Told told = new Told("Peru on strike. Riots in Lima and Ica");
    told.topic("strike", "strike").topic("riot", "Riots");
    told.place(PERU).place(LIMA).place(place(3938527L, "Ica", "PE", "CITY", 0.9));

    assertThat(told.incidents()).containsExactly("strike@Peru", "riot@Lima", "riot@Ica");
  }

  @Test
  void aProvinceIsLeftOutBesideAPlaceInsideIt() {
    PlaceMention province = place(null, "Lima Province", "PE", "ADMIN", 0.9);
    PlaceMention town = place(3691175L, "Trujillo", "PE", "CITY", 0.9);
    town.setAdmin1("La Libertad");
    PlaceMention inside = place(3940000L, "Huaral", "PE", "CITY", 0.9);
    inside.setAdmin1("Lima Province");

    assertThat(
            new Told("Riots in Lima Province and Trujillo")
                .topic("riot", "Riots")
                .place(province)
                .place(town)
                .incidents())
        .containsExactly("riot@Lima Province", "riot@Trujillo");
    assertThat(
            new Told("Riots in Huaral, Lima Province")
                .topic("riot", "Riots")
                .place(inside)
                .place(province)
                .incidents())
        .containsExactly("riot@Huaral");
  }

  @Test
  void aContinentIsNoPlaceToCountAt() {
    PlaceMention asia = place(null, "Asia", null, "REGION", 0.9);

    assertThat(new Told("Riots in Asia").topic("riot", "Riots").place(asia).incidents())
        .containsExactly("riot@-");
  }

  @Test
  void whatIsSaidToBeElsewhereIsNotCountedAtThePlaceThatCanBeCounted() {
    Told told = new Told("Riots in Asia, arrests in Lima");
    told.topic("riot", "Riots").topic("arrest", "arrests");
    told.place(place(null, "Asia", null, "REGION", 0.9)).place(LIMA);

    assertThat(told.incidents()).containsExactly("riot@-", "arrest@Lima");
  }

  @Test
  void whatIsAtAPlaceThatIsUnsureIsAtTheCountryAroundIt() {
    Told told = new Told("Riots in Ica. Arrests in Quito #Peru");
    told.topic("riot", "Riots").place(place(3938527L, "Ica", "PE", "CITY", 0.4)).place(QUITO);

    assertThat(told.place(PERU).incidents()).containsExactly("riot@Peru");
  }

  @Test
  void aPlaceNamedTwiceIsOnePlace() {
    Told told = new Told("Peru: riots all over Peru").topic("riot", "riots");

    assertThat(told.place(PERU).placeAgain(PERU).incidents()).containsExactly("riot@Peru");
  }

  @Test
  void whoActsIsNotWhereItHappens() {
    PlaceMention chilean = place(null, "Chile", "CL", "COUNTRY", 0.95);
    chilean.setText("Chilean");
    chilean.setDemonym(true);
    Told acting = new Told("Chilean soldiers at riots in Peru").topic("riot", "riots");
    Told alone = new Told("Chilean soldiers at riots").topic("riot", "riots");

    assertThat(acting.place(chilean).place(PERU).incidents()).containsExactly("riot@Peru");
    assertThat(alone.place(chilean).incidents()).containsExactly("riot@Chile");
  }

  @Test
  void whatIsMoreLikelyWrongThanRightIsNotCounted() {
    PlaceMention georgia = place(null, "Georgia", "GE", "COUNTRY", 0.4);
    EnrichedPost guess =
        enriched("Riots", List.of(new TopicMention("riot", 0.4, 0, 5)), List.of(), List.of(), null);

    assertThat(CODER.incidents(guess)).isEmpty();
    assertThat(new Told("Riots in Georgia").topic("riot", "Riots").place(georgia).incidents())
        .containsExactly("riot@-");
  }

  @Test
  void theWordsThatSayItAreTheEvidence() {
    Told told = new Told("🚨 Riots in Lima. Clashes in Quito. A riot!");
    told.topic("riot", "Riots").topic("riot", "Clashes").topic("riot", "riot");
    told.place(LIMA).place(QUITO);

    assertThat(told.coded())
        .extracting(Incident::getEvidence)
        .containsExactly(List.of(new Span("Riots", 2, 7)), List.of(new Span("Clashes", 17, 24)));
  }

  @Test
  void figuresGoWithTheTopicThatTheyBelongTo() {
    Told told = new Told("Riots and arrests in Lima: 12 held, 3 dead");
    told.topic("riot", "Riots").topic("arrest", "arrests").place(LIMA);
    told.figure(FigureKind.DETAINED, 12).figure(FigureKind.KILLED, 3);

    assertThat(told.claims()).containsExactly("riot@Lima 3", "arrest@Lima 12");
  }

  @Test
  void figuresGoWithThePlaceTheyStandBy() {
    Told told = new Told("12 killed in Lima. 3 killed in Quito");
    told.topic("casualties", "12 killed").topic("casualties", "3 killed").place(LIMA).place(QUITO);
    told.figure(FigureKind.KILLED, 12).figure(FigureKind.KILLED, 3);

    assertThat(told.claims()).containsExactly("casualties@Lima 12", "casualties@Quito 3");
  }

  @Test
  void aFigureAloneReportsItsTopicWhereItStands() {
    Told told = new Told("12 people were killed in Lima, and 3 in Quito");
    told.topic("casualties", "were killed").place(LIMA).place(QUITO);
    told.figure(FigureKind.KILLED, 12).figure(FigureKind.KILLED, 3);

    assertThat(told.claims()).containsExactly("casualties@Lima 12", "casualties@Quito 3");
  }

  @Test
  void aFigureOfAnotherPlaceDoesNotComeAlong() {
    Told told = new Told("Riots in Lima. 3 killed by floods in Quito");
    told.topic("riot", "Riots").topic("disaster-natural", "floods").place(LIMA).place(QUITO);

    assertThat(told.figure(FigureKind.KILLED, 3).claims())
        .containsExactly("disaster-natural@Quito 3");
  }

  @Test
  void aFigureGoesWhereTheWordsAfterItSayWhatItCounts() {
    Told told = new Told("2 were killed in Lima and 15 arrested in Quito. Protesters burnt cars");
    told.topic("casualties", "killed").topic("arrest", "arrested").place(LIMA).place(QUITO);
    told.figure(FigureKind.KILLED, 2).figure(FigureKind.DETAINED, 15);

    assertThat(told.claims()).containsExactly("casualties@Lima 2", "arrest@Quito 15");
  }

  @Test
  void aFigureThatFitsATopicIsNeverLost() {
    Told told = new Told("3 killed, a source in Quito says. Riots in Lima");
    told.topic("riot", "Riots").place(LIMA).place(QUITO).figure(FigureKind.KILLED, 3);

    assertThat(told.claims().stream().filter(claim -> claim.endsWith(" 3"))).isNotEmpty();
  }

  @Test
  void aFigureOfAKindThatIsNotKnownYetIsLeftOut() {
    Told told = new Told("Riots in Lima, 3 of them").topic("riot", "Riots").place(LIMA);

    assertThat(told.figure(FigureKind.OTHER, 3).claims()).isEmpty();
  }

  @Test
  void anIncidentKnowsItsPostAndWhereItWasSeen() {
    Incident incident = new Told("Riots in Peru").topic("riot", "Riots").place(PERU).coded().get(0);

    assertThat(incident.getPostKey()).isEqualTo("x:1764890000000000000");
    assertThat(incident.getHandle()).isEqualTo("ada_field");
    assertThat(incident.getPostedAt()).isEqualTo(Posts.POSTED);
    assertThat(incident.getIngestedAt()).isEqualTo(Posts.INGESTED);
    assertThat(incident.getArticle().getKey()).isEqualTo("https://news.example/a");
    assertThat(incident.getConfidence()).isEqualTo(0.9);
  }

  @Test
  void aTopicIsAtABoundedNumberOfPlaces() {
    StringBuilder text = new StringBuilder("Riots in ");
    Told told = new Told("");
    for (int i = 0; i < 200; i++) {
      text.append(i == 0 ? "" : ", ").append("Ort").append(i);
    }
    told.text = text.toString();
    told.topic("riot", "Riots");
    for (int i = 0; i < 200; i++) {
      told.place(place(1000L + i, "Ort" + i, "PE", "CITY", 0.9));
    }

    assertThat(told.coded()).hasSize(20);
  }

  @Test
  void spansThatFitNoWordsDoNoHarm() {
    String text = "\ud83d\udc00 \udc00 riot Lima \ud83d";
    int end = text.codePointCount(0, text.length());
    PlaceMention lima = PlaceMention.newBuilder(LIMA).setStart(end - 1).setEnd(end).build();
    PlaceMention quito = PlaceMention.newBuilder(QUITO).setStart(0).setEnd(end).build();
    TopicMention first = new TopicMention("riot", 0.9, 0, 1);
    TopicMention last = new TopicMention("arrest", 0.9, end - 1, end);

    for (String any : List.of(text, "\ud83d", "…", " ".repeat(end))) {
      int points = any.codePointCount(0, any.length());
      List<TopicMention> topics = points < end ? List.of(first) : List.of(first, last);
      assertThat(CODER.incidents(enriched(any, topics, List.of(lima, quito), List.of(), null)))
          .extracting(Incident::getTopic)
          .containsOnlyOnceElementsOf(topics.stream().map(TopicMention::getTopic).toList());
    }
  }

  private static final PlaceMention LIMA = place(3936456L, "Lima", "PE", "CAPITAL", 0.95);
  private static final PlaceMention QUITO = place(3652462L, "Quito", "EC", "CAPITAL", 0.85);
  private static final PlaceMention PERU = place(null, "Peru", "PE", "COUNTRY", 0.95);

  /** A text, and what was read from it; words are found where they stand first. */
  private static final class Told {
    private String text;
    private final List<TopicMention> topics = new ArrayList<>();
    private final List<PlaceMention> places = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private IncidentPlace articlePlace;

    Told(String text) {
      this.text = text;
    }

    Told topic(String topic, String words) {
      int start = point(text.indexOf(words));
      topics.add(new TopicMention(topic, 0.9, start, start + words.length()));
      return this;
    }

    Told place(PlaceMention place) {
      return placeAt(place, text.indexOf(place.getText()));
    }

    Told placeAgain(PlaceMention place) {
      return placeAt(place, text.lastIndexOf(place.getText()));
    }

    private Told placeAt(PlaceMention place, int at) {
      int start = point(at);
      places.add(
          PlaceMention.newBuilder(place)
              .setStart(start)
              .setEnd(start + place.getText().length())
              .build());
      return this;
    }

    Told figure(FigureKind kind, long count) {
      int start = point(text.indexOf(Long.toString(count)));
      figures.add(
          Figure.newBuilder()
              .setKind(kind)
              .setCount(count)
              .setModifier(FigureModifier.EXACT)
              .setStart(start)
              .setEnd(start + Long.toString(count).length())
              .build());
      return this;
    }

    private int point(int at) {
      return text.codePointCount(0, at);
    }

    List<Incident> coded() {
      return CODER.incidents(enriched(text, topics, places, figures, articlePlace));
    }

    List<String> incidents() {
      return coded().stream().map(IncidentCoderTest::shown).toList();
    }

    List<String> claims() {
      return coded().stream()
          .flatMap(
              incident ->
                  incident.getFigures().stream()
                      .map(figure -> shown(incident) + " " + figure.getCount()))
          .toList();
    }
  }

  private static String shown(Incident incident) {
    String place = incident.getPlace() == null ? "-" : incident.getPlace().getName();
    return incident.getTopic() + "@" + place;
  }

  private static EnrichedPost enriched(
      String text,
      List<TopicMention> topics,
      List<PlaceMention> places,
      List<Figure> figures,
      IncidentPlace articlePlace) {
    return new EnrichedPost(
        Posts.post(text), null, List.of(), places, topics, figures, articlePlace);
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
}
