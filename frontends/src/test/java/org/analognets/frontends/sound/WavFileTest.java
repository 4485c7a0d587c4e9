package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavFileTest {
  @TempDir Path directory;

  @Test
  void samplesBeyondFullScaleAreClippedWhenWritten() throws IOException {
    Path file = directory.resolve("loud.wav");
    WavFile.write(file, new float[] {-1.5f, -1f, 0f, 1f, 1.5f});
    float most = 32_767 / 32_768f;
    assertThat(WavFile.read(file)).containsExactly(-1f, -1f, 0f, most, most);
  }

  @Test
  void floatSamplesBeyondFullScaleAreClippedWhenRead() throws AudioException {
    byte[] wav = WavBytes.wav().encoding(PcmEncoding.FLOAT_32).samples(-3f, 0.25f, 7f).build();
    assertThat(read(wav)).containsExactly(-1f, 0.25f, 1f);
  }

  @Test
  void channelsAreAveraged() throws AudioException {
    byte[] wav = WavBytes.wav().channels(2).samples(0.5f, -0.25f, 1f / 64, 0f).build();
    assertThat(read(wav)).containsExactly(0.125f, 1f / 128);
  }

  @Test
  void aWidthBetweenTwoContainersIsReadAsTheWiderOne() throws AudioException {
    byte[] wav = WavBytes.wav().format(1, 24).extensible().samples(0.5f, -0.25f).build();
    wav[34] = 20;
    assertThat(read(wav)).containsExactly(0.5f, -0.25f);
  }

  @Test
  void aHeaderOfUnknownLengthMeansUntilTheEnd() throws AudioException {
    byte[] wav = WavBytes.wav().claiming(0xffff_ffffL).samples(0.5f, -0.25f, 0.125f).build();
    assertThat(read(wav)).containsExactly(0.5f, -0.25f, 0.125f);
  }

  @Test
  void whatFollowsTheSamplesIsNotHeard() throws IOException {
    byte[] wav = WavBytes.wav().samples(0.5f, -0.25f).build();
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.writeBytes(wav);
    twice.writeBytes(WavBytes.wav().samples(0.75f).build());
    ByteArrayInputStream in = new ByteArrayInputStream(twice.toByteArray());
    assertThat(WavFile.read(in, "first")).containsExactly(0.5f, -0.25f);
    assertThat(WavFile.read(in, "second")).containsExactly(0.75f);
  }

  @Test
  void aRealClipReadsAsItsBytes() throws Exception {
    byte[] bytes;
    try (var in = WavFileTest.class.getResourceAsStream("/speech/yes_1b4c9b89_nohash_1.wav")) {
      bytes = in.readAllBytes();
    }
    float[] samples = read(bytes);
    assertThat(samples).hasSize(16_000);
    for (int i = 0; i < samples.length; i++) {
      int low = bytes[44 + 2 * i] & 0xff;
      assertThat(samples[i] * 32_768).isEqualTo(bytes[45 + 2 * i] * 256 + low);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000",
    "8000, 8000",
    "11025, 11025",
    "22050, 7",
    "44100, 44100",
    "44100, 1",
    "48000, 48001",
    "96000, 96000",
    "192000, 12345",
    "768000, 76800",
    "15999, 64000"
  })
  void aRecordingKeepsItsDurationToTheSample(int rateHz, int frames) throws AudioException {
    byte[] wav = WavBytes.wav().rateHz(rateHz).samples(new float[frames]).build();
    assertThat(read(wav)).hasSize((int) Math.round(frames * 16_000.0 / rateHz));
  }

  @Test
  void aSourceStartsAgainAtEachOpening() throws IOException {
    Path file = directory.resolve("two.wav");
    WavFile.write(file, new float[] {0.5f, 0.25f});
    WavSource source = new WavSource(file);
    assertThat(source.name()).isEqualTo(file.toString());
    assertThat(source.live()).isFalse();
    for (int opening = 0; opening < 2; opening++) {
      try (AudioStream stream = source.open()) {
        float[] samples = new float[3];
        assertThat(stream.read(samples)).isEqualTo(2);
        assertThat(samples).containsExactly(0.5f, 0.25f, 0f);
        assertThat(stream.read(samples)).isEqualTo(-1);
        assertThat(stream.read(samples)).isEqualTo(-1);
      }
    }
  }

  @Test
  void aClosedFileIsReleasedAndClosingAgainDoesNothing() throws IOException {
    Path file = directory.resolve("one.wav");
    WavFile.write(file, new float[40_000]);
    AudioStream stream = new WavSource(file).open();
    stream.close();
    stream.close();
    Files.delete(file);
    assertThat(file).doesNotExist();
  }

  @Test
  void aLongToneSurvivesResamplingFromEveryUsualRate() throws AudioException {
    for (int rateHz : new int[] {8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000}) {
      float[] tone = Tone.sine(1_000, 0.5, rateHz, rateHz);
      byte[] wav =
          WavBytes.wav().encoding(PcmEncoding.FLOAT_32).rateHz(rateHz).samples(tone).build();
      float[] expected = Tone.sine(1_000, 0.5, 16_000, 16_000);
      float[] actual = read(wav);
      float[] middle = Arrays.copyOfRange(actual, 1_000, 15_000);
      for (int i = 0; i < middle.length; i++) {
        assertThat(middle[i])
            .as("%d Hz, sample %d", rateHz, i)
            .isCloseTo(expected[1_000 + i], within(5e-4f));
      }
    }
  }

  private static float[] read(byte[] wav) throws AudioException {
    return WavFile.read(new ByteArrayInputStream(wav), "test.wav");
  }
}
