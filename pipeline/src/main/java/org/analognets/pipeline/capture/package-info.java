/**
 * Sound as a stream of frames: one thread reads the device or file, a bounded buffer stands between
 * it and everything else.
 *
 * <p>Reading order: {@link org.analognets.pipeline.capture.AudioSources}, {@link
 * org.analognets.pipeline.capture.AudioFrame}, {@link
 * org.analognets.pipeline.capture.CaptureSettings}, {@link
 * org.analognets.pipeline.capture.CaptureListener}; the rest is hidden.
 *
 * <pre>
 *  AudioStream.read --(capture thread)--&gt; FrameBuffer --(stream)--&gt; frames
 *                                            |
 *        microphone: full, so the oldest is dropped and counted; lost, so opened again
 *        file:       full, so the reader waits; damaged, so the stream fails
 * </pre>
 */
package org.analognets.pipeline.capture;
