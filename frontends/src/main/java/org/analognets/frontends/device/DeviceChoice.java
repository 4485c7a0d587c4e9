package org.analognets.frontends.device;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the device that a user means by its index, its name, or a part of its name (in upper or
 * lower case) that no other device's name has.
 *
 * @param kind what such a device is called, such as "microphone"
 * @param instead what to do where there is none
 */
public record DeviceChoice(String kind, String instead) {

  /**
   * Chooses.
   *
   * @param names what the devices are called, each at its index
   * @return the index of the one that is meant
   * @throws NoSuchElementException one line with the devices that there are
   */
  public int of(List<String> names, String wanted) {
    if (names.isEmpty()) {
      throw new NoSuchElementException("no %s found; %s".formatted(kind, instead));
    }
    int[] matches = matches(names, wanted.strip());
    if (matches.length == 1) {
      return matches[0];
    }
    throw new NoSuchElementException(
        matches.length == 0
            ? "no %s \"%s\"; there are: %s".formatted(kind, wanted, listed(names))
            : "\"%s\" fits several %ss, give an index: %s"
                .formatted(wanted, kind, listed(names, matches)));
  }

  private static int[] matches(List<String> names, String wanted) {
    if (wanted.matches("\\d+")) {
      return where(names, i -> ("" + i).equals(wanted));
    }
    int[] exact = where(names, i -> names.get(i).equals(wanted));
    String part = wanted.toLowerCase(Locale.ROOT);
    return exact.length > 0
        ? exact
        : where(
            names, i -> !part.isEmpty() && names.get(i).toLowerCase(Locale.ROOT).contains(part));
  }

  private static int[] where(List<String> names, IntPredicate holds) {
    return IntStream.range(0, names.size()).filter(holds).toArray();
  }

  /** All of them with their indices. */
  public static String listed(List<String> names) {
    return listed(names, where(names, i -> true));
  }

  private static String listed(List<String> names, int[] indices) {
    return IntStream.of(indices)
        .mapToObj(i -> i + " " + names.get(i))
        .collect(Collectors.joining("; "));
  }
}
