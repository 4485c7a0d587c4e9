package org.analognets.pipeline.capture;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** A bounded queue from the capture thread to the stream. */
final class FrameBuffer<T> {

  private final Queue<T> frames;
  private final int capacity;
  private boolean closed;

  FrameBuffer(int capacity) {
    this.capacity = capacity;
    frames = new ArrayDeque<>(capacity);
  }

  /**
   * Adds a frame without waiting.
   *
   * @return whether the oldest frame was dropped for it
   */
  synchronized boolean addDroppingOldest(T frame) {
    if (closed) {
      return false;
    }
    boolean full = frames.size() == capacity;
    if (full) {
      frames.remove();
    }
    frames.add(frame);
    return full;
  }

  /** Adds a frame as soon as there is room. */
  synchronized void addWaiting(T frame) throws InterruptedException {
    while (frames.size() == capacity && !closed) {
      wait();
    }
    if (!closed) {
      frames.add(frame);
    }
  }

  /** The oldest frame, taken out. */
  synchronized Optional<T> poll() {
    T frame = frames.poll();
    notifyAll();
    return Optional.ofNullable(frame);
  }

  synchronized boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Takes no more frames; whoever waits for room goes on. */
  synchronized void close() {
    closed = true;
    frames.clear();
    notifyAll();
  }
}
