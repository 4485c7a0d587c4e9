package org.analognets.demo.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.analognets.pipeline.decision.Detection;
import org.analognets.training.stream.Utterance;

/**
 * Detections held against what was said.
 *
 * <p>A detection is a hit when its keyword was said and the detection comes between the word's start
 * and {@value #PATIENCE_SECONDS} s after its end; each utterance can be hit once. Every other detection
 * is a false accept.
 *
 * @param keywords keyword utterances in the recording
 * @param hits of them found
 * @param falseAccepts detections that hit nothing
 * @param audioSeconds length of the recording
 * @param latenciesSeconds of each hit: detection after the word's end, negative while it is spoken
 */
public record StreamScore(
    int keywords, int hits, int falseAccepts, double audioSeconds, List<Double> latenciesSeconds) {
  private static final double PATIENCE_SECONDS = 1.5;
  private static final double SECONDS_PER_HOUR = 3600;

  public StreamScore {
    latenciesSeconds = List.copyOf(latenciesSeconds);
  }

  /**
   * Matches in order of time.
   *
   * @param vocabulary words that the listener knows; other utterances are not expected to be found
   */
  public static StreamScore of(
      List<Detection> detections,
      List<Utterance> utterances,
      Set<String> vocabulary,
      double audioSeconds) {
    List<Utterance> open = new ArrayList<>();
    for (Utterance u : utterances) {
      if (vocabulary.contains(u.word())) {
        open.add(u);
      }
    }
    int keywords = open.size();
    int falseAccepts = 0;
    List<Double> latencies = new ArrayList<>();
    for (Detection d : detections) {
      int match = match(d, open);
      if (match < 0) {
        falseAccepts++;
      } else {
        latencies.add(d.streamSeconds() - open.remove(match).endSeconds());
      }
    }
    return new StreamScore(keywords, latencies.size(), falseAccepts, audioSeconds, latencies);
  }

  private static int match(Detection d, List<Utterance> open) {
    for (int i = 0; i < open.size(); i++) {
      Utterance u = open.get(i);
      if (u.word().equals(d.label())
          && d.streamSeconds() >= u.startSeconds()
          && d.streamSeconds() <= u.endSeconds() + PATIENCE_SECONDS) {
        return i;
      }
    }
    return -1;
  }

  public int misses() {
    return keywords - hits;
  }

  /** Misses as a part of the keywords said; 0 where none was said. */
  public double falseRejectRate() {
    return keywords == 0 ? 0 : misses() / (double) keywords;
  }

  /** False accepts in an hour of this recording. */
  public double falseAcceptsPerHour() {
    return falseAccepts * SECONDS_PER_HOUR / audioSeconds;
  }

  /** Median latency of the hits; NaN without a hit. */
  public double medianLatencySeconds() {
    List<Double> sorted = latenciesSeconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
