/**
 * Trained networks and the ONNX files that hold them.
 *
 * <p>Reading order: {@link org.analognets.analog.model.Model}, {@link
 * org.analognets.analog.model.ConverterRanges}, {@link org.analognets.analog.model.OnnxModelFile}
 * (the format), then {@code OnnxWriter}, {@code OnnxReader} and {@code OnnxMetadata}.
 */
@NullMarked
package org.analognets.analog.model;

import org.jspecify.annotations.NullMarked;
