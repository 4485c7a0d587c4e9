package org.analognets.demo.page;

import akka.actor.ActorSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.analognets.analog.chip.Chip;
import org.analognets.demo.http.Access;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.live.LiveClock;
import org.analognets.demo.live.LiveInput;
import org.analognets.demo.live.LivePictures;
import org.analognets.demo.live.LiveSensor;
import org.analognets.demo.live.LiveSound;
import org.analognets.demo.live.Networks;
import org.analognets.metrics.Meters;
import org.analognets.pipeline.PipelineSettings;
import org.analognets.pipeline.SensorSummary;
import org.analognets.pipeline.WatchSettings;
import org.analognets.pipeline.decision.Threshold;

/**
 * Sensors, and a page that shows and controls them. Owns what that needs and releases it when closed.
 * For one thread.
 */
public final class DemoSession implements AutoCloseable {
  private final ActorSystem system = ActorSystem.create("analognets");
  private final Meters meters = new Meters();
  private final EventLog events = new EventLog();
  private final Feed feed = new Feed(system, events);
  private final ExecutorService programmer =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "chip-programmer"));
  private final List<SensorView> views = new ArrayList<>();
  private Optional<PageServer> server = Optional.empty();

  /**
   * A chip to begin with.
   *
   * @param chip programmed
   * @param ageSeconds its age when the session begins
   * @param networks what is programmed at another width
   */
  public record FirstChip(Chip chip, double ageSeconds, Networks networks) {}

  /** Adds a sensor for sound, which does nothing yet. */
  public LiveSensor hear(FirstChip first, PipelineSettings settings) {
    LiveChip chip = live(first);
    Threshold threshold = new Threshold(settings.decision().threshold());
    LiveSound input = new LiveSound(system, meters, chip, settings, threshold);
    Onlooker onlooker = new Onlooker(events, feed::announce);
    return add(chip, threshold, input, onlooker, new SoundDisplay(input, chip));
  }

  /** Adds a sensor for pictures, which does nothing yet. */
  public LiveSensor see(FirstChip first, WatchSettings settings) {
    LiveChip chip = live(first);
    Threshold threshold = new Threshold(settings.decision().threshold());
    LivePictures input = new LivePictures(system, meters, chip, settings, threshold);
    Onlooker onlooker = new Onlooker(events, feed::announce);
    return add(chip, threshold, input, onlooker, new PictureDisplay(onlooker, chip));
  }

  private LiveChip live(FirstChip first) {
    return new LiveChip(
        first.chip(), first.networks(), new LiveClock(first.ageSeconds()), programmer);
  }

  private LiveSensor add(
      LiveChip chip, Threshold threshold, LiveInput input, Onlooker onlooker, Display display) {
    LiveSensor sensor = new LiveSensor(chip, threshold, input, onlooker);
    views.add(new SensorView(sensor, onlooker, display));
    return sensor;
  }

  /**
   * Serves the page of all sensors added so far.
   *
   * @return its address
   * @throws IOException one line, when the port can't be had or the host has no address
   * @throws IllegalArgumentException when the token is missing or wrong
   */
  public String serve(PageSettings settings) throws IOException {
    Access access = Access.at(settings.host(), settings.port(), settings.token());
    PageRoutes routes = new PageRoutes(access, views, events, feed, meters::scrape);
    PageServer started = PageServer.start(system, settings.host(), settings.port(), routes.all());
    server = Optional.of(started);
    feed.start(views);
    return "http://%s:%d/%s".formatted(settings.host(), started.port(), access.query());
  }

  /** What each sensor did so far. */
  public List<SensorSummary> summaries() {
    return views.stream().flatMap(view -> view.sensor().summary().stream()).toList();
  }

  @Override
  public void close() {
    views.forEach(view -> view.sensor().close());
    feed.close();
    server.ifPresent(PageServer::close);
    programmer.shutdownNow();
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
