/**
 * What the program carries so that it works at once: a trained keyword model, a recording
 * and pictures, in {@link org.analognets.demo.bundled.Bundled}.
 */
@NullMarked
package org.analognets.demo.bundled;

import org.jspecify.annotations.NullMarked;
