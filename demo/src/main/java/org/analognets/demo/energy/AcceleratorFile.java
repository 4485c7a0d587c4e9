package org.analognets.demo.energy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.analognets.analog.chip.AonCim;

/**
 * Reads what-if accelerators from HOCON.
 *
 * <pre>
 * accelerator {
 *   rows = 1024        # inputs of the array, each with its DAC
 *   columns = 512      # outputs of the array
 *   adc-sharing = 4    # columns that take turns on one ADC
 *   bits = [8, 6, 4]   # widths of the converters
 * }
 * </pre>
 *
 * <p>A key left out keeps the published accelerator's value.
 */
public final class AcceleratorFile {
  /** Large enough for every array that might be built, small enough to be placed and drawn. */
  private static final int LARGEST = 65_536;

  private static final int NARROWEST_BITS = 2;
  private static final int WIDEST_BITS = 12;
  private static final String ROOT = "accelerator";
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("rows", "columns", "adc-sharing", "bits"));

  private final Path file;
  private final Config config;

  private AcceleratorFile(Path file, Config config) {
    this.file = file;
    this.config = config;
  }

  /**
   * An accelerator, and the widths that its file wants to see.
   *
   * @param accelerator at the first of the widths
   * @param bits widths of the converters; empty where the file names none
   */
  public record WhatIf(AonCim accelerator, List<Integer> bits) {

    public WhatIf {
      bits = List.copyOf(bits);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException naming file, line, key and what is wrong with it
   */
  public static WhatIf read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file");
    }
    try {
      return new AcceleratorFile(file, ConfigFactory.parseFile(file.toFile()).resolve()).whatIf();
    } catch (ConfigException e) {
      throw new IOException(withLine(file, String.valueOf(e.getMessage())), e);
    }
  }

  /** The library's messages begin with the file and the bare number of a line. */
  private static String withLine(Path file, String message) {
    return message.replaceFirst(
        "^" + Pattern.quote(file.toString()) + ": (?=\\d+: )",
        Matcher.quoteReplacement(file + ": line "));
  }

  private WhatIf whatIf() throws IOException {
    checkKeys(config, Set.of(ROOT), "");
    if (!config.hasPath(ROOT)) {
      throw new IOException(file + ": holds no '" + ROOT + " { .. }'");
    }
    checkKeys(config.getConfig(ROOT), KEYS, ROOT + ".");
    AonCim paper = AonCim.defaults();
    int columns = integer("columns", paper.columns(), LARGEST);
    return new WhatIf(
        paper.withArray(
            integer("rows", paper.rows(), LARGEST),
            columns,
            integer("adc-sharing", Math.min(paper.adcSharing(), columns), columns)),
        bits());
  }

  private void checkKeys(Config section, Set<String> known, String prefix) throws IOException {
    for (var entry : section.root().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw wrong(
            prefix + entry.getKey(),
            entry.getValue(),
            "unknown; there is " + prefix + String.join(", " + prefix, known));
      }
    }
  }

  private int integer(String key, int otherwise, int highest) throws IOException {
    String path = ROOT + "." + key;
    return config.hasPath(path) ? integer(path, config.getValue(path), 1, highest) : otherwise;
  }

  private List<Integer> bits() throws IOException {
    String path = ROOT + ".bits";
    if (!config.hasPath(path)) {
      return List.of();
    }
    ConfigValue value = config.getValue(path);
    List<Integer> bits = new ArrayList<>();
    for (ConfigValue one : value instanceof ConfigList list ? list : List.of(value)) {
      bits.add(integer(path, one, NARROWEST_BITS, WIDEST_BITS));
    }
    if (bits.isEmpty()) {
      throw wrong(path, value, "names no width");
    }
    return bits;
  }

  private int integer(String path, ConfigValue value, int lowest, int highest) throws IOException {
    if (value.valueType() == ConfigValueType.NUMBER
        && value.unwrapped() instanceof Integer number
        && number >= lowest
        && number <= highest) {
      return number;
    }
    throw wrong(
        path,
        value,
        "must be a whole number, "
            + lowest
            + ".."
            + highest
            + ", was "
            + value.render(ConfigRenderOptions.concise()));
  }

  private IOException wrong(String path, ConfigValue value, String what) {
    return new IOException(
        file + ": line " + value.origin().lineNumber() + ": " + path + ": " + what);
  }
}
