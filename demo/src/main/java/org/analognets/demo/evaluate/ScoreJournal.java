package org.analognets.demo.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** Ends a whole line: one that was cut off lacks it. */
  private static final String WHOLE = ".";

  private final Path file;
  private final Writer out;
  private final Map<String, Score> known;
  private final Consumer<Score> listener;

  private ScoreJournal(Path file, Writer out, Map<String, Score> known, Consumer<Score> listener) {
    this.file = file;
    this.out = out;
    this.known = known;
    this.listener = listener;
  }

  /**
   * Opens the journal of an experiment.
   *
   * @param fingerprint all that decides the scores; a journal of another experiment is refused
   * @param listener told each score: first those of the interrupted run, then each new one
   * @throws IOException when the file is no journal, belongs to another experiment or can't be written
   */
  public static ScoreJournal open(Path file, String fingerprint, Consumer<Score> listener)
      throws IOException {
    Map<String, Score> known = new LinkedHashMap<>();
    List<String> kept = new ArrayList<>(List.of(HEADER + fingerprint));
    for (String line : Files.exists(file) ? scoreLines(file, fingerprint) : List.<String>of()) {
      parse(line)
          .ifPresent(
              score -> {
                known.put(key(score.converter(), score.ageSeconds(), score.chip()), score);
                kept.add(line);
              });
    }
    replace(file, kept);
    Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    known.values().forEach(listener);
    return new ScoreJournal(file, out, known, listener);
  }

  private static List<String> scoreLines(Path file, String fingerprint) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(noJournal(file), e);
    }
    if (lines.isEmpty()) {
      return lines;
    }
    if (!lines.get(0).startsWith(HEADER)) {
      throw new IOException(noJournal(file));
    }
    if (!lines.get(0).equals(HEADER + fingerprint)) {
      throw new IOException(
          file
              + ": holds the scores of an interrupted experiment with other settings, model or clips;"
              + " remove it to start anew");
    }
    return lines.subList(1, lines.size());
  }

  private static String noJournal(Path file) {
    return file + ": is no journal of an evaluation; choose another file for the journal";
  }

  /** Nothing where the line was cut off. */
  private static Optional<Score> parse(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != FIELDS + 1 || !fields[FIELDS].equals(WHOLE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Score(
              Converter.parse(fields[0]),
              Double.parseDouble(fields[1]),
              Integer.parseInt(fields[2]),
              Double.parseDouble(fields[3])));
    } catch (IllegalArgumentException damaged) {
      // Measured again, which gives the same score.
      return Optional.empty();
    }
  }

  /** At no moment are there fewer scores on disk than before. */
  private static void replace(Path file, List<String> lines) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".new");
    Files.write(part, lines);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public Optional<Double> known(Converter converter, double ageSeconds, int chip) {
    return Optional.ofNullable(known.get(key(converter, ageSeconds, chip))).map(Score::accuracy);
  }

  @Override
  public void measured(Score score) {
    try {
      out.write(
          String.join(
                  ",",
                  key(score.converter(), score.ageSeconds(), score.chip()),
                  Double.toString(score.accuracy()),
                  WHOLE)
              + System.lineSeparator());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + ": can't be written: " + e.getMessage(), e));
    }
    listener.accept(score);
  }

  private static String key(Converter converter, double ageSeconds, int chip) {
    return converter.label() + "," + ageSeconds + "," + chip;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
