package org.analognets.training.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.WavFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A data set in the layout of Google Speech Commands (Warden 2018): a folder for each word with WAV
 * clips {@code speaker_nohash_n.wav}, and {@code _background_noise_}. Read whole into memory, from a
 * folder or from the original {@code .tar.gz}.
 *
 * <p>The split is taken from {@code validation_list.txt} and {@code testing_list.txt} where they are
 * present, else from the official hash rule. Other folders whose name starts with an underscore hold
 * further speech that is none of the words, one level deeper; it belongs to training only.
 *
 * @param clips words, sorted by name
 * @param noises long recordings of background noise, sorted by name
 * @param extras further speech without a speaker id, sorted by name
 */
public record SpeechCommands(List<Clip> clips, List<Clip> noises, List<Clip> extras) {
  private static final String NOISE_FOLDER = "_background_noise_";

  public SpeechCommands {
    clips = List.copyOf(clips);
    noises = List.copyOf(noises);
    extras = List.copyOf(extras);
  }

  /** Reads a folder or archive without reporting progress. */
  public static SpeechCommands read(Path path) throws IOException {
    return read(path, count -> {});
  }

  /**
   * Reads a folder or an archive.
   *
   * @param progress told the number of files read so far
   * @throws IOException one line that names the path and what is wrong with it
   */
  public static SpeechCommands read(Path path, IntConsumer progress) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(path + ": no such folder or archive; give the data set's folder");
    }
    Collector collector = new Collector(progress);
    if (Files.isDirectory(path)) {
      collector.readFolder(path);
    } else {
      collector.readArchive(path);
    }
    SpeechCommands all = collector.finish();
    if (all.clips.isEmpty()) {
      throw new IOException(
          path + ": holds no clips; expected one folder for each word with .wav files in it");
    }
    return all;
  }

  /** The clips of one part. */
  public List<Clip> clips(Split split) {
    return clips.stream().filter(clip -> clip.split() == split).toList();
  }

  /** Gathers files in whatever order they come, then sorts, so that order never matters. */
  private static final class Collector {
    private final IntConsumer progress;
    private final Map<String, short[]> files = new HashMap<>();
    private final Map<String, Split> listed = new HashMap<>();
    private boolean hasLists;

    Collector(IntConsumer progress) {
      this.progress = progress;
    }

    void readFolder(Path root) throws IOException {
      List<Path> paths;
      try (Stream<Path> walk = Files.walk(root, 4, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
        paths = walk.filter(Files::isRegularFile).toList();
      } catch (java.io.UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        throw new IOException(root + ": can't be listed at " + problem(cause), cause);
      }
      for (Path file : paths) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".wav")) {
          add(name, WavFile.read(file));
        } else {
          readList(name, () -> Files.newInputStream(file));
        }
      }
    }

    void readArchive(Path archive) throws IOException {
      try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
          TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw))) {
        TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
          String name = entry.getName().replaceFirst("^\\./", "");
          if (entry.isFile() && name.endsWith(".wav")) {
            add(
                name,
                WavFile.read(new ByteArrayInputStream(tar.readAllBytes()), archive + ": " + name));
          } else if (entry.isFile()) {
            readList(name, () -> new ByteArrayInputStream(tar.readAllBytes()));
          }
        }
      } catch (AudioException e) {
        throw e;
      } catch (IOException e) {
        throw new IOException(archive + ": can't be read as a .tar.gz: " + problem(e), e);
      }
    }

    /** File system exceptions of a walk say only where; the end of a file says nothing. */
    private static String problem(IOException failure) {
      String where = failure.getMessage() == null ? "" : failure.getMessage();
      if (failure instanceof java.nio.file.FileSystemLoopException) {
        return where + ", a link that leads back";
      }
      if (failure instanceof java.nio.file.AccessDeniedException) {
        return where + ", permission denied";
      }
      return failure instanceof java.io.EOFException ? "it ends too early" : where;
    }

    private void add(String name, float[] samples) {
      short[] packed = new short[samples.length];
      for (int i = 0; i < samples.length; i++) {
        packed[i] = (short) Math.max(-32768, Math.min(32767, Math.round(samples[i] * 32768f)));
      }
      files.put(name, packed);
      progress.accept(files.size());
    }

    private void readList(String name, Opener opener) throws IOException {
      Split split =
          switch (name) {
            case "validation_list.txt" -> Split.VALIDATION;
            case "testing_list.txt" -> Split.TESTING;
            default -> Split.TRAINING;
          };
      if (split == Split.TRAINING) {
        return;
      }
      hasLists = true;
      try (InputStream in = opener.open()) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .forEach(line -> listed.put(line, split));
      }
    }

    SpeechCommands finish() {
      List<Clip> clips = new ArrayList<>();
      List<Clip> noises = new ArrayList<>();
      List<Clip> extras = new ArrayList<>();
      files.forEach(
          (name, samples) -> {
            int slash = name.lastIndexOf('/');
            String folder = slash < 0 ? "" : name.substring(0, slash);
            String word = folder.substring(folder.lastIndexOf('/') + 1);
            if (folder.equals(NOISE_FOLDER)) {
              noises.add(new Clip(word, name, Split.TRAINING, samples));
            } else if (folder.startsWith("_")) {
              extras.add(new Clip(word, name, Split.TRAINING, samples));
            } else if (!folder.isEmpty()) {
              clips.add(new Clip(word, name, split(name), samples));
            }
          });
      Comparator<Clip> byName = Comparator.comparing(Clip::name);
      clips.sort(byName);
      noises.sort(byName);
      extras.sort(byName);
      return new SpeechCommands(clips, noises, extras);
    }

    private Split split(String name) {
      return hasLists ? listed.getOrDefault(name, Split.TRAINING) : Split.of(name);
    }
  }

  /** Opens a list file. */
  private interface Opener {
    InputStream open() throws IOException;
  }
}
