package org.analognets.demo.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short time as users write it: a number and a unit, e.g. {@code 100ms}, {@code 2.5s}.
 *
 * @param text as it was written
 * @param seconds the same in seconds, above 0
 */
public record Interval(String text, double seconds) {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|min|h)");
  private static final Map<String, Double> UNIT_SECONDS =
      Map.of("us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0);

  /**
   * Reads an interval.
   *
   * @throws IllegalArgumentException when it has another form or is not above zero
   */
  public static Interval parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time: write a number and us, ms, s, min or h, e.g. 100ms");
    }
    double unit = UNIT_SECONDS.getOrDefault(form.group(2), Double.NaN);
    double seconds = Double.parseDouble(form.group(1)) * unit;
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("'" + text + "': must be above 0");
    }
    return new Interval(text.strip(), seconds);
  }
}
