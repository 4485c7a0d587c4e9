package org.analognets.demo.live;

import org.analognets.analog.chip.Inference;

/**
 * One inference as an onlooker sees it.
 *
 * @param input the tensor that the network saw; not to be written to
 * @param inference the chip's answer and its cost
 * @param scores the smoothed posteriors that the decision compares with its threshold
 * @param decidedMillis when it was decided, in milliseconds since 1970
 * @param lagSeconds host time from the capture of the newest sample to the decision
 */
@SuppressWarnings("ArrayRecordComponent") // readings pass by, nobody compares them
public record Reading(
    float[] input, Inference inference, float[] scores, long decidedMillis, double lagSeconds) {}
