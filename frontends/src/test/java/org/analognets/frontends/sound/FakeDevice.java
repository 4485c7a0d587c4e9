package org.analognets.frontends.sound;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** A sound device that offers chosen formats and delivers chosen bytes, and may break. */
final class FakeDevice {
  private final List<AudioFormat> formats;
  private final Deque<Byte> bytes = new ArrayDeque<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private AudioFormat refused = new AudioFormat(1, 8, 1, true, false);
  private boolean open;
  private boolean broken;

  FakeDevice(AudioFormat... formats) {
    this.formats = List.of(formats);
  }

  FakeDevice delivering(byte[] data) {
    for (byte b : data) {
      bytes.add(b);
    }
    return this;
  }

  /** Claims to support a format and then refuses to be opened in it. */
  FakeDevice refusing(AudioFormat format) {
    refused = format;
    return this;
  }

  /** Announces bytes and gives none, as lines do whose device is gone. */
  FakeDevice broken() {
    broken = true;
    return this;
  }

  boolean isOpen() {
    return open;
  }

  /** Returns once a reader has asked for sound. */
  void awaitReader() throws InterruptedException {
    asked.await();
  }

  Mixer mixer() {
    return proxy(
        Mixer.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "isLineSupported" -> formats.stream().anyMatch(format(arguments)::matches);
              case "getTargetLineInfo" -> new Line.Info[] {lineInfo()};
              case "getLine" -> line();
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  TargetDataLine line() {
    return proxy(
        TargetDataLine.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "open" -> open((AudioFormat) arguments[0]);
              case "start" -> 0;
              case "isOpen" -> open;
              case "available" -> available();
              case "read" -> read((byte[]) arguments[0], (int) arguments[2]);
              case "close" -> close();
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private DataLine.Info lineInfo() {
    return new DataLine.Info(TargetDataLine.class, formats.toArray(AudioFormat[]::new), 32, 65_536);
  }

  private static AudioFormat format(Object[] arguments) {
    return ((DataLine.Info) arguments[0]).getFormats()[0];
  }

  private int open(AudioFormat format) throws LineUnavailableException {
    if (format.matches(refused)) {
      throw new LineUnavailableException("line with format " + format + " not supported.");
    }
    open = true;
    return 0;
  }

  private int available() {
    asked.countDown();
    return broken ? 640 : bytes.size();
  }

  private int read(byte[] into, int wanted) {
    int got = Math.min(wanted, bytes.size());
    for (int i = 0; i < got; i++) {
      into[i] = bytes.remove();
    }
    return got;
  }

  private int close() {
    open = false;
    return 0;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(FakeDevice.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
