package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that a command writes: refused before the work where they can't be, written whole after it. */
final class Outputs {
  private Outputs() {}

  /** Prints what a file shall hold. */
  @FunctionalInterface
  interface Text {
    /** Prints it. */
    void print(PrintWriter out) throws IOException;
  }

  /**
   * Better now than after minutes of work.
   *
   * @param files those that will be written; null where the user named none
   * @throws IOException one line that names a file that can't be written
   */
  static void check(@Nullable Path... files) throws IOException {
    for (Path file : files) {
      if (file != null) {
        checkOne(file);
      }
    }
  }

  private static void checkOne(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": can't be written, it is a folder; name a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    boolean writable =
        Files.exists(file)
            ? Files.isWritable(file)
            : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    if (!writable) {
      throw new IOException(file + ": can't be written; choose an existing, writable folder");
    }
  }

  /** Writes a text; a full disk is an error, which a bare PrintWriter would swallow. */
  static void write(Path file, Text text) throws IOException {
    StringWriter whole = new StringWriter();
    text.print(new PrintWriter(whole));
    Files.writeString(file, whole.toString());
  }
}
