// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridColumnTest {
  @ParameterizedTest
  @CsvSource({
    "col-md-4, NARROW",
    "col-xs-12 col-md-4 clear, NARROW",
    "col-8, WIDE",
    "col-12 col-lg-8, WIDE",
    "col-md-6, NONE",
    "col span_4_of_12, NARROW",
    "col span_2_of_3, WIDE",
    "span8, WIDE",
    "grid_3 omega, NARROW",
    "small-12 large-9 columns, WIDE",
    "w-full lg:w-1/3, NARROW",
    "md:col-span-8, WIDE",
    "uk-width-1-4@m, NARROW",
    "pure-u-1 pure-u-md-2-3, WIDE",
    "col-12, NONE",
    "col, NONE",
    "colspan4x, NONE",
    "icon-large-4x, NONE",
    "w-13/3, NONE",
    "'', NONE",
  })
  void isToldByItsClasses(String classes, GridColumn column) {
    assertThat(GridColumn.of(classes)).isEqualTo(column);
  }
}
