package org.analognets.demo.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.analognets.demo.program.Program.Finished;

/** A run of {@code demo} at a free port. */
final class DemoProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Program program;
  private final String address;

  private DemoProgram(Program program, String address) {
    this.program = program;
    this.address = address;
  }

  /** Starts it and waits until its page is served. */
  static DemoProgram start(Map<String, String> environment, String... options) throws IOException {
    String[] arguments =
        Stream.concat(Stream.of("demo", "--port", "0"), Stream.of(options)).toArray(String[]::new);
    Program program = Program.start(environment, arguments);
    String line = program.awaitOut(printed -> printed.contains("http://"));
    return new DemoProgram(program, line.replaceFirst(".*(http://\\S+).*", "$1"));
  }

  /** Where the page is. */
  String address() {
    return address;
  }

  /** What it says about its first sensor. */
  JsonNode health() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "health")).build();
    String body = HTTP.send(request, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).at("/sensors/0");
  }

  /** Waits until it says something of its first sensor. */
  JsonNode await(Predicate<JsonNode> wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode health = health();
    while (!wanted.test(health)) {
      assertThat(Instant.now()).as("waited in vain, last was %s", health).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(50);
      health = health();
    }
    return health;
  }

  /** Sends Ctrl-C and waits for the end. */
  Finished interrupt() throws Exception {
    program.signal("INT");
    return program.finish();
  }

  @Override
  public void close() {
    program.close();
  }
}
