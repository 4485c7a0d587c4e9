/**
 * Sound into the tensors that a keyword network sees.
 *
 * <pre>
 * Microphones -> MicrophoneSource \
 *                                  AudioSource -> AudioStream -> MfccStream -> 49 x 10 window
 *    WAV file -> WavSource        /  (16 kHz mono)
 * </pre>
 *
 * <p>Read {@link org.analognets.frontends.sound.AudioSource} and {@link
 * org.analognets.frontends.sound.AudioStream} first (the contract of everything that gives sound),
 * then {@link org.analognets.frontends.sound.Mfcc} (the formulas) and {@link
 * org.analognets.frontends.sound.MfccStream} (the same, live). {@link
 * org.analognets.frontends.sound.WavFile} reads and writes whole recordings; behind it and behind
 * {@link org.analognets.frontends.sound.Microphones} stand {@code PcmEncoding} (bytes to samples)
 * and {@code ResampledInput} (any rate to 16 kHz).
 */
package org.analognets.frontends.sound;
