package org.analognets.demo.page;

import akka.NotUsed;
import akka.actor.ActorSystem;
import akka.http.javadsl.model.ws.BinaryMessage;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.japi.Pair;
import akka.stream.BoundedSourceQueue;
import akka.stream.QueueOfferResult;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.ConductanceMap;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.text.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends every open page the same: what changes all the time ten times a second, events at once, state
 * and arrays when they change. A page that does not keep up is cut off, and connects anew.
 *
 * <p>One thread makes and sends all messages; what may take a moment (arrays, lists of devices) is
 * looked at by another.
 */
final class Feed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int TICK_MILLIS = 100;
  private static final int LOOK_MILLIS = 400;
  private static final int SOURCES_MILLIS = 5_000;
  private static final int CLIENT_MESSAGES = 256;
  private static final int LATEST_EVENTS = 50;

  /** A chip this much older looks no different. */
  private static final double AGE_STEP = 1.05;

  private final ActorSystem system;
  private final EventLog events;
  private final ScheduledExecutorService sender = executor("page-feed");
  private final ScheduledExecutorService looker = executor("page-looks");
  private final List<BoundedSourceQueue<Message>> clients = new ArrayList<>();
  private final Map<Integer, ByteString> arrays = new HashMap<>();
  private List<SensorView> views = List.of();
  private String state = "";

  Feed(ActorSystem system, EventLog events) {
    this.system = system;
    this.events = events;
  }

  private static ScheduledExecutorService executor(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Begins to look at sensors and to send. */
  void start(List<SensorView> sensors) {
    later(() -> views = List.copyOf(sensors));
    every(TICK_MILLIS, sender, this::tick);
    for (int i = 0; i < sensors.size(); i++) {
      ArrayLook look = new ArrayLook(i, sensors.get(i).sensor().chip());
      every(LOOK_MILLIS, looker, look::look);
    }
    every(SOURCES_MILLIS, looker, () -> sensors.forEach(view -> view.sensor().lookAround()));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the task itself tells what went wrong
  private static void every(int millis, ScheduledExecutorService executor, Runnable task) {
    executor.scheduleWithFixedDelay(() -> guarded(task), 0, millis, TimeUnit.MILLISECONDS);
  }

  /** What throws would never be run again. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException unexpected) {
      LOG.error("page: {}", unexpected, unexpected);
    }
  }

  /** A page's connection: whatever it sends is ignored. */
  Flow<Message, Message, NotUsed> connection() {
    Pair<BoundedSourceQueue<Message>, Source<Message, NotUsed>> made =
        Source.<Message>queue(CLIENT_MESSAGES).preMaterialize(system);
    later(() -> welcome(made.first()));
    return Flow.fromSinkAndSourceCoupled(Sink.ignore(), made.second());
  }

  private void welcome(BoundedSourceQueue<Message> client) {
    state = StateJson.of(views);
    client.offer(TextMessage.create(state));
    client.offer(TextMessage.create(history()));
    arrays.values().forEach(array -> client.offer(BinaryMessage.create(array)));
    clients.add(client);
  }

  private String history() {
    return Json.object(
        json -> {
          json.writeStringField("type", "history");
          json.writeArrayFieldStart("events");
          for (String event : events.latest(LATEST_EVENTS)) {
            json.writeRawValue(event);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("sensors");
          for (SensorView view : views) {
            view.writeHistory(json);
          }
          json.writeEndArray();
        });
  }

  /** Sends an event at once; safe for use by several threads. */
  void announce(String event) {
    later(() -> send(TextMessage.create(event)));
  }

  /** Has the sender do something, unless it is too late for it. */
  private void later(Runnable task) {
    try {
      sender.execute(() -> guarded(task));
    } catch (RejectedExecutionException closed) {
      LOG.debug("closed already", closed);
    }
  }

  private void tick() {
    views.forEach(SensorView::advance);
    if (clients.isEmpty()) {
      return;
    }
    String now = StateJson.of(views);
    if (!now.equals(state)) {
      state = now;
      send(TextMessage.create(now));
    }
    send(TextMessage.create(figures()));
    for (int sensor = 0; sensor < views.size(); sensor++) {
      for (ByteString message : views.get(sensor).messages(sensor)) {
        send(BinaryMessage.create(message));
      }
    }
  }

  private String figures() {
    return Json.object(
        json -> {
          json.writeStringField("type", "tick");
          json.writeNumberField("t", System.currentTimeMillis());
          json.writeArrayFieldStart("sensors");
          for (SensorView view : views) {
            view.writeTick(json);
          }
          json.writeEndArray();
        });
  }

  private void send(Message message) {
    clients.removeIf(client -> !reaches(client, message));
  }

  private static boolean reaches(BoundedSourceQueue<Message> client, Message message) {
    QueueOfferResult result = client.offer(message);
    if (result == QueueOfferResult.dropped()) {
      client.complete();
    }
    return result == QueueOfferResult.enqueued();
  }

  /** Sends an array when it looks different. */
  private final class ArrayLook {
    private final int sensor;
    private final LiveChip live;
    private Chip seen;
    private double seenSeconds;

    ArrayLook(int sensor, LiveChip live) {
      this.sensor = sensor;
      this.live = live;
      this.seen = live.chip();
    }

    void look() {
      double age = live.clock().ageSeconds();
      boolean same = live.chip().equals(seen) && age >= seenSeconds && age < seenSeconds * AGE_STEP;
      if (same) {
        return;
      }
      seen = live.chip();
      ConductanceMap map = live.conductances();
      seenSeconds = map.ageSeconds();
      ByteString frame = ArrayFrame.of(sensor, map);
      later(
          () -> {
            arrays.put(sensor, frame);
            send(BinaryMessage.create(frame));
          });
    }
  }

  @Override
  public void close() {
    looker.shutdownNow();
    later(() -> clients.forEach(BoundedSourceQueue::complete));
    sender.shutdown();
  }
}
