package org.analognets.analog.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that its name only ever stands for a whole one. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file beside the wanted one, then gives it that name, replacing what was there.
   *
   * @throws IOException when it can't be written; one line that names the file
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      String reason = e.getClass().getSimpleName().replace("Exception", "");
      throw new IOException(
          file
              + ": can't be written ("
              + reason
              + "); choose a folder that exists and can be written",
          e);
    }
  }
}
