package org.analognets.demo.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.optionalHeaderValueByName;
import static akka.http.javadsl.server.Directives.path;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.server.Route;
import java.util.function.Function;
import org.analognets.metrics.Exposition;

/** {@code GET /metrics}, in the format that whoever scrapes asks for. */
public final class MetricsRoute {

  private MetricsRoute() {}

  /**
   * The route.
   *
   * @param scrape gives all meters for a value of the header {@code Accept}, empty for none
   */
  public static Route of(Function<String, Exposition> scrape) {
    return get(
        () ->
            path(
                "metrics",
                () ->
                    optionalHeaderValueByName(
                        "Accept", accept -> complete(response(scrape.apply(accept.orElse("")))))));
  }

  private static HttpResponse response(Exposition answer) {
    return HttpResponse.create()
        .withEntity(HttpEntities.create(ContentTypes.parse(answer.contentType()), answer.body()));
  }
}
