package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akka.actor.ActorSystem;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.testkit.javadsl.TestKit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.analognets.pipeline.decision.DecisionSettings;
import org.analognets.pipeline.testkit.ScriptedRecognizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final DecisionSettings DEFAULTS = DecisionSettings.defaults();

  private static ActorSystem system;

  @BeforeAll
  static void start() {
    system = ActorSystem.create("decisions-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  /** Decides on "yes" in each of the recordings, one window every 100 ms. */
  private static List<Decided> decideOnYes(Integer... recordings) {
    ScriptedRecognizer recognizer = new ScriptedRecognizer((number, features) -> "yes");
    List<ScoredWindow> windows =
        IntStream.range(0, recordings.length)
            .mapToObj(i -> new FeatureWindow(new float[0], (i + 1) / 10.0, recordings[i], 0))
            .map(window -> new ScoredWindow(window, recognizer.infer(window.features())))
            .toList();
    return Source.from(windows)
        .via(Decisions.flow("kws", recognizer.labels(), DEFAULTS, 0.1))
        .runWith(Sink.seq(), system)
        .toCompletableFuture()
        .join();
  }

  @Test
  void anEventCarriesTheInferenceThatCompletedIt() {
    List<Decided> decided = decideOnYes(1, 1, 1, 1);

    assertThat(decided)
        .extracting(d -> d.event().isPresent())
        .containsExactly(false, false, true, false);
    WakeEvent event = decided.get(2).event().orElseThrow();
    assertThat(event.model()).isEqualTo("kws");
    assertThat(event.label()).isEqualTo("yes");
    assertThat(event.score()).isCloseTo(0.97, within(1e-6));
    assertThat(event.streamSeconds()).isEqualTo(0.3);
    assertThat(event.chipAgeSeconds()).isEqualTo(27);
    assertThat(event.energyJoules()).isEqualTo(ScriptedRecognizer.ENERGY_JOULES);
    assertThat(event.chipLatencySeconds()).isEqualTo(ScriptedRecognizer.LATENCY_SECONDS);
  }

  @Test
  void resultsFromBeforeABreakDoNotCount() {
    assertThat(decideOnYes(1, 1, 2, 2)).extracting(Decided::event).containsOnly(Optional.empty());
  }

  @Test
  void settingsThatCouldNeverFireAreRefusedBeforeTheStreamRuns() {
    assertThatThrownBy(() -> Decisions.flow("kws", List.of("yes"), DEFAULTS, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fewer than the minimum count 3");
  }
}
