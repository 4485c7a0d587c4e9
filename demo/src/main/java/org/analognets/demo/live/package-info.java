/**
 * Sensors that can be changed while they run: another chip, age, threshold or source takes effect on
 * the running stream.
 *
 * <p>Reading order: {@link org.analognets.demo.live.LiveSensor} (one at work), {@link
 * org.analognets.demo.live.LiveInput} and {@link org.analognets.demo.live.LiveSound} (what it hears),
 * {@link org.analognets.demo.live.LiveChip} and {@link org.analognets.demo.live.LiveClock} (a chip
 * that is exchanged and aged), {@link org.analognets.demo.live.Reading} (what onlookers see).
 *
 * <pre>
 *   choose, hold ----&gt; LiveSensor --runs--&gt; WakePipeline --infer--&gt; LiveChip &lt;-- change, reprogram
 *                                           ^                      ^
 *                                       Threshold              LiveClock &lt;-- age, speed
 * </pre>
 */
@NullMarked
package org.analognets.demo.live;

import org.jspecify.annotations.NullMarked;
