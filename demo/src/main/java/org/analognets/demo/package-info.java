/**
 * The application: a command line that wires sound, pictures, chips, streams and meters together.
 *
 * <p>Reading order: {@link org.analognets.demo.Main}, then {@link org.analognets.demo.cli} (one
 * class for each command).
 *
 * <pre>
 *  Main -> AnalogNetsCommand -> listen, watch, demo; program, evaluate, energy, train and others
 *                                 |
 *                                 +-> pipeline -> wake events -> console or JSON lines
 *                                 +-> meters   -> http://127.0.0.1/metrics
 * </pre>
 */
@NullMarked
package org.analognets.demo;

import org.jspecify.annotations.NullMarked;
