package org.analognets.demo.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long ago a chip was programmed, as users write it: a number and a unit, e.g. {@code 25s},
 * {@code 90min}, {@code 1h}, {@code 30d}, {@code 0.5y}.
 *
 * @param text as it was written
 * @param seconds the same in seconds; a year has 365 days
 */
public record Age(String text, double seconds) {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(s|min|h|d|w|y)");
  private static final Map<String, Double> UNIT_SECONDS =
      Map.of("s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0, "w", 604_800.0, "y", 31_536_000.0);

  /**
   * Reads an age.
   *
   * @throws IllegalArgumentException when it has another form or is below one second, where the
   *     device model says nothing
   */
  public static Age parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not an age: write a number and s, min, h, d, w or y, e.g. 25s, 24h, 1y");
    }
    double seconds = Double.parseDouble(form.group(1)) * unitSeconds(form.group(2));
    if (seconds < 1 || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("'" + text + "': an age is at least 1s");
    }
    return new Age(text.strip(), seconds);
  }

  private static double unitSeconds(String unit) {
    return UNIT_SECONDS.getOrDefault(unit, Double.NaN);
  }

  /** Seconds in the largest unit that leaves a number of at least one, e.g. {@code 1.5 h}. */
  public static String display(double seconds) {
    String[] units = {"y", "d", "h", "min"};
    for (String unit : units) {
      if (seconds >= unitSeconds(unit)) {
        return shortNumber(seconds / unitSeconds(unit)) + " " + unit;
      }
    }
    return shortNumber(seconds) + " s";
  }

  private static String shortNumber(double value) {
    String number = String.format(Locale.ROOT, "%.2f", value);
    return number.replaceAll("\\.?0+$", "");
  }
}
