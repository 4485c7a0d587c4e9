package org.analognets.training.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A stage's state on disk after an epoch: parameters, moments, averages, W_max, and how far it got.
 *
 * <p>Written beside and moved into place, so that an interrupted write leaves the former one whole.
 */
final class Checkpoint {
  private static final int MAGIC = 0x414e4c43;

  private Checkpoint() {}

  static void write(Path file, String settings, int epochsDone, TrainedNetwork network, AdamW adam)
      throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeUTF(settings);
      out.writeInt(epochsDone);
      out.writeLong(adam.steps());
      for (LayerParameters layer : network.layers()) {
        out.writeFloat(layer.frozenMax);
      }
      for (Parameter p : network.all()) {
        write(out, p.value);
        write(out, p.firstMoment);
        write(out, p.secondMoment);
        write(out, p.average);
      }
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Restores a stage.
   *
   * @return how many epochs were done
   * @throws IOException when the file is damaged or was made with other settings
   */
  static int read(Path file, String settings, TrainedNetwork network, AdamW adam)
      throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + ": is no checkpoint of this program; remove it to start anew");
      }
      if (!in.readUTF().equals(settings)) {
        throw new IOException(
            file + ": was made with other settings or data; remove it to start anew");
      }
      int epochsDone = in.readInt();
      adam.restore(in.readLong());
      for (LayerParameters layer : network.layers()) {
        layer.frozenMax = in.readFloat();
      }
      for (Parameter p : network.all()) {
        read(in, p.value);
        read(in, p.firstMoment);
        read(in, p.secondMoment);
        read(in, p.average);
      }
      if (in.read() >= 0) {
        throw new IOException(file + ": is longer than it should be; remove it to start anew");
      }
      return epochsDone;
    } catch (java.io.UTFDataFormatException e) {
      throw new IOException(file + ": is damaged; remove it to start anew", e);
    } catch (java.io.EOFException e) {
      throw new IOException(file + ": is cut off; remove it to start anew", e);
    }
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    for (float v : values) {
      out.writeFloat(v);
    }
  }

  private static void read(DataInputStream in, float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }
}
