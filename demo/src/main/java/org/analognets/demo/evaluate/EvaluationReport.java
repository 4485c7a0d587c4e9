package org.analognets.demo.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.analognets.demo.text.Json;
import org.analognets.training.evaluation.DriftExperiment.Result;

/**
 * What an evaluation found, as text, JSON, CSV and picture.
 *
 * @param model name of the network
 * @param data where the clips came from
 * @param split part of the data set
 * @param clips how many clips
 * @param seed of sampling and chips
 * @param device device model of the chips
 * @param compensation what was done about drift, by width
 * @param digitalAccuracy of the network that ran at each width, by width
 * @param ages how the user wrote each age, by seconds
 * @param results by width, then age
 */
public record EvaluationReport(
    String model,
    String data,
    String split,
    int clips,
    long seed,
    String device,
    Map<String, String> compensation,
    Map<String, Double> digitalAccuracy,
    Map<Double, String> ages,
    List<Result> results) {

  public EvaluationReport {
    compensation = Collections.unmodifiableMap(new LinkedHashMap<>(compensation));
    digitalAccuracy = Collections.unmodifiableMap(new LinkedHashMap<>(digitalAccuracy));
    ages = Collections.unmodifiableMap(new LinkedHashMap<>(ages));
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("evaluation report: holds no results");
    }
  }

  /** A table for people. */
  public void printText(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s on %s, %s split: %d clips, seed %d, %s devices%n",
        model,
        data,
        split,
        clips,
        seed,
        device);
    out.printf(
        Locale.ROOT,
        "%5s  %12s  %8s  %5s  %5s  %9s  %9s  %s%n",
        "bits",
        "compensation",
        "digital",
        "age",
        "chips",
        "mean",
        "deviation",
        "lost");
    for (Result r : results) {
      String width = r.converter().label();
      double digital = digital(width);
      out.printf(
          Locale.ROOT,
          "%5s  %12s  %6.2f %%  %5s  %5d  %7.2f %%  %9.2f  %+.2f%n",
          width,
          compensation.getOrDefault(width, ""),
          100 * digital,
          age(r),
          r.accuracies().size(),
          100 * r.mean(),
          100 * r.deviation(),
          100 * (digital - r.mean()));
    }
    out.flush();
  }

  /** One JSON object on one line. */
  public void printJson(PrintWriter out) throws IOException {
    Json.line(
        out,
        json -> {
          json.writeStringField("model", model);
          json.writeStringField("split", split);
          json.writeNumberField("clips", clips);
          json.writeNumberField("digitalAccuracy", digital(results.get(0).converter().label()));
          json.writeNumberField("seed", seed);
          json.writeStringField("device", device);
          json.writeArrayFieldStart("results");
          for (Result r : results) {
            json.writeStartObject();
            result(json, r);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void result(JsonGenerator json, Result r) throws IOException {
    String width = r.converter().label();
    if (r.converter().isIdeal()) {
      json.writeStringField("bits", width);
    } else {
      json.writeNumberField("bits", r.converter().bits());
    }
    json.writeStringField("age", age(r));
    json.writeFieldName("ageSeconds");
    Json.number(json, r.ageSeconds());
    json.writeNumberField("chips", r.accuracies().size());
    json.writeNumberField("accuracyMean", r.mean());
    json.writeNumberField("accuracyStd", r.deviation());
    json.writeNumberField("digitalAccuracy", digital(width));
    json.writeStringField("compensation", compensation.getOrDefault(width, ""));
  }

  /** A line for each width and age, with a header. */
  public void printCsv(PrintWriter out) {
    out.println(
        "model,split,clips,device,bits,compensation,age,ageSeconds,chips,accuracyMean,accuracyStd,"
            + "digitalAccuracy");
    for (Result r : results) {
      String width = r.converter().label();
      out.printf(
          Locale.ROOT,
          "%s,%s,%d,%s,%s,%s,%s,%s,%d,%.6f,%.6f,%.6f%n",
          model,
          split,
          clips,
          device,
          width,
          compensation.getOrDefault(width, ""),
          age(r),
          r.ageSeconds(),
          r.accuracies().size(),
          r.mean(),
          r.deviation(),
          digital(width));
    }
    out.flush();
  }

  /** A PNG of accuracy over age. */
  public void plot(Path file) throws IOException {
    String title =
        String.format(
            Locale.ROOT,
            "%s under drift: %s split, %d clips, %d chips, %s devices",
            model,
            split,
            clips,
            results.get(0).accuracies().size(),
            device);
    DriftPlot.write(file, title, digitalAccuracy, results);
  }

  private double digital(String width) {
    return digitalAccuracy.getOrDefault(width, Double.NaN);
  }

  private String age(Result r) {
    return ages.getOrDefault(r.ageSeconds(), r.ageSeconds() + "s");
  }
}
