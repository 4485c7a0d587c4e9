package org.analognets.training.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with pictures in {@code person} and {@code no_person}; each is a scene of its own. */
final class PictureFolders {
  private static final Pattern PICTURE = Pattern.compile(".*\\.(jpe?g|png|bmp|gif)");

  private PictureFolders() {}

  static boolean fits(Path folder) {
    return Files.isDirectory(folder.resolve("person"))
        && Files.isDirectory(folder.resolve("no_person"));
  }

  static List<LabelledPicture> read(Path folder, PictureLoader loader) throws IOException {
    List<LabelledPicture> pictures = new ArrayList<>();
    pictures.addAll(read(folder, "no_person", PersonLabel.NO_PERSON, loader));
    pictures.addAll(read(folder, "person", PersonLabel.PERSON, loader));
    return pictures;
  }

  private static List<LabelledPicture> read(
      Path folder, String name, PersonLabel label, PictureLoader loader) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder.resolve(name))) {
      files = list.filter(PictureFolders::isPicture).sorted().toList();
    }
    List<LabelledPicture> pictures = new ArrayList<>();
    for (Path file : files) {
      String path = name + "/" + file.getFileName();
      pictures.add(
          new LabelledPicture(
              path, "folder", path, label, OptionalDouble.empty(), loader.read(file)));
    }
    return pictures;
  }

  private static boolean isPicture(Path file) {
    return PICTURE.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT)).matches();
  }
}
