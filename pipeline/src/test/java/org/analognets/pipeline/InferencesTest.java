package org.analognets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorSystem;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.testkit.javadsl.TestKit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.analognets.pipeline.testkit.ScriptedRecognizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InferencesTest {

  private static ActorSystem system;

  private final ScriptedRecognizer recognizer = ScriptedRecognizer.hearing(List.of("yes", "no"));

  @BeforeAll
  static void start() {
    system = ActorSystem.create("inferences-test");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  private CompletionStage<List<ScoredWindow>> run(int count) {
    return Source.range(1, count)
        .map(i -> new FeatureWindow(new float[Features.WINDOW_SIZE], i, 1, 0))
        .via(Inferences.flow(recognizer))
        .runWith(Sink.seq(), system);
  }

  @Test
  void eachWindowGetsItsInferenceInOrder() {
    List<ScoredWindow> scored = run(3).toCompletableFuture().join();

    assertThat(scored).extracting(s -> s.window().streamSeconds()).containsExactly(1.0, 2.0, 3.0);
    assertThat(scored).extracting(s -> s.inference().number()).containsExactly(0L, 1L, 2L);
    assertThat(scored).extracting(s -> s.inference().best()).containsExactly(2, 3, 0);
  }

  @Test
  void inferencesRunOnTheirOwnDispatcher() {
    run(3).toCompletableFuture().join();

    assertThat(recognizer.threads())
        .isNotEmpty()
        .allSatisfy(thread -> assertThat(thread).contains("analognets.inference-dispatcher"));
  }

  @Test
  void streamsThatShareAChipTakeTurns() {
    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(i -> run(500).toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(recognizer.inputs()).hasSize(2000);
    assertThat(recognizer.mostInside()).isEqualTo(1);
  }
}
