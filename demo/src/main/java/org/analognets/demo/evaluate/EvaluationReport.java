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
import org.analognets.training.evaluation.DigitalScore;
import org.analognets.training.evaluation.DriftExperiment.Result;

/**
 * What an evaluation found, as text, JSON, CSV and picture.
 *
 * @param model name of the network
 * @param data where the examples came from
 * @param split part of the data set
 * @param clips how many examples
 * @param seed of sampling and chips
 * @param device device model of the chips
 * @param compensation what was done about drift, by width
 * @param digital how the network that ran at each width does without a chip, by width
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
    Map<String, DigitalScore> digital,
    Map<Double, String> ages,
    List<Result> results) {

  public EvaluationReport {
    compensation = Collections.unmodifiableMap(new LinkedHashMap<>(compensation));
    digital = Collections.unmodifiableMap(new LinkedHashMap<>(digital));
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
        "%s on %s, %s split: %d %s, seed %d, %s devices%n",
        model,
        data,
        split,
        clips,
        things(),
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
      double digitally = digital(width);
      out.printf(
          Locale.ROOT,
          "%5s  %12s  %6.2f %%  %5s  %5d  %7.2f %%  %9.2f  %+.2f%n",
          width,
          compensation.getOrDefault(width, ""),
          100 * digitally,
          age(r),
          r.accuracies().size(),
          100 * r.mean(),
          100 * r.deviation(),
          100 * (digitally - r.mean()));
    }
    if (ofPersons()) {
      printByLabel(out);
    }
    out.flush();
  }

  /** A missed person and a false one weigh alike in the accuracy, but not to a user. */
  private void printByLabel(PrintWriter out) {
    digital.forEach(
        (width, score) ->
            score
                .byLabel()
                .forEach(
                    (label, right) ->
                        out.printf(
                            Locale.ROOT,
                            "%5s  %s pictures right digitally: %.2f %%%n",
                            width,
                            label,
                            100 * right)));
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
    if (ofPersons()) {
      json.writeObjectFieldStart("digitalAccuracyByLabel");
      for (Map.Entry<String, Double> label : byLabel(width).entrySet()) {
        json.writeNumberField(label.getKey(), label.getValue());
      }
      json.writeEndObject();
    }
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
            "%s under drift: %s split, %d %s, %d chips, %s devices",
            model,
            split,
            clips,
            things(),
            results.get(0).accuracies().size(),
            device);
    Map<String, Double> accuracies = new LinkedHashMap<>();
    digital.forEach((width, score) -> accuracies.put(width, score.accuracy()));
    DriftPlot.write(file, title, accuracies, results);
  }

  private double digital(String width) {
    DigitalScore score = digital.get(width);
    return score == null ? Double.NaN : score.accuracy();
  }

  private Map<String, Double> byLabel(String width) {
    DigitalScore score = digital.get(width);
    return score == null ? Map.of() : score.byLabel();
  }

  /** With two labels, each one's own accuracy is told too. */
  private boolean ofPersons() {
    return model.equals("vww");
  }

  private String things() {
    return ofPersons() ? "pictures" : "clips";
  }

  private String age(Result r) {
    return ages.getOrDefault(r.ageSeconds(), r.ageSeconds() + "s");
  }
}
