package org.analognets.demo.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.analognets.demo.text.Age;
import org.analognets.training.evaluation.DriftExperiment.Result;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A picture of accuracy over age: a line for each width, bars of one deviation among chips, the digital
 * network dotted. Ages stand by their logarithm, marked where they were measured.
 */
final class DriftPlot {
  private static final int WIDTH_PIXELS = 1000;
  private static final int HEIGHT_PIXELS = 620;

  /** Dots for each pixel of the layout, so that a page or a sharp screen shows no staircase. */
  private static final int SCALE = 2;

  /** Told apart by people who don't see all colours (Okabe and Ito). */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00));

  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE4E4E4);
  private static final Color NOTHING = new Color(0, 0, 0, 0);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  /** Empty part of the age axis on either side, in powers of ten. */
  private static final double SIDE_DECADES = 0.3;

  /** Empty points of accuracy above and below what is drawn. */
  private static final double HEADROOM_POINTS = 1;

  private static final int TICK_PIXELS = 5;

  private final List<Result> results;
  private final double lowest;
  private final double highest;
  private final XYChart chart;

  private DriftPlot(String title, Map<String, Double> digitalAccuracy, List<Result> results) {
    this.results = results.stream().sorted(Comparator.comparingDouble(Result::ageSeconds)).toList();
    double low = 1;
    double high = 0;
    for (Result r : results) {
      double digital = digitalAccuracy.getOrDefault(r.converter().label(), r.mean());
      low = Math.min(low, Math.min(digital, r.mean() - r.deviation()));
      high = Math.max(high, Math.max(digital, r.mean() + r.deviation()));
    }
    lowest = Math.max(0, Math.floor(100 * low - HEADROOM_POINTS));
    highest = Math.min(100 + HEADROOM_POINTS, Math.ceil(100 * high + HEADROOM_POINTS));
    chart =
        new XYChartBuilder()
            .width(WIDTH_PIXELS)
            .height(HEIGHT_PIXELS)
            .title(title)
            .xAxisTitle("time since programming")
            .yAxisTitle("accuracy, %")
            .build();
  }

  /**
   * Writes a PNG.
   *
   * @param title what was measured on which clips
   * @param digitalAccuracy by width, of the network that ran at it; drawn as dotted lines
   */
  static void write(
      Path file, String title, Map<String, Double> digitalAccuracy, List<Result> results)
      throws IOException {
    DriftPlot plot = new DriftPlot(title, digitalAccuracy, results);
    plot.style();
    plot.addWidths(digitalAccuracy);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!ImageIO.write(plot.paint(), "png", out)) {
        throw new IOException(file + ": this Java can't write PNG");
      }
    }
  }

  private BufferedImage paint() {
    BufferedImage image =
        new BufferedImage(SCALE * WIDTH_PIXELS, SCALE * HEIGHT_PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.scale(SCALE, SCALE);
    chart.paint(canvas, WIDTH_PIXELS, HEIGHT_PIXELS);
    markAges(canvas);
    canvas.dispose();
    return image;
  }

  private void style() {
    XYStyler style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartFontColor(INK);
    style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    style.setChartTitlePadding(12);
    style.setChartPadding(16);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f));
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotContentSize(1);
    style.setAxisTitleFont(SMALL);
    style.setAxisTickLabelsFont(SMALL);
    style.setAxisTickLabelsColor(INK);
    style.setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setAxisTitlePadding(10);
    style.setXAxisTickLabelsColor(NOTHING);
    style.setXAxisMin(position(results.get(0)) - SIDE_DECADES);
    style.setXAxisMax(position(results.get(results.size() - 1)) + SIDE_DECADES);
    style.setYAxisMin(lowest);
    style.setYAxisMax(highest);
    style.setYAxisDecimalPattern("0.#");
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendFont(SMALL);
    style.setMarkerSize(8);
    style.setErrorBarsColorSeriesColor(true);
  }

  /**
   * Draws a tick at each age. The library can't put ticks where we want them: its own stay invisible,
   * which leaves the room for ours.
   */
  private void markAges(Graphics2D canvas) {
    canvas.setColor(INK);
    canvas.setStroke(new BasicStroke(1f));
    canvas.setFont(SMALL);
    FontMetrics font = canvas.getFontMetrics();
    int axis = (int) Math.round(chart.getScreenYFromChart(lowest));
    int last = Integer.MIN_VALUE;
    for (Result r : results) {
      int at = (int) Math.round(chart.getScreenXFromChart(position(r)));
      String age = Age.display(r.ageSeconds());
      int left = at - font.stringWidth(age) / 2;
      // The same age at another width, or one too near to be told apart, goes without.
      if (left > last) {
        canvas.drawLine(at, axis, at, axis + TICK_PIXELS);
        canvas.drawString(age, left, axis + TICK_PIXELS + font.getAscent() + 2);
        last = left + font.stringWidth(age) + font.charWidth(' ');
      }
    }
  }

  private static double position(Result r) {
    return Math.log10(r.ageSeconds());
  }

  private void addWidths(Map<String, Double> digitalAccuracy) {
    Map<String, List<Result>> byWidth = new LinkedHashMap<>();
    for (Result result : results) {
      byWidth.computeIfAbsent(result.converter().label(), w -> new ArrayList<>()).add(result);
    }
    int next = 0;
    for (Map.Entry<String, List<Result>> entry : byWidth.entrySet()) {
      Color colour = COLOURS.get(next++ % COLOURS.size());
      String width = entry.getKey().equals("ideal") ? "ideal converters" : entry.getKey() + " bit";
      add(width, entry.getValue(), colour);
      Double digital = digitalAccuracy.get(entry.getKey());
      if (digital != null) {
        addDigital(width, digital, colour);
      }
    }
  }

  private void add(String width, List<Result> ofWidth, Color colour) {
    double[] ages = ofWidth.stream().mapToDouble(DriftPlot::position).toArray();
    double[] means = ofWidth.stream().mapToDouble(r -> 100 * r.mean()).toArray();
    double[] deviations = ofWidth.stream().mapToDouble(r -> 100 * r.deviation()).toArray();
    XYSeries series = chart.addSeries(width, ages, means, deviations);
    series.setLineColor(colour);
    series.setLineStyle(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarkerColor(colour);
    series.setMarker(SeriesMarkers.CIRCLE);
  }

  private void addDigital(String width, double accuracy, Color colour) {
    double[] ends = {
      position(results.get(0)) - SIDE_DECADES,
      position(results.get(results.size() - 1)) + SIDE_DECADES
    };
    XYSeries series =
        chart.addSeries(width + ", digital", ends, new double[] {100 * accuracy, 100 * accuracy});
    series.setLineColor(colour);
    series.setLineStyle(
        new BasicStroke(
            1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1, 5}, 0));
    series.setMarker(SeriesMarkers.NONE);
  }
}
