package org.analognets.demo.live;

import java.io.IOException;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;

/** The network that a chip of a width carries. */
@FunctionalInterface
public interface Networks {

  /** The network for converters of a width. */
  Model at(Converter converter) throws IOException;
}
