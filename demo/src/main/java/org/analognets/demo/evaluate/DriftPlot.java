package org.analognets.demo.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of accuracy over age: a line for each width, bars of one deviation among chips. */
final class DriftPlot {
  private static final int WIDTH_PIXELS = 1000;
  private static final int HEIGHT_PIXELS = 620;
  private static final int DOTS_PER_INCH = 144;

  /** Told apart by people who don't see all colours (Okabe and Ito). */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00));

  private DriftPlot() {}

  /**
   * Writes a PNG.
   *
   * @param title what was measured on which clips
   * @param digitalAccuracy by width, of the network that ran at it; drawn as dotted lines
   */
  static void write(
      Path file, String title, Map<String, Double> digitalAccuracy, List<Result> results)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH_PIXELS)
            .height(HEIGHT_PIXELS)
            .title(title)
            .xAxisTitle("seconds since programming")
            .yAxisTitle("accuracy, %")
            .build();
    style(chart);
    Map<String, List<Result>> byWidth = new LinkedHashMap<>();
    for (Result result : results) {
      byWidth.computeIfAbsent(result.converter().label(), w -> new ArrayList<>()).add(result);
    }
    int colour = 0;
    for (Map.Entry<String, List<Result>> entry : byWidth.entrySet()) {
      add(chart, entry.getKey(), entry.getValue(), COLOURS.get(colour % COLOURS.size()));
      addDigital(
          chart,
          entry.getKey(),
          entry.getValue(),
          digitalAccuracy.getOrDefault(entry.getKey(), Double.NaN),
          COLOURS.get(colour++ % COLOURS.size()));
    }
    BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
  }

  private static void style(XYChart chart) {
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    chart.getStyler().setYAxisDecimalPattern("0.0");
    chart.getStyler().setMarkerSize(7);
  }

  private static void add(XYChart chart, String width, List<Result> results, Color colour) {
    double[] ages = results.stream().mapToDouble(Result::ageSeconds).toArray();
    double[] means = results.stream().mapToDouble(r -> 100 * r.mean()).toArray();
    double[] deviations = results.stream().mapToDouble(r -> 100 * r.deviation()).toArray();
    String name = width.equals("ideal") ? "ideal converters" : width + " bit";
    XYSeries series = chart.addSeries(name, ages, means, deviations);
    series.setLineColor(colour);
    series.setMarkerColor(colour);
    series.setMarker(SeriesMarkers.CIRCLE);
  }

  private static void addDigital(
      XYChart chart, String width, List<Result> results, double accuracy, Color colour) {
    if (Double.isNaN(accuracy) || results.size() < 2) {
      return;
    }
    double[] ages = {results.get(0).ageSeconds(), results.get(results.size() - 1).ageSeconds()};
    XYSeries series =
        chart.addSeries(width + ", digital", ages, new double[] {100 * accuracy, 100 * accuracy});
    series.setLineColor(colour);
    series.setLineStyle(
        new BasicStroke(
            1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {2, 5}, 0));
    series.setMarker(SeriesMarkers.NONE);
  }
}
