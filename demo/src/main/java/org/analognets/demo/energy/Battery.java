package org.analognets.demo.energy;

/**
 * A cell that an accelerator might live on.
 *
 * <p>Lives are counted with the full nominal capacity at the nominal voltage, without
 * self-discharge, converter losses or anything else that draws current.
 *
 * @param name its usual name
 * @param milliampereHours nominal capacity
 * @param volts nominal voltage
 */
public record Battery(String name, double milliampereHours, double volts) {
  private static final double COULOMBS_PER_MILLIAMPERE_HOUR = 3.6;
  private static final double SECONDS_PER_DAY = 86_400;

  /** A lithium coin cell. */
  public static final Battery CR2032 = new Battery("CR2032", 225, 3);

  /** A lithium-ion cell as in laptops and torches. */
  public static final Battery CELL_18650 = new Battery("18650", 3000, 3.6);

  /** What it holds, in joules. */
  public double joules() {
    return milliampereHours * COULOMBS_PER_MILLIAMPERE_HOUR * volts;
  }

  /** Days until it is empty at a constant power. */
  public double days(double watts) {
    return joules() / watts / SECONDS_PER_DAY;
  }
}
