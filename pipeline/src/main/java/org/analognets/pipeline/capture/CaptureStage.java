package org.analognets.pipeline.capture;

import akka.stream.Attributes;
import akka.stream.Outlet;
import akka.stream.SourceShape;
import akka.stream.stage.AbstractOutHandler;
import akka.stream.stage.AsyncCallback;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.analognets.pipeline.capture.Capture.Frames;

/**
 * One opening of a source as frames.
 *
 * <p>A loop on the capture dispatcher does everything that blocks: it opens, reads and closes
 * the source and fills a {@link FrameBuffer}; the stage empties it on demand. A live source fills it
 * dropping the oldest, a file waits for room. The stage ends when the buffer is empty after the
 * loop's end, so nothing that was read before an error is lost. When the stage ends first, it
 * closes the source, which ends a blocked read.
 *
 * <p>A file completes after its last frame; a live source has no end, so its end is a failure.
 *
 * @param <T> a frame
 */
final class CaptureStage<T> extends GraphStage<SourceShape<T>> {

  /** Configuration path of the dispatcher that blocks. */
  static final String DISPATCHER = "analognets.capture-dispatcher";

  private final Capture<T> source;
  private final int bufferFrames;
  private final CaptureListener listener;
  private final Outlet<T> out = Outlet.create("CaptureStage.out");
  private final SourceShape<T> shape = SourceShape.of(out);

  CaptureStage(Capture<T> source, int bufferFrames, CaptureListener listener) {
    this.source = source;
    this.bufferFrames = bufferFrames;
    this.listener = listener;
  }

  @Override
  public SourceShape<T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  private final class Logic extends GraphStageLogic {

    private final FrameBuffer<T> buffer = new FrameBuffer<>(bufferFrames);
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final AsyncCallback<Boolean> signal = createAsyncCallback(ignored -> look());

    // Written by the capture thread, read by the stage.
    private volatile Optional<Frames<T>> recording = Optional.empty();
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
      if (source.live() && source.wasOpened()) {
        listener.sourceLost(source.name(), cause);
      }
      failStage(cause);
    }

    // ---- on the capture thread

    private void capture() {
      try (Frames<T> opened = source.open()) {
        recording = Optional.of(opened);
        Optional<T> frame = opened.next();
        while (!stageEnded && frame.isPresent()) {
          hand(frame.get());
          frame = opened.next();
        }
      } catch (Throwable e) { // whatever a driver throws, the stage must hear of it
        failure = Optional.of(e);
      } finally {
        loopEnded = true;
        signal();
      }
    }

    private void hand(T frame) throws InterruptedException {
      if (!source.live()) {
        buffer.addWaiting(frame);
      } else if (buffer.addDroppingOldest(frame)) {
        listener.frameDropped();
      }
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
