package org.analognets.analog.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.DeviceState;
import org.analognets.analog.device.HermesModel;
import org.analognets.analog.device.IdealModel;
import org.analognets.analog.device.PcmModel;
import org.analognets.analog.device.ProgrammedPairs;
import org.analognets.analog.energy.EnergyModel;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.OnnxModelFile;
import org.analognets.analog.network.ArrayLayer;

/**
 * What a chip file holds, in order.
 *
 * <pre>
 * birth        long seconds since 1970, int nanoseconds
 * seed         long
 * array        int rows, int columns, int ADC sharing, int bits (0: ideal)
 * devices      text model, int devices a polarity, double t_c in seconds
 * energy       double DAC watts, double fixed ADC joules, double ADC watts
 * compensation text
 * network      int bytes, a model file
 * for each layer on the array, for each device of a polarity, the positive, then the negative one:
 *              float conductances in parts of g_max, float drift exponents
 * </pre>
 *
 * <p>How many floats a layer has follows from network and devices. Read noise, the sums that drift
 * compensation was calibrated with and where layers sit follow from seed, devices and network.
 */
final class ChipPayload {
  private ChipPayload() {}

  /** Says what is wrong with a payload, for a message that names the file. */
  static final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    FormatException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static byte[] write(StoredChip stored) throws IOException {
    Chip chip = stored.chip();
    Instant birth = stored.birth();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(birth.getEpochSecond());
      out.writeInt(birth.getNano());
      out.writeLong(chip.seed());
      writeSettings(out, chip.settings());
      byte[] model = OnnxModelFile.bytes(chip.model());
      out.writeInt(model.length);
      out.write(model);
      for (ProgrammedPairs layer : chip.devices()) {
        for (DeviceState state : layer.states()) {
          writeFloats(out, state.conductances());
          writeFloats(out, state.exponents());
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void writeSettings(DataOutputStream out, AonCim settings) throws IOException {
    out.writeInt(settings.rows());
    out.writeInt(settings.columns());
    out.writeInt(settings.adcSharing());
    out.writeInt(settings.converter().bits());
    DeviceModel device = settings.deviceModel();
    out.writeUTF(device.name());
    out.writeInt(device.devicesPerPolarity());
    out.writeDouble(device.driftStartSeconds());
    EnergyModel energy = settings.energyModel();
    out.writeDouble(energy.dacWatts());
    out.writeDouble(energy.adcFixedJoules());
    out.writeDouble(energy.adcWatts());
    out.writeUTF(settings.compensation().label());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws FormatException when the bytes are too few or say the impossible
   * @throws IllegalArgumentException when a value is impossible
   */
  static StoredChip read(byte[] payload) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
      Instant birth = Instant.ofEpochSecond(in.readLong(), in.readInt());
      long seed = in.readLong();
      AonCim settings = readSettings(in);
      Model model = readModel(in);
      List<ProgrammedPairs> devices = readDevices(in, settings.deviceModel(), model);
      if (in.available() > 0) {
        throw new IllegalArgumentException("holds more devices than its network has");
      }
      return new StoredChip(settings.restore(model, seed, devices), birth);
    } catch (EOFException e) {
      throw new FormatException("holds fewer devices than its network has", e);
    } catch (DateTimeException e) {
      throw new FormatException("was programmed at an impossible time", e);
    }
  }

  private static AonCim readSettings(DataInputStream in) throws IOException {
    int rows = in.readInt();
    int columns = in.readInt();
    int adcSharing = in.readInt();
    return new AonCim(
        rows,
        columns,
        adcSharing,
        new Converter(in.readInt()),
        device(in.readUTF(), in.readInt(), in.readDouble()),
        new EnergyModel(in.readDouble(), in.readDouble(), in.readDouble()),
        DriftCompensation.parse(in.readUTF()));
  }

  private static DeviceModel device(String name, int devicesPerPolarity, double driftStart) {
    return switch (name) {
      case "pcm" -> new PcmModel(devicesPerPolarity, driftStart);
      case "hermes" -> new HermesModel(devicesPerPolarity, driftStart);
      case "ideal" -> new IdealModel();
      default -> throw new IllegalArgumentException("has devices of unknown kind '" + name + "'");
    };
  }

  private static Model readModel(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IllegalArgumentException("ends within its network");
    }
    return OnnxModelFile.read(new ByteArrayInputStream(in.readNBytes(length)), "inside");
  }

  private static List<ProgrammedPairs> readDevices(
      DataInputStream in, DeviceModel device, Model model) throws IOException {
    List<ProgrammedPairs> layers = new ArrayList<>();
    for (ArrayLayer layer : model.network().arrayLayers()) {
      List<DeviceState> states = new ArrayList<>();
      for (int d = 0; d < 2 * device.devicesPerPolarity(); d++) {
        float[] conductances = readFloats(in, layer.weightCount());
        states.add(new DeviceState(conductances, readFloats(in, layer.weightCount())));
      }
      layers.add(ProgrammedPairs.restore(device, layer.rows(), layer.columns(), states));
    }
    return layers;
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    out.write(buffer.array());
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[count * Float.BYTES];
    in.readFully(bytes);
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
