/**
 * Accuracy under drift as an experiment: scores that survive an interruption, tables, pictures.
 *
 * <p>Read {@code EvaluationReport} first; {@code ScoreJournal} keeps scores, {@code DriftPlot} draws.
 */
@NullMarked
package org.analognets.demo.evaluate;

import org.jspecify.annotations.NullMarked;
