package org.analognets.demo.page;

import akka.util.ByteString;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.analognets.demo.live.Reading;

/** What the page shows of one kind of sensor beyond what it shows of all. */
interface Display {

  /** The kind, as the page knows it: {@code sound} or {@code picture}. */
  String kind();

  /**
   * Adds fields to what is sent ten times a second.
   *
   * @param newest the newest reading, if there is a new one
   */
  void write(JsonGenerator json, Optional<Reading> newest) throws IOException;

  /**
   * Binary messages that are new since the last call.
   *
   * @param place of the sensor among all
   * @param newest the newest reading, if there is a new one
   */
  default List<ByteString> messages(int place, Optional<Reading> newest) {
    return List.of();
  }
}
