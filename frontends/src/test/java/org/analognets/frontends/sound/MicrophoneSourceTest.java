package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MicrophoneSourceTest {
  private static final AudioFormat WANTED = new AudioFormat(16_000, 16, 1, true, false);
  private static final AudioFormat STUDIO = new AudioFormat(48_000, 24, 2, true, false);
  private static final AudioFormat TELEPHONE = new AudioFormat(8_000, 8, 1, false, false);

  private final MicrophoneSource source =
      new MicrophoneSource(new Microphone(0, "Fake [0]", "a fake", "48000 Hz, 2 channels, 24 bit"));

  @Test
  void aMicrophoneIsLiveAndHasItsDevicesName() {
    assertThat(source.live()).isTrue();
    assertThat(source.name()).isEqualTo("Fake [0]");
  }

  @Test
  void sixteenKilohertzMonoIsTakenAsItIs() throws AudioException {
    FakeDevice device = new FakeDevice(STUDIO, WANTED).delivering(pcm(16, 0.5, -0.25, 0.125));
    try (AudioStream stream = source.open(device.mixer())) {
      float[] samples = new float[3];
      assertThat(stream.read(samples)).isEqualTo(3);
      assertThat(samples).containsExactly(0.5f, -0.25f, 0.125f);
    }
  }

  @Test
  void anyOtherFormatIsMixedToOneChannelAndResampled() throws AudioException {
    double[] stereo = new double[2 * 48_000];
    for (int frame = 0; frame < stereo.length / 2; frame++) {
      double sine = Math.sin(2 * Math.PI * 500 * frame / 48_000);
      stereo[2 * frame] = 0.6 * sine;
      stereo[2 * frame + 1] = 0.2 * sine;
    }
    FakeDevice device = new FakeDevice(STUDIO).delivering(pcm(24, stereo));
    float[] heard = new float[12_000];
    try (AudioStream stream = source.open(device.mixer())) {
      assertThat(stream.read(heard)).isEqualTo(heard.length);
    }
    assertThat(Tone.amplitude(heard, 500, 16_000)).isCloseTo(0.4, within(1e-3));
    assertThat(Tone.amplitude(heard)).isCloseTo(0.4, within(1e-3));
  }

  @Test
  void aFormatThatIsClaimedAndRefusedGivesWayToTheNextBest() throws AudioException {
    FakeDevice device =
        new FakeDevice(WANTED, TELEPHONE).refusing(WANTED).delivering(new byte[8_000]);
    try (AudioStream stream = source.open(device.mixer())) {
      float[] heard = new float[8_000];
      heard[0] = 1;
      assertThat(stream.read(heard)).isEqualTo(heard.length);
      assertThat(heard[4_000]).as("byte 0 is the lowest sample").isCloseTo(-1, within(1e-3f));
    }
  }

  @Test
  void aDeviceThatCannotBeOpenedSaysWhy() {
    FakeDevice device = new FakeDevice(WANTED).refusing(WANTED);
    assertThatThrownBy(() -> source.open(device.mixer()))
        .isInstanceOf(AudioException.class)
        .hasMessageStartingWith("microphone Fake [0] cannot be opened (line with format PCM_SIGNED")
        .hasMessageEndingWith("is another program using it?");
  }

  @Test
  void aDeviceWithoutUsableFormatsSaysWhatItHas() {
    assertThatThrownBy(() -> source.open(new FakeDevice().mixer()))
        .hasMessageContaining("it offers no format that can be used: 48000 Hz, 2 channels, 24 bit");
  }

  @Test
  void announcedBytesThatNeverComeMeanALostDevice() throws AudioException {
    FakeDevice device = new FakeDevice(WANTED).broken();
    try (AudioStream stream = source.open(device.mixer())) {
      assertThatThrownBy(() -> stream.read(new float[320]))
          .isInstanceOf(AudioException.class)
          .hasMessage("microphone Fake [0] delivers no more sound; is it still connected?");
    }
  }

  @Test
  void silenceOfTheDriverMeansALostDevice() throws Exception {
    FakeDevice device = new FakeDevice(WANTED);
    var line = device.line();
    line.open(WANTED, 3_200);
    var choice = new CaptureFormats.Choice(PcmEncoding.SIGNED_16, 1, 16_000);
    MicrophoneInput input = new MicrophoneInput(line, choice, "Fake [0]", 50_000_000);
    assertThatThrownBy(() -> input.read(new float[320], 0, 320))
        .isInstanceOf(AudioException.class)
        .hasMessage("microphone Fake [0] delivers no more sound; is it still connected?");
  }

  @RepeatedTest(50)
  void closingEndsAReadThatWaitsForSoundAndReleasesTheDevice() throws Exception {
    FakeDevice device = new FakeDevice(WANTED);
    AudioStream stream = source.open(device.mixer());
    CompletableFuture<Integer> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return stream.read(new float[320]);
              } catch (AudioException e) {
                throw new AssertionError(e);
              }
            });
    device.awaitReader();
    stream.close();
    assertThat(read.get(2, TimeUnit.SECONDS)).isEqualTo(-1);
    assertThat(device.isOpen()).isFalse();
    stream.close();
  }

  @Test
  void whatADeviceOffersIsSummedUpInAFewWords() {
    assertThat(CaptureFormats.summary(new FakeDevice(WANTED, STUDIO).mixer()))
        .isEqualTo("16000, 48000 Hz, 1-2 channels, 16, 24 bit");
    assertThat(CaptureFormats.summary(new FakeDevice(TELEPHONE).mixer()))
        .isEqualTo("8000 Hz, 1 channel, 8 bit");
  }

  private static byte[] pcm(int bits, double... samples) {
    ByteBuffer out = ByteBuffer.allocate(samples.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (double sample : samples) {
      long value = Math.round(sample * (1L << (bits - 1)));
      for (int shift = 0; shift < bits; shift += 8) {
        out.put((byte) (value >> shift));
      }
    }
    return out.array();
  }
}
