package org.analognets.training.stream;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What is said in a recording, as text: a line for each word with its start and end in seconds and the
 * word itself, split by white space. Audacity reads and writes the same as a label track. Empty lines,
 * lines that begin with # and the frequency lines of Audacity, which begin with \, are passed over.
 */
public final class LabelFile {
  private LabelFile() {}

  /**
   * Reads a file.
   *
   * @return its utterances in order of time
   * @throws IOException one line that names file, line and what is wrong
   */
  public static List<Utterance> read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name a label file");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such label file", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is no text; want lines of start, end and word", e);
    }
    List<Utterance> utterances = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("\\")) {
        utterances.add(parse(line, file + ":" + (i + 1)));
      }
    }
    utterances.sort(Comparator.comparingDouble(Utterance::startSeconds));
    return utterances;
  }

  private static Utterance parse(String line, String place) throws IOException {
    String[] fields = line.split("\\s+", 3);
    if (fields.length != 3) {
      throw new IOException(place + ": want start, end and word, got '" + line + "'");
    }
    try {
      return new Utterance(Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), fields[2]);
    } catch (NumberFormatException e) {
      throw new IOException(place + ": start and end must be seconds, got '" + line + "'", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(place + ": " + e.getMessage(), e);
    }
  }

  /** Writes a file, tabs between the fields, milliseconds. */
  public static void write(Path file, List<Utterance> utterances) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Utterance u : utterances) {
      text.append(
          String.format(
              Locale.ROOT, "%.3f\t%.3f\t%s%n", u.startSeconds(), u.endSeconds(), u.word()));
    }
    Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
