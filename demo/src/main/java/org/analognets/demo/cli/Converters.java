package org.analognets.demo.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.demo.http.HttpPorts;
import org.analognets.demo.text.Age;
import org.analognets.demo.text.Interval;
import org.analognets.training.TrainingNoise;
import org.analognets.training.dataset.Split;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From what users write to values; what can't be read is a wrong command line. */
final class Converters {
  /** The widths that the accelerator's published figures cover. */
  private static final Set<String> WIDTHS = Set.of("8", "6", "4", "ideal");

  private Converters() {}

  /** A chip's age, e.g. {@code 24h}. */
  static final class ToAge implements ITypeConverter<Age> {
    @Override
    public Age convert(String value) {
      try {
        return Age.parse(value);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** A width of DACs and ADCs. */
  static final class ToConverter implements ITypeConverter<Converter> {
    @Override
    public Converter convert(String value) {
      if (!WIDTHS.contains(value)) {
        throw new TypeConversionException("'" + value + "' is none of 8, 6, 4, ideal");
      }
      return Converter.parse(value);
    }
  }

  /** A width of converters that can be built. */
  static final class ToWidth implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      try {
        return Converter.bits(Integer.parseInt(value.strip())).bits();
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException("'" + value + "' is no width in bits, 2..12");
      }
    }
  }

  /** A time between events, e.g. {@code 100ms}. */
  static final class ToInterval implements ITypeConverter<Interval> {
    @Override
    public Interval convert(String value) {
      try {
        return Interval.parse(value);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** A port to serve at, 0 for any, or none. */
  static final class ToPorts implements ITypeConverter<HttpPorts> {
    @Override
    public HttpPorts convert(String value) {
      try {
        return HttpPorts.parse(value);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** A network that can be trained and evaluated. */
  static final class ToNetwork implements ITypeConverter<NetworkName> {
    @Override
    public NetworkName convert(String value) {
      for (NetworkName name : NetworkName.values()) {
        if (name.toString().equals(value)) {
          return name;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no network; there is: " + Arrays.toString(NetworkName.values()));
    }
  }

  /** A part of a data set. */
  static final class ToSplit implements ITypeConverter<Split> {
    @Override
    public Split convert(String value) {
      for (Split split : Split.values()) {
        if (split.label().equals(value)) {
          return split;
        }
      }
      throw new TypeConversionException("'" + value + "' is none of training, validation, testing");
    }
  }

  /** What is done about drift. */
  static final class ToCompensation implements ITypeConverter<DriftCompensation> {
    @Override
    public DriftCompensation convert(String value) {
      try {
        return DriftCompensation.parse(value);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** What the array is made of. */
  static final class ToDeviceModel implements ITypeConverter<DeviceModel> {
    @Override
    public DeviceModel convert(String value) {
      try {
        return DeviceModel.named(value);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** What disturbs the weights while a network is trained. */
  static final class ToNoise implements ITypeConverter<TrainingNoise> {
    @Override
    public TrainingNoise convert(String value) {
      for (TrainingNoise noise : TrainingNoise.values()) {
        if (noise.name().toLowerCase(Locale.ROOT).equals(value)) {
          return noise;
        }
      }
      throw new TypeConversionException("'" + value + "' is none of none, gaussian, devices");
    }
  }
}
