package org.analognets.analog.device;

import java.util.Locale;

/**
 * Statistics of one kind of memory device: how far programming misses, how conductance drifts, how
 * reading fluctuates.
 *
 * <p>Every curve takes {@code r}, a conductance as a part of g_max, in 0..1 (a programmed
 * conductance may lie somewhat above 1). Models hold no state; {@link ProgrammedPairs} holds
 * devices.
 */
public interface DeviceModel {

  /** How users choose it: "pcm", "hermes" or "ideal". */
  String name();

  /** The conductance that W_max is mapped to, in microsiemens. */
  double gMaxMicroSiemens();

  /** Devices that share one polarity of a weight; their currents add. */
  int devicesPerPolarity();

  /** Deviation of the programmed from the target conductance, in microsiemens. */
  double programmingDeviationMicroSiemens(double r);

  /** Mean of the drift exponent nu of devices programmed to a target. */
  double driftExponentMean(double r);

  /** Deviation of the drift exponent among devices programmed to a target. */
  double driftExponentDeviation(double r);

  /** t_c: drift is counted from here, in seconds since programming. */
  double driftStartSeconds();

  /** Q_s: read noise as a part of the conductance, before it grows with time. */
  double readNoise(double r);

  /**
   * How much read noise has grown at an age: the 1/f factor {@code sqrt(ln((t + t_read)/(2
   * t_read)))}.
   */
  double readNoiseGrowth(double ageSeconds);

  /** Whether devices hold exactly what they are given, for ever. */
  default boolean isIdeal() {
    return false;
  }

  /** The model that users choose by this name. */
  static DeviceModel named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "pcm" -> new PcmModel();
      case "hermes" -> new HermesModel();
      case "ideal" -> new IdealModel();
      default ->
          throw new IllegalArgumentException(
              "device model '" + name + "': unknown; choose pcm, hermes or ideal");
    };
  }
}
