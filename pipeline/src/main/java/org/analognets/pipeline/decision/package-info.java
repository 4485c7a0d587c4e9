/**
 * Decides when a row of posteriors is a word, or a person who came or left, and which pictures are
 * worth an inference: plain classes without streams, threads or clocks.
 *
 * <p>Reading order: {@link org.analognets.pipeline.decision.Decision} and {@link
 * org.analognets.pipeline.decision.Detection}; for words {@link
 * org.analognets.pipeline.decision.DecisionSettings}, {@link
 * org.analognets.pipeline.decision.PosteriorSmoother}, {@link
 * org.analognets.pipeline.decision.WakeDecision}, {@link
 * org.analognets.pipeline.decision.Threshold}; for persons {@link
 * org.analognets.pipeline.decision.PresenceSettings}, {@link
 * org.analognets.pipeline.decision.PosteriorMedian}, {@link
 * org.analognets.pipeline.decision.PresenceDecision}; ahead of the chip {@link
 * org.analognets.pipeline.decision.MotionGate}.
 *
 * <pre>
 *  posteriors --&gt; mean over the last windows --&gt; best label
 *      --&gt; enough windows? --&gt; not muted? --&gt; threshold? --&gt; armed? --&gt; refractory time over?
 *      --&gt; Detection of a word
 *
 *  posteriors --&gt; median over the last pictures --&gt; nobody there: threshold? --&gt; often enough?
 *                                               --&gt; a person there: below clearing? --&gt; often enough?
 *      --&gt; Detection of a person, or of nobody
 * </pre>
 */
package org.analognets.pipeline.decision;
