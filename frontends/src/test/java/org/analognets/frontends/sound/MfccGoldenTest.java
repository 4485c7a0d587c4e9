package org.analognets.frontends.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coefficients of real speech against values computed independently in double precision. */
class MfccGoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "five_0aad3227_nohash_0",
        "go_0d53e045_nohash_0",
        "left_0487ba9b_nohash_0",
        "no_1b4c9b89_nohash_3",
        "stop_1b4c9b89_nohash_1",
        "yes_1b4c9b89_nohash_1",
        "zero_0d53e045_nohash_0"
      })
  void coefficientsEqualTensorFlowsFormulas(String clip) throws Exception {
    JsonNode expected = reference(clip).get("mfcc");
    float[] actual = new Mfcc().matrix(clip(clip));
    assertThat(actual).hasSize(Mfcc.WINDOW_COLUMNS * Mfcc.COEFFICIENTS);
    for (int frame = 0; frame < Mfcc.WINDOW_COLUMNS; frame++) {
      for (int c = 0; c < Mfcc.COEFFICIENTS; c++) {
        assertThat((double) actual[frame * Mfcc.COEFFICIENTS + c])
            .as("frame %d, coefficient %d", frame, c)
            .isCloseTo(expected.get(frame).get(c).asDouble(), within(1e-3));
      }
    }
  }

  private static JsonNode reference(String clip) throws Exception {
    try (InputStream in = MfccGoldenTest.class.getResourceAsStream("/speech/" + clip + ".json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static float[] clip(String clip) throws Exception {
    try (InputStream in = MfccGoldenTest.class.getResourceAsStream("/speech/" + clip + ".wav")) {
      return Arrays.copyOf(WavFile.read(in, clip), Mfcc.CLIP_SAMPLES);
    }
  }
}
