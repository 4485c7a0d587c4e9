package org.analognets.training.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A data set described by {@code labels.csv}: plain commas without quotes, and a first line that names the
 * columns {@code path}, {@code source}, {@code scene}, {@code label} and, if another network was
 * asked, {@code teacher_p_person}. Labels are {@code person}, {@code no_person} and {@code unlabelled}.
 */
final class PictureTable {
  static final String FILE_NAME = "labels.csv";

  private final Path file;
  private final int columns;
  private final int path;
  private final int source;
  private final int scene;
  private final int label;
  private final int teacher;

  private PictureTable(Path file, String header) throws IOException {
    List<String> names = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    this.file = file;
    this.columns = names.size();
    this.path = column(names, "path");
    this.source = column(names, "source");
    this.scene = column(names, "scene");
    this.label = column(names, "label");
    this.teacher = names.indexOf("teacher_p_person");
  }

  static List<LabelledPicture> read(Path folder, PictureLoader loader) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new IOException(file + ": is empty; expected a line that names the columns");
    }
    PictureTable table = new PictureTable(file, lines.get(0));
    List<LabelledPicture> pictures = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        pictures.add(table.picture(folder, i + 1, lines.get(i), loader));
      }
    }
    return pictures;
  }

  private int column(List<String> names, String name) throws IOException {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IOException(file + ": has no column '" + name + "'");
    }
    return index;
  }

  private LabelledPicture picture(Path folder, int line, String text, PictureLoader loader)
      throws IOException {
    String[] fields = text.split(",", -1);
    if (fields.length != columns) {
      throw new IOException(
          "%s, line %d: has %d fields, not %d".formatted(file, line, fields.length, columns));
    }
    return new LabelledPicture(
        fields[path],
        fields[source],
        fields[scene],
        label(line, fields[label]),
        teacher(line, fields),
        loader.read(folder.resolve(fields[path])));
  }

  private PersonLabel label(int line, String text) throws IOException {
    return switch (text) {
      case "person" -> PersonLabel.PERSON;
      case "no_person" -> PersonLabel.NO_PERSON;
      case "unlabelled" -> PersonLabel.UNLABELLED;
      default ->
          throw new IOException(
              "%s, line %d: label '%s' is none of person, no_person, unlabelled"
                  .formatted(file, line, text));
    };
  }

  private OptionalDouble teacher(int line, String[] fields) throws IOException {
    if (teacher < 0 || fields[teacher].isBlank()) {
      return OptionalDouble.empty();
    }
    try {
      double probability = Double.parseDouble(fields[teacher]);
      if (probability >= 0 && probability <= 1) {
        return OptionalDouble.of(probability);
      }
    } catch (NumberFormatException ignored) {
      // Said below, as for a number out of range.
    }
    throw new IOException(
        "%s, line %d: teacher_p_person '%s' is no probability"
            .formatted(file, line, fields[teacher]));
  }
}
