/**
 * Sound or pictures in, events out: the modules below as one Akka stream for each sensor.
 *
 * <p>Reading order: {@link org.analognets.pipeline.WakePipeline} (all of sound) with {@link
 * org.analognets.pipeline.PipelineSettings}, {@link org.analognets.pipeline.WatchPipeline} (all of
 * pictures) with {@link org.analognets.pipeline.WatchSettings}, {@link
 * org.analognets.pipeline.WakeEvent}; then the parts along the stream: {@link
 * org.analognets.pipeline.capture.AudioSources}, {@link
 * org.analognets.pipeline.capture.PictureSources}, {@link org.analognets.pipeline.Features}, {@link
 * org.analognets.pipeline.PictureFeatures}, {@link org.analognets.pipeline.Recognizer}, {@link
 * org.analognets.pipeline.Inferences}, {@link org.analognets.pipeline.Decisions}.
 *
 * <pre>
 *  capture dispatcher | inference dispatcher
 *                     |
 *  AudioSource        |    AudioFrame  FeatureWindow  ScoredWindow   Decided     WakeEvent
 *   microphone -+     |
 *               +-&gt; buffer --&gt; Features --&gt; Inferences --&gt; Decisions --&gt; meters --&gt; WakeListener
 *   file -------+     |    ^    MFCC,        the chip      smoothing,      |
 *                     |    |    a window                   threshold       v
 *                     |   stop  every hop                              StreamSummary
 *                     |
 *  FrameSource        |    PictureFrame
 *   camera -----+     |
 *               +-&gt; buffer --&gt; PictureFeatures --&gt; the same, with a median and hysteresis
 *   files ------+     |         100 x 100, motion gate                 WatchSummary
 * </pre>
 *
 * <p>Only the capture thread blocks, and nothing runs on Akka's default dispatcher. From the buffer
 * on the stream is one island that takes a window at a time from features to decision, so a file
 * gives the same result at each run. What can do without streams, the decision, is plain code in
 * {@link org.analognets.pipeline.decision}.
 */
package org.analognets.pipeline;
