package org.analognets.analog.kernel;

import static org.analognets.analog.kernel.GaussianPolynomials.*;
import static org.analognets.analog.kernel.Kernels.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Reads of differential pairs on the Vector API: a step of xoshiro128++ for each of two uniforms,
 * and a Box-Muller step, for one vector of lanes at a time. Written out in one loop so that
 * generator state stays in registers.
 */
final class VectorReads {
  private static final VectorSpecies<Float> F = VectorKernels.F;
  private static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, F.vectorShape());

  private VectorReads() {}

  static void readLanes(
      float[] plus,
      float[] plusSigma,
      float[] minus,
      float[] minusSigma,
      float[] weight,
      int length,
      int[] state,
      int lane) {
    IntVector s0 = IntVector.fromArray(I, state, lane);
    IntVector s1 = IntVector.fromArray(I, state, LANES + lane);
    IntVector s2 = IntVector.fromArray(I, state, 2 * LANES + lane);
    IntVector s3 = IntVector.fromArray(I, state, 3 * LANES + lane);
    for (int j = lane; j < length; j += LANES) {
      IntVector bits = rotateLeft(s0.add(s3), 7).add(s0);
      IntVector t2 = s2.lanewise(VectorOperators.XOR, s0);
      IntVector t3 = s3.lanewise(VectorOperators.XOR, s1);
      s2 = t2.lanewise(VectorOperators.XOR, s1.lanewise(VectorOperators.LSHL, 9));
      s1 = s1.lanewise(VectorOperators.XOR, t2);
      s0 = s0.lanewise(VectorOperators.XOR, t3);
      s3 = rotateLeft(t3, 11);
      IntVector angle = rotateLeft(s0.add(s3), 7).add(s0);
      t2 = s2.lanewise(VectorOperators.XOR, s0);
      t3 = s3.lanewise(VectorOperators.XOR, s1);
      s2 = t2.lanewise(VectorOperators.XOR, s1.lanewise(VectorOperators.LSHL, 9));
      s1 = s1.lanewise(VectorOperators.XOR, t2);
      s0 = s0.lanewise(VectorOperators.XOR, t3);
      s3 = rotateLeft(t3, 11);

      FloatVector radius = radius(bits);
      FloatVector w =
          ((FloatVector) angle.and(0xffffff).convertShape(VectorOperators.I2F, F, 0))
              .fma(FloatVector.broadcast(F, TWO_TO_MINUS_24), FloatVector.broadcast(F, -0.5f));
      FloatVector q = w.mul(w);
      IntVector cos =
          cosine(q).reinterpretAsInts().lanewise(VectorOperators.XOR, angle.and(0x80000000));
      IntVector sin = w.mul(sineOverW(q)).reinterpretAsInts();
      IntVector swap =
          cos.lanewise(VectorOperators.XOR, sin)
              .and(angle.lanewise(VectorOperators.LSHL, 1).lanewise(VectorOperators.ASHR, 31));
      FloatVector n1 = radius.mul(cos.lanewise(VectorOperators.XOR, swap).reinterpretAsFloats());
      FloatVector n2 = radius.mul(sin.lanewise(VectorOperators.XOR, swap).reinterpretAsFloats());
      FloatVector gPlus =
          FloatVector.fromArray(F, plusSigma, j).fma(n1, FloatVector.fromArray(F, plus, j));
      FloatVector gMinus =
          FloatVector.fromArray(F, minusSigma, j).fma(n2, FloatVector.fromArray(F, minus, j));
      gPlus.max(0f).sub(gMinus.max(0f)).intoArray(weight, j);
    }
    s0.intoArray(state, lane);
    s1.intoArray(state, LANES + lane);
    s2.intoArray(state, 2 * LANES + lane);
    s3.intoArray(state, 3 * LANES + lane);
  }

  private static IntVector rotateLeft(IntVector x, int by) {
    return x.lanewise(VectorOperators.LSHL, by)
        .lanewise(VectorOperators.OR, x.lanewise(VectorOperators.LSHR, 32 - by));
  }

  private static FloatVector radius(IntVector bits) {
    FloatVector u =
        ((FloatVector)
                bits.lanewise(VectorOperators.LSHR, 8)
                    .add(1)
                    .convertShape(VectorOperators.I2F, F, 0))
            .mul(TWO_TO_MINUS_24);
    IntVector raw = u.reinterpretAsInts();
    IntVector exponent = raw.sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
    FloatVector f =
        raw.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
    FloatVector p = FloatVector.broadcast(F, LN8).fma(f, FloatVector.broadcast(F, LN7));
    p = p.fma(f, FloatVector.broadcast(F, LN6));
    p = p.fma(f, FloatVector.broadcast(F, LN5));
    p = p.fma(f, FloatVector.broadcast(F, LN4));
    p = p.fma(f, FloatVector.broadcast(F, LN3));
    p = p.fma(f, FloatVector.broadcast(F, LN2));
    p = p.fma(f, FloatVector.broadcast(F, LN1));
    p = p.fma(f, FloatVector.broadcast(F, LN0));
    FloatVector square =
        ((FloatVector) exponent.convertShape(VectorOperators.I2F, F, 0))
            .fma(FloatVector.broadcast(F, MINUS_TWO_LN2), f.mul(-2f).mul(p));
    return square.max(0f).sqrt();
  }

  private static FloatVector cosine(FloatVector q) {
    FloatVector p = FloatVector.broadcast(F, COS4).fma(q, FloatVector.broadcast(F, COS3));
    p = p.fma(q, FloatVector.broadcast(F, COS2));
    p = p.fma(q, FloatVector.broadcast(F, COS1));
    return p.fma(q, FloatVector.broadcast(F, COS0));
  }

  private static FloatVector sineOverW(FloatVector q) {
    FloatVector p = FloatVector.broadcast(F, SIN4).fma(q, FloatVector.broadcast(F, SIN3));
    p = p.fma(q, FloatVector.broadcast(F, SIN2));
    p = p.fma(q, FloatVector.broadcast(F, SIN1));
    return p.fma(q, FloatVector.broadcast(F, SIN0));
  }
}
