package org.analognets.analog.device;

/**
 * What programming left in devices of one kind, one for each weight of a layer: enough to have the
 * same devices again.
 *
 * @param conductances in parts of g_max, 0 or more; weights row by row, without padding
 * @param exponents nu of each device's drift, 0 or more
 */
public record DeviceState(float[] conductances, float[] exponents) {

  public DeviceState {
    if (conductances.length != exponents.length) {
      throw new IllegalArgumentException(
          "devices: "
              + conductances.length
              + " conductances but "
              + exponents.length
              + " drift exponents");
    }
    check("conductance", conductances);
    check("drift exponent", exponents);
  }

  private static void check(String what, float[] values) {
    for (float value : values) {
      if (!(value >= 0) || Float.isInfinite(value)) {
        throw new IllegalArgumentException(
            "devices: every " + what + " must be 0 or more and finite, found " + value);
      }
    }
  }
}
