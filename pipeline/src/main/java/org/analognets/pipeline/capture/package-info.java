/**
 * Sound and pictures as streams of frames: one thread reads the device or file, a bounded buffer
 * stands between it and everything else.
 *
 * <p>Reading order: {@link org.analognets.pipeline.capture.AudioSources} and {@link
 * org.analognets.pipeline.capture.PictureSources}, {@link
 * org.analognets.pipeline.capture.AudioFrame} and {@link
 * org.analognets.pipeline.capture.PictureFrame}, {@link
 * org.analognets.pipeline.capture.CaptureSettings}, {@link
 * org.analognets.pipeline.capture.CaptureListener}; the rest is hidden: {@code Captured} makes the
 * stream, {@code Capture} tells it what is sound and what is pictures.
 *
 * <pre>
 *  AudioStream.read, FrameStream.next --(capture thread)--&gt; FrameBuffer --(stream)--&gt; frames
 *                                                              |
 *        microphone, camera: full, so the oldest is dropped and counted; lost, so opened again
 *        files:              full, so the reader waits; damaged, so the stream fails
 * </pre>
 */
package org.analognets.pipeline.capture;
