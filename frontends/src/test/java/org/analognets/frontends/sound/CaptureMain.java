package org.analognets.frontends.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Captures from the microphone named by the first argument in a process of its own, because a JVM
 * finds its sound devices by the environment it was started in. Says what happens on standard
 * output, one line for each event, and obeys standard input, one line for each step.
 */
final class CaptureMain {
  private CaptureMain() {}

  public static void main(String[] args) throws IOException {
    try {
      MicrophoneSource source = Microphones.choose(args[0]);
      say("found " + source.name() + ": " + source.microphone().formats());
      Optional<Path> output = Arrays.stream(args).skip(1).findFirst().map(Path::of);
      if (output.isPresent()) {
        record(source, output.get());
      } else {
        surviveALoss(source);
      }
    } catch (AudioException e) {
      say("error " + e.getMessage());
      System.exit(1);
    }
  }

  /** Captures until told to stop; stopping must end the read that then waits for sound. */
  private static void record(MicrophoneSource source, Path output) throws IOException {
    AudioStream stream = source.open();
    new Thread(
            () -> {
              readLine();
              stream.close();
            })
        .start();
    float[] all = new float[60 * Mfcc.SAMPLE_RATE_HZ];
    float[] hop = new float[Mfcc.HOP_SAMPLES];
    int filled = 0;
    for (int got = stream.read(hop); got > 0; got = stream.read(hop)) {
      if (filled == 0) {
        say("listening");
      }
      System.arraycopy(hop, 0, all, filled, got);
      filled += got;
    }
    WavFile.write(output, Arrays.copyOf(all, filled));
    say("recorded");
  }

  /** Listens until the device is lost, and again once it is said to be back. */
  private static void surviveALoss(MicrophoneSource source) throws AudioException {
    try (AudioStream stream = source.open()) {
      listenForever(stream);
    } catch (AudioException e) {
      say("lost " + e.getMessage());
    }
    readLine();
    try (AudioStream stream = source.open()) {
      int got = stream.read(new float[Mfcc.SAMPLE_RATE_HZ]);
      say("heard " + got);
    }
  }

  private static void listenForever(AudioStream stream) throws AudioException {
    float[] hop = new float[Mfcc.HOP_SAMPLES];
    stream.read(hop);
    say("listening");
    while (stream.read(hop) > 0) {
      Thread.onSpinWait();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void readLine() {
    try {
      int read = System.in.read();
      while (read >= 0 && read != '\n') {
        read = System.in.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
