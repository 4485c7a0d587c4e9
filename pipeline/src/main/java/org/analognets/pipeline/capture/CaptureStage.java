package org.analognets.pipeline.capture;

import akka.stream.Attributes;
import akka.stream.Outlet;
import akka.stream.SourceShape;
import akka.stream.stage.AbstractOutHandler;
import akka.stream.stage.AsyncCallback;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.analognets.frontends.sound.AudioException;
import org.analognets.frontends.sound.AudioSource;
import org.analognets.frontends.sound.AudioStream;
import org.analognets.frontends.sound.Mfcc;

/**
 * One recording of a source as frames.
 *
 * <p>A loop on the capture dispatcher does everything that blocks: it opens, reads and closes the
 * recording and fills a {@link FrameBuffer}; the stage empties it on demand. A live source fills it
 * dropping the oldest, a file waits for room. The stage ends when the buffer is empty after the
 * loop's end, so nothing that was read before an error is lost. When the stage ends first, it
 * closes the recording, which ends a blocked read.
 *
 * <p>A file completes after its end and the silence that follows it; a live source has no end, so
 * its end is a failure.
 */
final class CaptureStage extends GraphStage<SourceShape<AudioFrame>> {

  /** Configuration path of the dispatcher that blocks. */
  static final String DISPATCHER = "analognets.capture-dispatcher";

  private final AudioSource source;
  private final CaptureSettings settings;
  private final CaptureListener listener;
  private final Timeline timeline;
  private final Outlet<AudioFrame> out = Outlet.create("CaptureStage.out");
  private final SourceShape<AudioFrame> shape = SourceShape.of(out);

  CaptureStage(
      AudioSource source, CaptureSettings settings, CaptureListener listener, Timeline timeline) {
    this.source = source;
    this.settings = settings;
    this.listener = listener;
    this.timeline = timeline;
  }

  @Override
  public SourceShape<AudioFrame> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  private final class Logic extends GraphStageLogic {

    private final FrameBuffer buffer = new FrameBuffer(settings.bufferFrames());
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final AsyncCallback<Boolean> signal = createAsyncCallback(ignored -> look());

    // Written by the capture thread, read by the stage.
    private volatile Optional<AudioStream> recording = Optional.empty();
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile boolean loopEnded;

    // Written by the stage, read by the capture thread.
    private volatile boolean stageEnded;

    Logic() {
      super(shape);
      setHandler(
          out,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              advance();
            }
          });
    }

    @Override
    public void preStart() {
      captureDispatcher().execute(this::capture);
    }

    @Override
    public void postStop() {
      stageEnded = true;
      buffer.close();
      recording.ifPresent(opened -> captureDispatcher().execute(opened::close));
    }

    private Executor captureDispatcher() {
      return materializer().system().dispatchers().lookup(DISPATCHER);
    }

    // ---- on the stage

    private void look() {
      signalled.set(false);
      advance();
    }

    /** Pushes the oldest frame if it is asked for, and ends after the last one. */
    private void advance() {
      boolean last = loopEnded; // read before the buffer: nothing is added to it afterwards
      if (isAvailable(out)) {
        buffer.poll().ifPresent(frame -> push(out, frame));
      }
      if (last && buffer.isEmpty()) {
        failure.ifPresentOrElse(this::fail, this::completeStage);
      }
    }

    private void fail(Throwable cause) {
      if (source.live() && timeline.wasOpened()) {
        listener.sourceLost(source.name(), cause);
      }
      failStage(cause);
    }

    // ---- on the capture thread

    private void capture() {
      try (AudioStream opened = source.open()) {
        timeline.opened();
        recording = Optional.of(opened);
        if (source.live()) {
          captureLive(opened);
        } else {
          captureFile(opened);
        }
      } catch (Throwable e) { // whatever a driver throws, the stage must hear of it
        failure = Optional.of(e);
      } finally {
        loopEnded = true;
        signal();
      }
    }

    private void captureLive(AudioStream opened) throws AudioException {
      while (!stageEnded) {
        float[] samples = new float[Mfcc.HOP_SAMPLES];
        if (opened.read(samples) < samples.length) {
          throw new AudioException(source.name() + ": gives no more sound");
        }
        if (buffer.addDroppingOldest(timeline.next(samples, samples.length))) {
          listener.frameDropped();
        }
        signal();
      }
    }

    private void captureFile(AudioStream opened) throws AudioException, InterruptedException {
      int read = Mfcc.HOP_SAMPLES;
      while (!stageEnded && read == Mfcc.HOP_SAMPLES) {
        float[] samples = new float[Mfcc.HOP_SAMPLES];
        read = opened.read(samples);
        if (read > 0) {
          Arrays.fill(samples, read, samples.length, 0);
          hand(timeline.next(samples, read));
        }
      }
      float[] silence = new float[Mfcc.HOP_SAMPLES];
      for (int i = 0; i < settings.tailFrames() && !stageEnded; i++) {
        hand(timeline.next(silence, 0));
      }
    }

    private void hand(AudioFrame frame) throws InterruptedException {
      buffer.addWaiting(frame);
      signal();
    }

    /** Has the stage look into the buffer; one message at a time is enough. */
    private void signal() {
      if (signalled.compareAndSet(false, true)) {
        signal.invoke(true);
      }
    }
  }
}
