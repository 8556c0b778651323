// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.enrich.data.Table;
import io.postwatch.schema.Incident;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Posts as a whole: the places that are read in them, and which of them each topic is at. */
class IncidentPlacesTest {
  private static final PostEnricher ENRICHER = new PostEnricher(Annotator.withDefaults());
  private static final IncidentCoder CODER = new IncidentCoder();

  static List<Table.Row> posts() {
    return Table.beside(IncidentPlacesTest.class, "incidents.tsv").rows();
  }

  @ParameterizedTest
  @MethodSource("posts")
  void eachTopicIsAtThePlaceItsPostSaysItIsAt(Table.Row row) {
    Set<String> expected = new TreeSet<>(List.of(row.text(0).split(" (?=[a-z-]+@)")));
    Set<String> topics =
        expected.stream()
            .map(each -> each.substring(0, each.indexOf('@')))
            .collect(Collectors.toSet());

    Set<String> coded =
        CODER.incidents(ENRICHER.enrich(Posts.post(row.text(1)))).stream()
            .filter(incident -> topics.contains(incident.getTopic()))
            .map(IncidentPlacesTest::shown)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(coded).as(row.text(1)).isEqualTo(expected);
  }

  private static String shown(Incident incident) {
    String place = incident.getPlace() == null ? "-" : incident.getPlace().getName();
    return incident.getTopic() + "@" + place;
  }
}
