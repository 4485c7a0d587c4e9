package org.analognets.training.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Pictures with and without persons, read whole into memory at the size that training needs.
 *
 * <p>Three layouts are known: a folder with {@code labels.csv}; one with pictures and COCO's {@code
 * instances_*.json}; one with the folders {@code person} and {@code no_person}.
 *
 * @param pictures in the order of the files' lists
 */
public record PictureSet(List<LabelledPicture> pictures) {

  public PictureSet {
    pictures = List.copyOf(pictures);
  }

  /** Reads a folder without reporting progress. */
  public static PictureSet read(Path folder) throws IOException {
    return read(folder, count -> {});
  }

  /**
   * Reads a folder.
   *
   * @param progress told the number of pictures read so far
   * @throws IOException one line that names the path and what is wrong with it
   */
  public static PictureSet read(Path folder, IntConsumer progress) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": no such folder; give the data set's folder");
    }
    PictureLoader loader = new PictureLoader(progress);
    List<LabelledPicture> pictures = layout(folder, loader);
    if (pictures.isEmpty()) {
      throw new IOException(folder + ": holds no pictures");
    }
    return new PictureSet(pictures);
  }

  private static List<LabelledPicture> layout(Path folder, PictureLoader loader)
      throws IOException {
    if (Files.exists(folder.resolve(PictureTable.FILE_NAME))) {
      return PictureTable.read(folder, loader);
    }
    if (PictureFolders.fits(folder)) {
      return PictureFolders.read(folder, loader);
    }
    List<Path> annotations = CocoLayout.annotations(folder);
    if (!annotations.isEmpty()) {
      return CocoLayout.read(folder, annotations, loader);
    }
    throw new IOException(
        folder
            + ": is no data set of pictures; expected labels.csv, or COCO's instances_*.json, or the"
            + " folders person and no_person");
  }
}
