package org.analognets.demo.page;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.entity;
import static akka.http.javadsl.server.Directives.extractRequest;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.getFromResource;
import static akka.http.javadsl.server.Directives.getFromResourceDirectory;
import static akka.http.javadsl.server.Directives.handleWebSocketMessages;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.pathSingleSlash;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.Directives.respondWithHeaders;
import static akka.http.javadsl.server.Directives.withSizeLimit;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.Location;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.PathMatchers;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.unmarshalling.Unmarshaller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.analognets.demo.http.Access;
import org.analognets.demo.http.MetricsRoute;
import org.analognets.demo.text.Json;
import org.analognets.metrics.Exposition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page and what it asks for:
 *
 * <pre>
 * GET  /               the page; its parts are under /page/
 * GET  /feed           WebSocket: figures, events, state, arrays ({@link Feed})
 * POST /api/control    one change ({@link ControlRequest}): 200 and {}, or 400 and {"error": "..."}
 * GET  /api/state      what can be changed, and how it stands
 * GET  /api/events     the latest events, as JSON lines
 * GET  /health         how sensors and chips fare, as JSON
 * GET  /metrics        all meters, for Prometheus
 * </pre>
 */
final class PageRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(PageRoutes.class);
  private static final String WEB = "org/analognets/demo/page/web";
  private static final int LONGEST_REQUEST_BYTES = 4096;
  private static final ContentType JSON_LINES =
      ContentTypes.parse("application/x-ndjson; charset=utf-8");

  private static final List<HttpHeader> HEADERS =
      List.of(
          RawHeader.create(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'"),
          RawHeader.create("X-Content-Type-Options", "nosniff"),
          RawHeader.create("Referrer-Policy", "no-referrer"),
          RawHeader.create("Cross-Origin-Resource-Policy", "same-origin"),
          RawHeader.create("Cache-Control", "no-cache"));

  private final Access access;
  private final List<SensorView> views;
  private final EventLog events;
  private final Feed feed;
  private final Function<String, Exposition> scrape;
  private final Instant started = Instant.now();

  PageRoutes(
      Access access,
      List<SensorView> views,
      EventLog events,
      Feed feed,
      Function<String, Exposition> scrape) {
    this.access = access;
    this.views = List.copyOf(views);
    this.events = events;
    this.feed = feed;
    this.scrape = scrape;
  }

  /** Everything, behind the check of who asks. */
  Route all() {
    return respondWithHeaders(
        HEADERS,
        () ->
            extractRequest(
                request ->
                    access
                        .refusal(request)
                        .<Route>map(response -> complete(response))
                        .orElseGet(() -> routes(request))));
  }

  private Route routes(HttpRequest request) {
    return concat(
        get(
            () ->
                concat(
                    pathSingleSlash(() -> page(request)),
                    pathPrefix("page", () -> getFromResourceDirectory(WEB)),
                    path("feed", () -> handleWebSocketMessages(feed.connection())),
                    pathPrefix("api", this::questions),
                    path("health", () -> json(HealthJson.of(views, started))),
                    MetricsRoute.of(scrape))),
        post(() -> path(PathMatchers.segment("api").slash("control"), () -> control(request))));
  }

  private Route questions() {
    return concat(
        path("state", () -> json(StateJson.of(views))), path("events", () -> complete(download())));
  }

  /** A token in the address is put into a cookie and out of sight. */
  private Route page(HttpRequest request) {
    if (access.inParameter(request)) {
      return respondWithHeaders(
          access.cookie().stream().toList(),
          () ->
              complete(
                  HttpResponse.create()
                      .withStatus(StatusCodes.SEE_OTHER)
                      .addHeader(Location.create("/"))));
    }
    return getFromResource(WEB + "/index.html", ContentTypes.TEXT_HTML_UTF8);
  }

  private HttpResponse download() {
    String lines = events.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    return HttpResponse.create()
        .addHeader(
            RawHeader.create(
                "Content-Disposition", "attachment; filename=\"analognets-events.jsonl\""))
        .withEntity(HttpEntities.create(JSON_LINES, lines.getBytes(StandardCharsets.UTF_8)));
  }

  private Route control(HttpRequest request) {
    if (!request.entity().getContentType().mediaType().equals(MediaTypes.APPLICATION_JSON)) {
      return error(StatusCodes.UNSUPPORTED_MEDIA_TYPE, "a request is application/json");
    }
    return withSizeLimit(
        LONGEST_REQUEST_BYTES, () -> entity(Unmarshaller.entityToString(), this::change));
  }

  private Route change(String body) {
    try {
      ControlRequest request = ControlRequest.parse(body);
      request.apply(views.stream().map(SensorView::sensor).toList());
      LOG.info("asked: {}", request);
      return json("{}");
    } catch (IllegalArgumentException wrong) {
      return error(StatusCodes.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
  }

  private static Route json(String object) {
    return complete(HttpEntities.create(ContentTypes.APPLICATION_JSON, object + "\n"));
  }

  private static Route error(StatusCode status, String message) {
    return complete(
        status,
        HttpEntities.create(
            ContentTypes.APPLICATION_JSON,
            Json.object(json -> json.writeStringField("error", message)) + "\n"));
  }
}
