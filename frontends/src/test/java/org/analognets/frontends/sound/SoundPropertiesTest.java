package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Rules that hold for any sound, any format and any way of reading it. */
class SoundPropertiesTest {

  @Property(tries = 200)
  void everyEncodingGivesBackWhatWasWrittenWithinItsResolution(
      @ForAll PcmEncoding encoding,
      @ForAll("sounds") float[] samples,
      @ForAll boolean extensible,
      @ForAll boolean oddChunks)
      throws AudioException {
    WavBytes wav = WavBytes.wav().encoding(encoding).samples(samples);
    wav = extensible ? wav.extensible() : wav;
    wav = oddChunks ? wav.oddChunks() : wav;
    float[] read = WavFile.read(new ByteArrayInputStream(wav.build()), "test.wav");
    double step = encoding.isFloat() ? 0 : Math.pow(2, 1 - 8 * encoding.bytes());
    assertThat(read).hasSameSizeAs(samples);
    for (int i = 0; i < read.length; i++) {
      // Full scale itself has no positive integer: the largest one lies a step below.
      assertThat((double) read[i]).isCloseTo(samples[i], within(step + Math.ulp(1f)));
    }
  }

  @Property(tries = 50)
  void sixteenBitSamplesSurviveWritingAndReadingUnchanged(
      @ForAll @Size(min = 1, max = 500) short[] values) throws IOException {
    float[] samples = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      samples[i] = values[i] / 32_768f;
    }
    Path file = Files.createTempFile("samples", ".wav");
    try {
      WavFile.write(file, samples);
      assertThat(WavFile.read(file)).containsExactly(samples);
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 60)
  void readingInAnyPiecesGivesTheSameSamples(
      @ForAll("rates") int rateHz,
      @ForAll @IntRange(min = 1, max = 2) int channels,
      @ForAll @IntRange(min = 1, max = 40_000) int frames,
      @ForAll @IntRange(min = 1, max = 5_000) int piece,
      @ForAll long seed)
      throws IOException {
    byte[] wav =
        WavBytes.wav()
            .rateHz(rateHz)
            .channels(channels)
            .samples(noise(frames * channels, seed))
            .build();
    float[] whole = WavFile.read(new ByteArrayInputStream(wav), "whole.wav");
    Path file = Files.createTempFile("pieces", ".wav");
    try {
      Files.write(file, wav);
      assertThat(inPieces(new WavSource(file), piece, whole.length)).containsExactly(whole);
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 60)
  void resamplingKeepsATonesFrequencyAndAmplitude(
      @ForAll("rates") int rateHz,
      @ForAll @FloatRange(min = 0.01f, max = 0.75f) float shareOfBand,
      @ForAll @FloatRange(min = 0.05f, max = 0.95f) float amplitude)
      throws AudioException {
    double hz = shareOfBand * Math.min(rateHz, Mfcc.SAMPLE_RATE_HZ) / 2;
    float[] resampled = resample(Tone.sine(hz, amplitude, rateHz, 2 * rateHz), rateHz);
    assertThat(Tone.amplitude(resampled, hz, Mfcc.SAMPLE_RATE_HZ))
        .isCloseTo(amplitude, within(0.005 * amplitude));
    assertThat(Tone.amplitude(resampled)).isCloseTo(amplitude, within(0.01 * amplitude));
  }

  @Property(tries = 60)
  void tonesAboveTheNewBandVanish(
      @ForAll("highRates") int rateHz, @ForAll @FloatRange(min = 0, max = 1) float position)
      throws AudioException {
    double lowest = 8_300;
    double hz = lowest + position * (0.98 * rateHz / 2 - lowest);
    float[] resampled = resample(Tone.sine(hz, 1, rateHz, rateHz), rateHz);
    assertThat(20 * Math.log10(Tone.amplitude(resampled))).isLessThan(-60);
  }

  @Provide
  Arbitrary<float[]> sounds() {
    return Arbitraries.floats().between(-1, 1).array(float[].class).ofMinSize(1).ofMaxSize(300);
  }

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000);
  }

  @Provide
  Arbitrary<Integer> highRates() {
    return Arbitraries.of(22_050, 32_000, 44_100, 48_000, 96_000, 192_000);
  }

  private static float[] resample(float[] samples, int rateHz) throws AudioException {
    byte[] wav =
        WavBytes.wav().encoding(PcmEncoding.FLOAT_32).rateHz(rateHz).samples(samples).build();
    return WavFile.read(new ByteArrayInputStream(wav), "test.wav");
  }

  private static float[] inPieces(AudioSource source, int piece, int expected)
      throws AudioException {
    float[] all = new float[expected + piece];
    int filled = 0;
    float[] buffer = new float[piece];
    try (AudioStream stream = source.open()) {
      for (int got = stream.read(buffer); got > 0; got = stream.read(buffer)) {
        System.arraycopy(buffer, 0, all, filled, got);
        filled += got;
      }
    }
    return Arrays.copyOf(all, filled);
  }

  private static float[] noise(int samples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) random.nextDouble(-1, 1);
    }
    return noise;
  }
}
