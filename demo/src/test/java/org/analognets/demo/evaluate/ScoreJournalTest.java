package org.analognets.demo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.converter.Converter;
import org.analognets.training.evaluation.DriftExperiment.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreJournalTest {
  private static final Score FIRST = new Score(Converter.bits(8), 25, 0, 0.9);
  private static final Score SECOND = new Score(Converter.ideal(), 86_400, 1, 1 / 3.0);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeTwoScores() throws IOException {
    file = folder.resolve("out.json.partial");
    try (ScoreJournal journal = ScoreJournal.open(file, "experiment", score -> {})) {
      journal.measured(FIRST);
      journal.measured(SECOND);
    }
  }

  @Test
  void scoresOfAnInterruptedRunAreKnownToTheLastBitAndToldFirst() throws IOException {
    List<Score> told = new ArrayList<>();
    try (ScoreJournal journal = ScoreJournal.open(file, "experiment", told::add)) {
      assertThat(journal.known(Converter.bits(8), 25, 0)).contains(0.9);
      assertThat(journal.known(Converter.ideal(), 86_400, 1)).contains(1 / 3.0);
      assertThat(journal.known(Converter.bits(8), 25, 1)).isEmpty();
      assertThat(journal.known(Converter.bits(6), 25, 0)).isEmpty();
      assertThat(told).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void aCutOffLastLineIsDroppedAndTheOthersStay() throws IOException {
    String whole = Files.readString(file);
    // Without its end even the number would be another one.
    Files.writeString(file, whole.substring(0, whole.stripTrailing().length() - 4));
    List<Score> told = new ArrayList<>();
    try (ScoreJournal journal = ScoreJournal.open(file, "experiment", told::add)) {
      assertThat(told).containsExactly(FIRST);
      journal.measured(SECOND);
    }
    assertThat(Files.readString(file)).isEqualTo(whole);
  }

  @Test
  void aDamagedLineIsMeasuredAgain() throws IOException {
    Files.writeString(file, Files.readString(file).replace("0.9", "many"));
    List<Score> told = new ArrayList<>();
    try (ScoreJournal journal = ScoreJournal.open(file, "experiment", told::add)) {
      assertThat(journal.known(Converter.bits(8), 25, 0)).isEmpty();
      assertThat(told).containsExactly(SECOND);
    }
  }

  @Test
  void anotherExperimentIsRefusedAndItsScoresStay() throws IOException {
    String before = Files.readString(file);
    assertThatIOException()
        .isThrownBy(() -> ScoreJournal.open(file, "other", score -> {}))
        .withMessageContaining(file.toString())
        .withMessageContaining("other settings");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aFileThatIsNoJournalIsRefusedAndLeftAlone() throws IOException {
    Path letter = folder.resolve("letter.txt");
    Files.writeString(letter, "Dear all,\n");
    assertThatIOException()
        .isThrownBy(() -> ScoreJournal.open(letter, "experiment", score -> {}))
        .withMessageContaining("is no journal");
    assertThat(letter).hasContent("Dear all,");
  }

  @Test
  void anEmptyFileIsANewJournal() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    try (ScoreJournal journal = ScoreJournal.open(empty, "experiment", score -> {})) {
      assertThat(journal.known(Converter.bits(8), 25, 0)).isEmpty();
    }
    assertThat(empty).content().startsWith("# analognets evaluation experiment");
  }
}
