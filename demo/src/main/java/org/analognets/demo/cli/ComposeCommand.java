package org.analognets.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.analognets.analog.random.Randoms;
import org.analognets.frontends.sound.Mfcc;
import org.analognets.frontends.sound.WavFile;
import org.analognets.training.dataset.Clip;
import org.analognets.training.dataset.SpeechCommands;
import org.analognets.training.dataset.Split;
import org.analognets.training.stream.LabelFile;
import org.analognets.training.stream.Recording;
import org.analognets.training.stream.StreamComposer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Builds a labelled recording out of clips and noise. */
@Command(
    name = "compose",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Compose a recording out of a data set's clips and background noise, and a label file that says"
          + " which word lies where."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  analognets compose --data speech --split testing --snr 10 --out x.wav --labels x.txt"
    })
final class ComposeCommand implements Callable<Integer> {
  private static final double LEAD_SECONDS = 1.5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data set in the layout of Speech Commands: a folder, or the .tar.gz.")
  private Path data;

  @Option(
      names = "--split",
      paramLabel = "training|validation|testing",
      defaultValue = "testing",
      converter = Converters.ToSplit.class,
      description = "Part of the data set the clips are from. Default: ${DEFAULT-VALUE}")
  private Split split;

  @Option(
      names = "--words",
      split = ",",
      paramLabel = "WORD",
      description = "Only these words. Default: all of the split")
  private List<String> words = List.of();

  @Option(
      names = "--clips",
      paramLabel = "N",
      defaultValue = "0",
      description = "So many clips, 0 for all. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--snr",
      paramLabel = "DB",
      defaultValue = "10",
      description = "Mean power of the words over that of the noise. Default: ${DEFAULT-VALUE}")
  private double snrDecibels;

  @Option(
      names = "--noise",
      paramLabel = "NAME",
      description = "Only background noises whose name holds this. Default: any one")
  private String noise = "";

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "1.5",
      description =
          "Shortest pause between clips; the longest is three times it. Default: ${DEFAULT-VALUE}")
  private double pauseSeconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides order, pauses and noise. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "FILE.wav", description = "The recording.")
  private Path out;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "FILE.txt",
      description = "Its label file: start, end and word.")
  private Path labels;

  @Override
  public Integer call() throws IOException {
    StreamComposer composer = composer();
    Outputs.check(out, labels);
    SpeechCommands commands = DataSets.clips(data);
    List<Clip> clips = chosen(commands);
    List<Clip> noises =
        commands.noises().stream().filter(clip -> clip.name().contains(noise)).toList();
    if (noises.isEmpty() && !noise.isEmpty()) {
      throw new IOException(
          "%s: no background noise's name holds '%s'; there are: %s"
              .formatted(
                  data,
                  noise,
                  commands.noises().stream().map(Clip::name).collect(Collectors.joining(", "))));
    }
    Recording recording = composer.compose(clips, noises, seed);
    WavFile.write(out, recording.samples());
    LabelFile.write(labels, recording.utterances());
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        Locale.ROOT,
        "%s: %.1f min with %d words; %s says where%n",
        out,
        recording.samples().length / (60.0 * Mfcc.SAMPLE_RATE_HZ),
        clips.size(),
        labels);
    text.flush();
    return ExitCode.OK;
  }

  private StreamComposer composer() {
    if (count < 0) {
      throw new ParameterException(
          spec.commandLine(), "--clips must be 0 (all) or more, was " + count);
    }
    if (!Double.isFinite(snrDecibels)) {
      throw new ParameterException(
          spec.commandLine(), "--snr must be a number of decibels, was " + snrDecibels);
    }
    if (!(pauseSeconds >= 0) || Double.isInfinite(pauseSeconds)) {
      throw new ParameterException(
          spec.commandLine(), "--pause must be 0 seconds or more, was " + pauseSeconds);
    }
    if (out.toAbsolutePath().normalize().equals(labels.toAbsolutePath().normalize())) {
      throw new ParameterException(
          spec.commandLine(), "--out and --labels must be different files, both were " + out);
    }
    return new StreamComposer(LEAD_SECONDS, pauseSeconds, 3 * pauseSeconds, snrDecibels);
  }

  private List<Clip> chosen(SpeechCommands commands) throws IOException {
    List<Clip> clips = new ArrayList<>(commands.clips(split));
    if (clips.isEmpty()) {
      throw new IOException(data + ": no clips in the " + split.label() + " split");
    }
    checkWords(clips);
    if (!words.isEmpty()) {
      clips.removeIf(clip -> !words.contains(clip.word()));
    }
    Collections.shuffle(clips, new Random(Randoms.key(seed, "clips")));
    return count > 0 ? clips.subList(0, Math.min(count, clips.size())) : clips;
  }

  private void checkWords(List<Clip> clips) throws IOException {
    Set<String> there =
        clips.stream().map(Clip::word).collect(Collectors.toCollection(TreeSet::new));
    for (String word : words) {
      if (!there.contains(word)) {
        throw new IOException(
            "%s: no clips of '%s' in the %s split; there are: %s"
                .formatted(data, word, split.label(), String.join(", ", there)));
      }
    }
  }
}
