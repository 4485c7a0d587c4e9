package org.analognets.demo.energy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.analognets.analog.chip.LayerCost;
import org.analognets.analog.energy.EnergyReport;
import org.analognets.analog.energy.PublishedEfficiency;
import org.analognets.demo.text.Json;

/** Costs as one JSON array, one object for each network and width. */
public final class EnergyJson {
  private EnergyJson() {}

  /**
   * Prints them as one line.
   *
   * @param layers whether each object holds its layers too
   */
  public static void print(PrintWriter out, List<NetworkCost> costs, boolean layers)
      throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      for (NetworkCost cost : costs) {
        json.writeStartObject();
        write(json, cost);
        if (layers) {
          writeLayers(json, cost);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.println();
    out.flush();
  }

  private static void write(JsonGenerator json, NetworkCost cost) throws IOException {
    EnergyReport energy = cost.energy();
    json.writeStringField("model", cost.subject().network().name());
    json.writeNumberField("bits", cost.bits());
    json.writeNumberField("weights", cost.subject().network().weightCount());
    json.writeNumberField("utilization", cost.placement().utilization());
    json.writeNumberField("cycles", cost.schedule().cycles());
    json.writeNumberField("latencySeconds", energy.latencySeconds());
    json.writeNumberField("inferencesPerSecond", cost.inferencesPerSecond());
    json.writeNumberField("tops", cost.tops());
    json.writeNumberField("energyJoules", energy.totalJoules());
    json.writeNumberField("topsPerWatt", energy.topsPerWatt());
    writePublished(json, cost.reference());
    json.writeObjectFieldStart("components");
    json.writeNumberField("dac", energy.dacJoules());
    json.writeNumberField("adc", energy.adcJoules());
    json.writeEndObject();
  }

  private static void writePublished(JsonGenerator json, Optional<PublishedEfficiency> figure)
      throws IOException {
    if (figure.isPresent()) {
      json.writeNumberField("publishedTopsPerWatt", figure.get().topsPerWatt());
    } else {
      json.writeNullField("publishedTopsPerWatt");
    }
  }

  private static void writeLayers(JsonGenerator json, NetworkCost cost) throws IOException {
    json.writeArrayFieldStart("layers");
    for (LayerCost layer : cost.schedule().layers()) {
      json.writeStartObject();
      json.writeStringField("layer", layer.layer());
      json.writeNumberField("rows", layer.rows());
      json.writeNumberField("columns", layer.columns());
      json.writeNumberField("utilization", cost.utilization(layer));
      json.writeNumberField("positions", layer.positions());
      json.writeNumberField("cycles", layer.cycles());
      json.writeNumberField("energyJoules", layer.energy().totalJoules());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
