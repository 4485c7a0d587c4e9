/**
 * Decides when a row of posteriors is a word: plain classes without streams, threads or clocks.
 *
 * <p>Reading order: {@link org.analognets.pipeline.decision.DecisionSettings}, {@link
 * org.analognets.pipeline.decision.PosteriorSmoother}, {@link
 * org.analognets.pipeline.decision.WakeDecision}, {@link
 * org.analognets.pipeline.decision.Threshold}, {@link
 * org.analognets.pipeline.decision.Detection}.
 *
 * <pre>
 *  posteriors --&gt; mean over the last windows --&gt; best label
 *      --&gt; enough windows? --&gt; not muted? --&gt; threshold? --&gt; armed? --&gt; refractory time over?
 *      --&gt; Detection
 * </pre>
 */
package org.analognets.pipeline.decision;
