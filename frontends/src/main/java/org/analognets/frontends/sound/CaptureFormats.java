package org.analognets.frontends.sound;

import static javax.sound.sampled.AudioSystem.NOT_SPECIFIED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** The formats that a capture device offers, and the order in which we would like them. */
final class CaptureFormats {
  /** 16 kHz needs no resampling; then what hardware has, best first; a telephone's rate last. */
  private static final int[] RATES_HZ = {
    Mfcc.SAMPLE_RATE_HZ, 48_000, 44_100, 32_000, 96_000, 192_000, 24_000, 22_050, 11_025, 8_000
  };

  private static final int[] CHANNELS = {1, 2, 4, 6, 8};
  private static final PcmEncoding[] FINE = {
    PcmEncoding.SIGNED_16, PcmEncoding.SIGNED_24, PcmEncoding.SIGNED_32
  };

  /** One way to open a line. */
  record Choice(PcmEncoding encoding, int channels, int rateHz) {
    AudioFormat audioFormat() {
      int frameBytes = channels * encoding.bytes();
      AudioFormat.Encoding pcm =
          encoding == PcmEncoding.UNSIGNED_8
              ? AudioFormat.Encoding.PCM_UNSIGNED
              : AudioFormat.Encoding.PCM_SIGNED;
      return new AudioFormat(
          pcm, rateHz, 8 * encoding.bytes(), channels, frameBytes, rateHz, false);
    }

    DataLine.Info lineInfo() {
      return new DataLine.Info(TargetDataLine.class, audioFormat());
    }
  }

  private CaptureFormats() {}

  /** What a device says it supports and we can use, best first. */
  static List<Choice> choices(Mixer mixer) {
    List<Choice> choices = new ArrayList<>();
    for (int rateHz : RATES_HZ) {
      for (int channels : CHANNELS) {
        for (PcmEncoding encoding : FINE) {
          choices.add(new Choice(encoding, channels, rateHz));
        }
      }
    }
    for (int rateHz : RATES_HZ) {
      choices.add(new Choice(PcmEncoding.UNSIGNED_8, 1, rateHz));
    }
    choices.removeIf(choice -> !mixer.isLineSupported(choice.lineInfo()));
    return choices;
  }

  /** Whether sound can be captured from a device at all. */
  static boolean captures(Mixer mixer) {
    return Arrays.stream(mixer.getTargetLineInfo())
        .anyMatch(line -> line.getLineClass() == TargetDataLine.class);
  }

  /** Rates, channels and widths in a few words, such as "any rate, 1-2 channels, 16, 24 bit". */
  static String summary(Mixer mixer) {
    List<AudioFormat> formats =
        Arrays.stream(mixer.getTargetLineInfo())
            .filter(DataLine.Info.class::isInstance)
            .flatMap(line -> Arrays.stream(((DataLine.Info) line).getFormats()))
            .toList();
    return String.join(", ", rates(formats), channels(formats), widths(formats));
  }

  private static String rates(List<AudioFormat> formats) {
    SortedSet<Integer> rates = values(formats, format -> (int) format.getSampleRate());
    return rates.isEmpty() || rates.first() == NOT_SPECIFIED ? "any rate" : list(rates) + " Hz";
  }

  private static String channels(List<AudioFormat> formats) {
    SortedSet<Integer> channels = values(formats, AudioFormat::getChannels);
    if (channels.isEmpty() || channels.first() == NOT_SPECIFIED) {
      return "any channels";
    }
    int fewest = channels.first();
    int most = channels.last();
    String count = fewest == most ? "" + most : fewest + "-" + most;
    return count + (most == 1 ? " channel" : " channels");
  }

  private static String widths(List<AudioFormat> formats) {
    SortedSet<Integer> bits = values(formats, AudioFormat::getSampleSizeInBits);
    return bits.isEmpty() || bits.first() == NOT_SPECIFIED ? "any width" : list(bits) + " bit";
  }

  private static SortedSet<Integer> values(
      List<AudioFormat> formats, ToIntFunction<AudioFormat> of) {
    return formats.stream().map(of::applyAsInt).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String list(SortedSet<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
