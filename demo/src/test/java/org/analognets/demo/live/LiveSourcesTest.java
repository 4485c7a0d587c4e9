package org.analognets.demo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.analognets.demo.bundled.Recording;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioStream;
import org.junit.jupiter.api.Test;

class LiveSourcesTest {
  private static final int FRAME = 320;
  private static final int SECOND_IN_FRAMES = 50;

  @Test
  void aRecordingBeginsAgainAfterASecondOfSilence() throws AudioException {
    AudioStream endless = new LoopedRecording(recording(1.5f * FRAME)).open();
    assertThat(read(endless)).containsOnly(1);
    assertThat(read(endless)).startsWith(1, 1).endsWith(0, 0);
    for (int frame = 0; frame < SECOND_IN_FRAMES; frame++) {
      assertThat(read(endless)).containsOnly(0);
    }
    assertThat(read(endless)).containsOnly(1);
  }

  @Test
  void aClosedRecordingEnds() throws AudioException {
    AudioStream endless = new LoopedRecording(recording(FRAME)).open();
    endless.close();
    assertThat(endless.read(new float[FRAME])).isEqualTo(-1);
  }

  @Test
  void aRecordingWithoutSoundIsRefusedInsteadOfTurningForEver() throws AudioException {
    AudioStream endless = new LoopedRecording(recording(0)).open();
    assertThatThrownBy(() -> endless.read(new float[FRAME]))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("holds no sound");
  }

  @Test
  void theOutlineIsTheLowestAndHighestSampleOfEachTenMilliseconds() throws AudioException {
    float[] samples = new float[FRAME];
    samples[3] = 1;
    samples[200] = -0.5f;
    SoundTap tap = new SoundTap(new Recording("steps", samples));
    tap.open().read(new float[FRAME]);
    assertThat(tap.take()).containsExactly(0, 127, -63, 0);
    assertThat(tap.take()).isEmpty();
  }

  @Test
  void anOutlineThatNobodyTakesKeepsTheNewestTwoSeconds() throws AudioException {
    float[] samples = new float[16_000 * 3];
    samples[samples.length - 1] = 1;
    SoundTap tap = new SoundTap(new Recording("long", samples));
    AudioStream stream = tap.open();
    while (stream.read(new float[FRAME]) > 0) {}
    int[] outline = tap.take();
    assertThat(outline).hasSize(2 * 200);
    assertThat(outline[outline.length - 1]).isEqualTo(127);
  }

  @Test
  void picturesBeginAgainAfterTheirEnd() throws PictureException {
    Picture one = new Picture(1, 1, new byte[3]);
    Picture two = new Picture(2, 1, new byte[6]);
    FrameStream endless = new LoopedPictures(pictures(List.of(one, two))).open();
    assertThat(List.of(next(endless), next(endless), next(endless))).containsExactly(one, two, one);
  }

  @Test
  void aFolderWithoutPicturesIsRefusedInsteadOfTurningForEver() throws PictureException {
    FrameStream endless = new LoopedPictures(pictures(List.of())).open();
    assertThatThrownBy(endless::next)
        .isInstanceOf(PictureException.class)
        .hasMessageContaining("holds no pictures");
  }

  private static Picture next(FrameStream stream) throws PictureException {
    return stream.next().orElseThrow();
  }

  private static Recording recording(float samples) {
    float[] ones = new float[Math.round(samples)];
    java.util.Arrays.fill(ones, 1);
    return new Recording("ones", ones);
  }

  private static float[] read(AudioStream stream) throws AudioException {
    float[] samples = new float[FRAME];
    assertThat(stream.read(samples)).isEqualTo(FRAME);
    return samples;
  }

  private static FrameSource pictures(List<Picture> pictures) {
    return new FrameSource() {
      @Override
      public String name() {
        return "list";
      }

      @Override
      public boolean live() {
        return false;
      }

      @Override
      public FrameStream open() {
        var remaining = pictures.iterator();
        return new FrameStream() {
          @Override
          public Optional<Picture> next() {
            return remaining.hasNext() ? Optional.of(remaining.next()) : Optional.empty();
          }

          @Override
          public void close() {}
        };
      }
    };
  }
}
