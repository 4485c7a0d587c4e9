package org.analognets.frontends.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;
import org.analognets.frontends.device.DeviceChoice;

/** The capture devices of this machine, through javax.sound. */
public final class Microphones {
  private static final DeviceChoice CHOICE =
      new DeviceChoice("microphone", "connect one or use a WAV file instead");

  private Microphones() {}

  /** Every device that sound can be captured from, the system's default first; may be empty. */
  public static List<Microphone> list() {
    return captureDevices().stream().map(Device::microphone).toList();
  }

  /**
   * The system's default device.
   *
   * @throws AudioException when there is no microphone
   */
  public static MicrophoneSource standard() throws AudioException {
    return new MicrophoneSource(select(list(), "0"));
  }

  /**
   * Chooses a device.
   *
   * @param wanted its index, its name, or a part of its name (in upper or lower case) that no other
   *     device's name has
   * @throws AudioException one line with the devices that there are
   */
  public static MicrophoneSource choose(String wanted) throws AudioException {
    return new MicrophoneSource(select(list(), wanted));
  }

  static Microphone select(List<Microphone> microphones, String wanted) throws AudioException {
    try {
      return microphones.get(CHOICE.of(names(microphones), wanted));
    } catch (NoSuchElementException e) {
      throw new AudioException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<String> names(List<Microphone> microphones) {
    return microphones.stream().map(Microphone::name).toList();
  }

  /**
   * Finds a device seen earlier. Its index may have changed since, so its name counts; the index
   * only tells devices of one name apart.
   */
  static Mixer find(Microphone microphone) throws AudioException {
    List<Device> devices = captureDevices();
    List<Device> named =
        devices.stream()
            .filter(device -> device.microphone().name().equals(microphone.name()))
            .toList();
    if (named.isEmpty()) {
      List<Microphone> there = devices.stream().map(Device::microphone).toList();
      throw new AudioException(
          "microphone %s is gone; %s"
              .formatted(
                  microphone.name(),
                  there.isEmpty()
                      ? "there is no other"
                      : "there are: " + DeviceChoice.listed(names(there))));
    }
    return named.stream()
        .filter(device -> device.microphone().index() == microphone.index())
        .findFirst()
        .orElse(named.get(0))
        .mixer();
  }

  private record Device(Microphone microphone, Mixer mixer) {}

  private static List<Device> captureDevices() {
    List<Device> devices = new ArrayList<>();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      Mixer mixer = AudioSystem.getMixer(info);
      if (CaptureFormats.captures(mixer)) {
        devices.add(
            new Device(
                new Microphone(
                    devices.size(),
                    info.getName(),
                    info.getDescription(),
                    CaptureFormats.summary(mixer)),
                mixer));
      }
    }
    return devices;
  }
}
