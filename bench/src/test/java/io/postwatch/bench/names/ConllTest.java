// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.bench.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.postwatch.bench.names.LabelledPost.Name;
import io.postwatch.schema.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConllTest {
  @TempDir private Path directory;

  @Test
  void wordsAreJoinedBySpacesAndNamesAreSpansOfThem() throws IOException {
    assertThat(read("Ann\tB-PER\nLee\tI-PER\nleft\tO\nRome\tB-LOC\n\nok\tO\n"))
        .containsExactly(
            new LabelledPost(
                "Ann Lee left Rome",
                List.of(new Name(EntityType.PERSON, 0, 7), new Name(EntityType.LOCATION, 13, 17))),
            new LabelledPost("ok", List.of()));
  }

  @Test
  void aSecondBeginningIsASecondName() throws IOException {
    assertThat(read("Rome\tB-LOC\nOslo\tB-LOC\n").get(0).names()).hasSize(2);
  }

  @Test
  void theHashOfAHashtagIsNoPartOfItsName() throws IOException {
    assertThat(read("#Rome\tB-LOC\n").get(0).names())
        .containsExactly(new Name(EntityType.LOCATION, 1, 5));
  }

  private List<LabelledPost> read(String lines) throws IOException {
    return Conll.read(Files.writeString(directory.resolve("posts.conll"), lines));
  }
}
