package org.analognets.demo.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.analognets.demo.live.Reading;
import org.analognets.demo.live.SensorListener;
import org.analognets.frontends.picture.Picture;
import org.analognets.pipeline.WakeEvent;
import org.jspecify.annotations.Nullable;

/** Collects what one sensor says until the feed takes it; safe for use by several threads. */
public final class Onlooker implements SensorListener {
  private final EventLog events;
  private final Consumer<String> announce;
  private final ConcurrentLinkedQueue<Reading> readings = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Picture> picture = new AtomicReference<>();
  private volatile Optional<Reading> latest = Optional.empty();

  /**
   * An onlooker that has seen nothing.
   *
   * @param announce takes each event's JSON at once
   */
  Onlooker(EventLog events, Consumer<String> announce) {
    this.events = events;
    this.announce = announce;
  }

  @Override
  public void read(Reading reading) {
    latest = Optional.of(reading);
    readings.add(reading);
  }

  @Override
  public void saw(Picture seen) {
    picture.set(seen);
  }

  @Override
  public void woke(WakeEvent event) {
    announce.accept(events.add(Instant.now(), event));
  }

  /** The newest reading, if there was one. */
  Optional<Reading> latest() {
    return latest;
  }

  /** Takes the newest picture, if it is new since the last call. */
  Optional<Picture> takePicture() {
    return Optional.ofNullable(picture.getAndSet(null));
  }

  /** Takes the readings since the last call. */
  List<Reading> take() {
    List<Reading> taken = new ArrayList<>();
    for (Reading reading = readings.poll(); reading != null; reading = readings.poll()) {
      taken.add(reading);
    }
    return taken;
  }
}
