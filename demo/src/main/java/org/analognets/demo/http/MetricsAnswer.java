package org.analognets.demo.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a scraper is told. */
public final class MetricsAnswer {
  private static final ContentType PROMETHEUS_TEXT =
      ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8");

  private MetricsAnswer() {}

  /** All meters, in Prometheus' text format. */
  public static HttpResponse of(String scrape) {
    return HttpResponse.create()
        .withEntity(HttpEntities.create(PROMETHEUS_TEXT, scrape.getBytes(StandardCharsets.UTF_8)));
  }
}
