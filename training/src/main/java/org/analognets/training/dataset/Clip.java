package org.analognets.training.dataset;

/**
 * One recording of a data set: 16 kHz mono, 16 bit.
 *
 * @param word the folder it lies in
 * @param name path inside the data set, unique
 * @param split the part it belongs to
 * @param samples as recorded, not padded; shared, not to be changed
 */
public record Clip(String word, String name, Split split, short[] samples) {}
