package org.analognets.frontends.sound;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;

/**
 * Mel-frequency cepstral coefficients as TensorFlow computes them for Speech Commands.
 *
 * <p>A frame of {@value #FRAME_SAMPLES} samples (40 ms) becomes a column of {@value #COEFFICIENTS}
 * coefficients; frames follow each other every {@value #HOP_SAMPLES} samples (20 ms), so a clip of
 * one second has {@value #WINDOW_COLUMNS} columns:
 *
 * <pre>
 * frame -> periodic Hann window -> FFT of 1024 -> |X| -> 40 mel bands, 20..4000 Hz
 *       -> ln, floored at 1e-12 -> DCT-II, scaled by sqrt(2/40) -> the first 10
 * </pre>
 *
 * <p>Samples are 16 kHz mono in [-1, 1]. Matrices are stored frames first: coefficient c of frame f
 * is at {@code f * COEFFICIENTS + c}. Source: TensorFlow's audio operations (audio_spectrogram,
 * mfcc) with the settings of "Hello Edge" (arXiv 1711.07128).
 *
 * <p>An instance owns its working memory: a column allocates nothing, and two threads need two
 * instances.
 */
public final class Mfcc {
  /** Samples per second that the coefficients are defined for. */
  public static final int SAMPLE_RATE_HZ = 16_000;

  /** Samples in a frame. */
  public static final int FRAME_SAMPLES = 640;

  /** Samples from one frame's start to the next one's. */
  public static final int HOP_SAMPLES = 320;

  /** Coefficients in a column. */
  public static final int COEFFICIENTS = 10;

  /** Columns in the window that a keyword network sees. */
  public static final int WINDOW_COLUMNS = 49;

  /** Samples in a clip of one second, which has {@value #WINDOW_COLUMNS} columns. */
  public static final int CLIP_SAMPLES = 16_000;

  private static final int FFT_SIZE = 1024;
  private static final double LOG_FLOOR = 1e-12;
  private static final float[] HANN = periodicHann();
  private static final double[] DCT = dct();

  private final FloatFFT fft = new FloatFFT(FFT_SIZE);
  private final MelFilterbank filterbank = new MelFilterbank((double) SAMPLE_RATE_HZ / FFT_SIZE);
  private final float[] spectrum = new float[FFT_SIZE];
  private final double[] bands = new double[MelFilterbank.BANDS];

  /** Creates a front end with its own working memory. */
  public Mfcc() {}

  /**
   * How many whole frames a recording holds.
   *
   * @param samples its length in samples
   * @return 0 when it is shorter than one frame
   */
  public static int columns(int samples) {
    return samples < FRAME_SAMPLES ? 0 : (samples - FRAME_SAMPLES) / HOP_SAMPLES + 1;
  }

  /**
   * Turns one frame into one column.
   *
   * @param samples holds {@value #FRAME_SAMPLES} samples from {@code offset} on
   * @param out receives {@value #COEFFICIENTS} coefficients from {@code outOffset} on
   */
  public void column(float[] samples, int offset, float[] out, int outOffset) {
    transform(samples, offset);
    filterbank.apply(spectrum, bands);
    for (int band = 0; band < bands.length; band++) {
      bands[band] = Math.log(Math.max(bands[band], LOG_FLOOR));
    }
    for (int c = 0; c < COEFFICIENTS; c++) {
      out[outOffset + c] = (float) cepstrum(c);
    }
  }

  /**
   * Turns a recording into its matrix, {@code columns(samplesLength)} x {@value #COEFFICIENTS},
   * frames first. Samples after the last whole frame are left out.
   *
   * @param samplesLength how many of {@code samples} count
   * @param out receives the matrix from index 0 on
   */
  public void matrix(float[] samples, int samplesLength, float[] out) {
    int columns = columns(samplesLength);
    for (int frame = 0; frame < columns; frame++) {
      column(samples, frame * HOP_SAMPLES, out, frame * COEFFICIENTS);
    }
  }

  /** As {@link #matrix(float[], int, float[])} for a whole clip, into a new array. */
  public float[] matrix(float[] clip) {
    float[] out = new float[columns(clip.length) * COEFFICIENTS];
    matrix(clip, clip.length, out);
    return out;
  }

  /**
   * Leaves bin k of the windowed frame's FFT at 2k (real) and 2k + 1 (imaginary). The library packs
   * the real parts of bins 0 and 512 into the first pair; no mel band reaches either.
   */
  private void transform(float[] samples, int offset) {
    for (int i = 0; i < FRAME_SAMPLES; i++) {
      spectrum[i] = samples[offset + i] * HANN[i];
    }
    Arrays.fill(spectrum, FRAME_SAMPLES, FFT_SIZE, 0);
    fft.realForward(spectrum);
  }

  private double cepstrum(int coefficient) {
    int row = coefficient * MelFilterbank.BANDS;
    double sum = 0;
    for (int band = 0; band < MelFilterbank.BANDS; band++) {
      sum += DCT[row + band] * bands[band];
    }
    return sum;
  }

  private static float[] periodicHann() {
    float[] window = new float[FRAME_SAMPLES];
    for (int i = 0; i < FRAME_SAMPLES; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME_SAMPLES));
    }
    return window;
  }

  private static double[] dct() {
    int bands = MelFilterbank.BANDS;
    double[] matrix = new double[COEFFICIENTS * bands];
    for (int c = 0; c < COEFFICIENTS; c++) {
      for (int band = 0; band < bands; band++) {
        matrix[c * bands + band] =
            Math.sqrt(2.0 / bands) * Math.cos(c * Math.PI / bands * (band + 0.5));
      }
    }
    return matrix;
  }
}
