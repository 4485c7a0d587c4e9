package org.analognets.demo.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.analognets.analog.converter.Converter;
import org.analognets.training.evaluation.DriftExperiment;
import org.analognets.training.evaluation.DriftExperiment.Score;

/**
 * Keeps the scores of an experiment in a file as they come, so that an interrupted run goes on where it
 * stopped.
 *
 * <p>A first line names the experiment, then one line for each score: bits, age in seconds, chip,
 * accuracy. A half-written last line is dropped.
 */
public final class ScoreJournal implements DriftExperiment.Journal, AutoCloseable {
  private static final String HEADER = "# analognets evaluation ";
  private static final int FIELDS = 4;

  private final Path file;
  private final Writer out;
  private final Map<String, Double> known = new HashMap<>();
  private final Consumer<Score> listener;

  private ScoreJournal(Path file, Writer out, Map<String, Double> known, Consumer<Score> listener) {
    this.file = file;
    this.out = out;
    this.known.putAll(known);
    this.listener = listener;
  }

  /**
   * Opens the journal of an experiment.
   *
   * @param fingerprint all that decides the scores; a journal of another experiment is refused
   * @param listener told each new score
   * @throws IOException when the file belongs to another experiment or can't be written
   */
  public static ScoreJournal open(Path file, String fingerprint, Consumer<Score> listener)
      throws IOException {
    Map<String, Double> known = new HashMap<>();
    List<String> kept = new ArrayList<>(List.of(HEADER + fingerprint));
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      if (!lines.isEmpty() && !lines.get(0).equals(HEADER + fingerprint)) {
        throw new IOException(
            file + ": holds the scores of another experiment; remove it to start anew");
      }
      for (String line : lines) {
        String[] fields = line.split(",", -1);
        if (fields.length == FIELDS + 1 && fields[FIELDS].equals(".")) {
          known.put(key(fields[0], fields[1], fields[2]), Double.valueOf(fields[3]));
          kept.add(line);
        }
      }
    }
    Files.write(file, kept);
    Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    return new ScoreJournal(file, out, known, listener);
  }

  /** Scores of an interrupted run. */
  public int size() {
    return known.size();
  }

  @Override
  public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
    return Optional.ofNullable(
        known.get(key(converter.label(), Double.toString(ageSeconds), Integer.toString(chip))));
  }

  @Override
  public void measured(Score score) {
    try {
      // The point at the end tells a whole line from one that was cut off.
      out.write(
          String.join(
                  ",",
                  score.converter().label(),
                  Double.toString(score.ageSeconds()),
                  Integer.toString(score.chip()),
                  Double.toString(score.accuracy()),
                  ".")
              + System.lineSeparator());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can't be written: " + e.getMessage(), e);
    }
    listener.accept(score);
  }

  private static String key(String bits, String age, String chip) {
    return bits + "," + age + "," + chip;
  }

  /** Removes the file, once the results are safe elsewhere. */
  public void finish() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
