package org.analognets.demo.page;

import akka.util.ByteString;
import com.fasterxml.jackson.core.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.analognets.analog.network.Shape;
import org.analognets.demo.live.LiveChip;
import org.analognets.demo.live.Reading;

/** The camera's picture, and the small one that the network sees. */
final class PictureDisplay implements Display {
  private final Onlooker onlooker;
  private final LiveChip chip;

  PictureDisplay(Onlooker onlooker, LiveChip chip) {
    this.onlooker = onlooker;
    this.chip = chip;
  }

  @Override
  public String kind() {
    return "picture";
  }

  @Override
  public void write(JsonGenerator json, Optional<Reading> newest) {
    // Pictures are binary messages.
  }

  @Override
  public List<ByteString> messages(int place, Optional<Reading> newest) {
    List<ByteString> messages = new ArrayList<>();
    onlooker.takePicture().ifPresent(picture -> messages.add(PictureMessage.seen(place, picture)));
    Shape input = chip.chip().model().network().input();
    newest.ifPresent(
        reading ->
            messages.add(
                PictureMessage.tensor(place, reading.input(), input.width(), input.height())));
    return messages;
  }
}
