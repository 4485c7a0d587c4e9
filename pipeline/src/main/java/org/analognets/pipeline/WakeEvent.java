package org.analognets.pipeline;

/**
 * A keyword was heard, or a person came or left.
 *
 * <p>Score and stream time belong to the decision, which looks back over several inferences; chip
 * age, energy and latency are those of the one inference that completed it. The energy of
 * everything heard so far is in {@link StreamSummary}.
 *
 * @param model the network's name
 * @param label the keyword; or {@code person} for one who came, {@code no_person} for one who left
 * @param score its smoothed posterior, 0 to 1
 * @param streamSeconds the stream's time at the end of the window, or at the picture, that
 *     completed the decision; for a word at a file's very end this lies in the silence added after it
 * @param chipAgeSeconds seconds since the chip was programmed, at that inference
 * @param energyJoules modelled joules of that inference, accelerator only: without microphone,
 *     camera, MFCC and host
 * @param chipLatencySeconds modelled chip time of that inference, not host time
 */
public record WakeEvent(
    String model,
    String label,
    double score,
    double streamSeconds,
    double chipAgeSeconds,
    double energyJoules,
    double chipLatencySeconds) {}
