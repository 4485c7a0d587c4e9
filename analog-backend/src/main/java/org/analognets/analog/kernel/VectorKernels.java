package org.analognets.analog.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API.
 *
 * <p>Matrix products go in register tiles of eight rows (one for what is left) by one or three
 * vectors of columns; the accumulators are local variables, written out because an array of vectors
 * would be boxed. That is why the methods here are long.
 */
public final class VectorKernels implements Kernels {
  static final VectorSpecies<Float> F = species();
  private static final int L = F.length();

  /** The machine's own width, but never wider than the lanes that all machines share. */
  private static VectorSpecies<Float> species() {
    VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
    return preferred.length() <= LANES ? preferred : FloatVector.SPECIES_512;
  }

  @Override
  public void multiply(
      float[] a,
      int aOffset,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      int m,
      int n,
      int k,
      boolean accumulate) {
    int width = Kernels.padded(n);
    int j = 0;
    for (; j + 3 * L <= width; j += 3 * L) {
      int i = 0;
      for (; i + 8 <= m; i += 8) {
        tile8x3(
            a,
            aOffset + i * aRowStride,
            aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j,
            cStride,
            k,
            accumulate);
      }
      for (; i < m; i++) {
        tile1x3(
            a,
            aOffset + i * aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j,
            k,
            accumulate);
      }
    }
    for (; j < width; j += L) {
      int i = 0;
      for (; i + 8 <= m; i += 8) {
        tile8x1(
            a,
            aOffset + i * aRowStride,
            aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j,
            cStride,
            k,
            accumulate);
      }
      for (; i < m; i++) {
        tile1x1(
            a,
            aOffset + i * aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j,
            k,
            accumulate);
      }
    }
  }

  private static FloatVector start(float[] c, int at, boolean accumulate) {
    return accumulate ? FloatVector.fromArray(F, c, at) : FloatVector.zero(F);
  }

  private static void tile8x3(
      float[] a,
      int aStart,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bStart,
      int bStride,
      float[] c,
      int c0,
      int cStride,
      int k,
      boolean accumulate) {
    FloatVector s00 = start(c, c0, accumulate);
    FloatVector s01 = start(c, c0 + L, accumulate);
    FloatVector s02 = start(c, c0 + 2 * L, accumulate);
    FloatVector s10 = start(c, c0 + cStride, accumulate);
    FloatVector s11 = start(c, c0 + cStride + L, accumulate);
    FloatVector s12 = start(c, c0 + cStride + 2 * L, accumulate);
    FloatVector s20 = start(c, c0 + 2 * cStride, accumulate);
    FloatVector s21 = start(c, c0 + 2 * cStride + L, accumulate);
    FloatVector s22 = start(c, c0 + 2 * cStride + 2 * L, accumulate);
    FloatVector s30 = start(c, c0 + 3 * cStride, accumulate);
    FloatVector s31 = start(c, c0 + 3 * cStride + L, accumulate);
    FloatVector s32 = start(c, c0 + 3 * cStride + 2 * L, accumulate);
    FloatVector s40 = start(c, c0 + 4 * cStride, accumulate);
    FloatVector s41 = start(c, c0 + 4 * cStride + L, accumulate);
    FloatVector s42 = start(c, c0 + 4 * cStride + 2 * L, accumulate);
    FloatVector s50 = start(c, c0 + 5 * cStride, accumulate);
    FloatVector s51 = start(c, c0 + 5 * cStride + L, accumulate);
    FloatVector s52 = start(c, c0 + 5 * cStride + 2 * L, accumulate);
    FloatVector s60 = start(c, c0 + 6 * cStride, accumulate);
    FloatVector s61 = start(c, c0 + 6 * cStride + L, accumulate);
    FloatVector s62 = start(c, c0 + 6 * cStride + 2 * L, accumulate);
    FloatVector s70 = start(c, c0 + 7 * cStride, accumulate);
    FloatVector s71 = start(c, c0 + 7 * cStride + L, accumulate);
    FloatVector s72 = start(c, c0 + 7 * cStride + 2 * L, accumulate);
    int bAt = bStart;
    int aAt = aStart;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bAt);
      FloatVector b1 = FloatVector.fromArray(F, b, bAt + L);
      FloatVector b2 = FloatVector.fromArray(F, b, bAt + 2 * L);
      FloatVector x = FloatVector.broadcast(F, a[aAt]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      x = FloatVector.broadcast(F, a[aAt + aRowStride]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      x = FloatVector.broadcast(F, a[aAt + 2 * aRowStride]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      x = FloatVector.broadcast(F, a[aAt + 3 * aRowStride]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      x = FloatVector.broadcast(F, a[aAt + 4 * aRowStride]);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
      s42 = x.fma(b2, s42);
      x = FloatVector.broadcast(F, a[aAt + 5 * aRowStride]);
      s50 = x.fma(b0, s50);
      s51 = x.fma(b1, s51);
      s52 = x.fma(b2, s52);
      x = FloatVector.broadcast(F, a[aAt + 6 * aRowStride]);
      s60 = x.fma(b0, s60);
      s61 = x.fma(b1, s61);
      s62 = x.fma(b2, s62);
      x = FloatVector.broadcast(F, a[aAt + 7 * aRowStride]);
      s70 = x.fma(b0, s70);
      s71 = x.fma(b1, s71);
      s72 = x.fma(b2, s72);
      bAt += bStride;
      aAt += aColumnStride;
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + L);
    s02.intoArray(c, c0 + 2 * L);
    s10.intoArray(c, c0 + cStride);
    s11.intoArray(c, c0 + cStride + L);
    s12.intoArray(c, c0 + cStride + 2 * L);
    s20.intoArray(c, c0 + 2 * cStride);
    s21.intoArray(c, c0 + 2 * cStride + L);
    s22.intoArray(c, c0 + 2 * cStride + 2 * L);
    s30.intoArray(c, c0 + 3 * cStride);
    s31.intoArray(c, c0 + 3 * cStride + L);
    s32.intoArray(c, c0 + 3 * cStride + 2 * L);
    s40.intoArray(c, c0 + 4 * cStride);
    s41.intoArray(c, c0 + 4 * cStride + L);
    s42.intoArray(c, c0 + 4 * cStride + 2 * L);
    s50.intoArray(c, c0 + 5 * cStride);
    s51.intoArray(c, c0 + 5 * cStride + L);
    s52.intoArray(c, c0 + 5 * cStride + 2 * L);
    s60.intoArray(c, c0 + 6 * cStride);
    s61.intoArray(c, c0 + 6 * cStride + L);
    s62.intoArray(c, c0 + 6 * cStride + 2 * L);
    s70.intoArray(c, c0 + 7 * cStride);
    s71.intoArray(c, c0 + 7 * cStride + L);
    s72.intoArray(c, c0 + 7 * cStride + 2 * L);
  }

  private static void tile1x3(
      float[] a,
      int aStart,
      int aColumnStride,
      float[] b,
      int bStart,
      int bStride,
      float[] c,
      int c0,
      int k,
      boolean accumulate) {
    FloatVector s00 = start(c, c0, accumulate);
    FloatVector s01 = start(c, c0 + L, accumulate);
    FloatVector s02 = start(c, c0 + 2 * L, accumulate);
    int bAt = bStart;
    int aAt = aStart;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bAt);
      FloatVector b1 = FloatVector.fromArray(F, b, bAt + L);
      FloatVector b2 = FloatVector.fromArray(F, b, bAt + 2 * L);
      FloatVector x = FloatVector.broadcast(F, a[aAt]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      bAt += bStride;
      aAt += aColumnStride;
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + L);
    s02.intoArray(c, c0 + 2 * L);
  }

  private static void tile8x1(
      float[] a,
      int aStart,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bStart,
      int bStride,
      float[] c,
      int c0,
      int cStride,
      int k,
      boolean accumulate) {
    FloatVector s00 = start(c, c0, accumulate);
    FloatVector s10 = start(c, c0 + cStride, accumulate);
    FloatVector s20 = start(c, c0 + 2 * cStride, accumulate);
    FloatVector s30 = start(c, c0 + 3 * cStride, accumulate);
    FloatVector s40 = start(c, c0 + 4 * cStride, accumulate);
    FloatVector s50 = start(c, c0 + 5 * cStride, accumulate);
    FloatVector s60 = start(c, c0 + 6 * cStride, accumulate);
    FloatVector s70 = start(c, c0 + 7 * cStride, accumulate);
    int bAt = bStart;
    int aAt = aStart;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bAt);
      FloatVector x = FloatVector.broadcast(F, a[aAt]);
      s00 = x.fma(b0, s00);
      x = FloatVector.broadcast(F, a[aAt + aRowStride]);
      s10 = x.fma(b0, s10);
      x = FloatVector.broadcast(F, a[aAt + 2 * aRowStride]);
      s20 = x.fma(b0, s20);
      x = FloatVector.broadcast(F, a[aAt + 3 * aRowStride]);
      s30 = x.fma(b0, s30);
      x = FloatVector.broadcast(F, a[aAt + 4 * aRowStride]);
      s40 = x.fma(b0, s40);
      x = FloatVector.broadcast(F, a[aAt + 5 * aRowStride]);
      s50 = x.fma(b0, s50);
      x = FloatVector.broadcast(F, a[aAt + 6 * aRowStride]);
      s60 = x.fma(b0, s60);
      x = FloatVector.broadcast(F, a[aAt + 7 * aRowStride]);
      s70 = x.fma(b0, s70);
      bAt += bStride;
      aAt += aColumnStride;
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c0 + cStride);
    s20.intoArray(c, c0 + 2 * cStride);
    s30.intoArray(c, c0 + 3 * cStride);
    s40.intoArray(c, c0 + 4 * cStride);
    s50.intoArray(c, c0 + 5 * cStride);
    s60.intoArray(c, c0 + 6 * cStride);
    s70.intoArray(c, c0 + 7 * cStride);
  }

  private static void tile1x1(
      float[] a,
      int aStart,
      int aColumnStride,
      float[] b,
      int bStart,
      int bStride,
      float[] c,
      int c0,
      int k,
      boolean accumulate) {
    FloatVector s00 = start(c, c0, accumulate);
    int bAt = bStart;
    int aAt = aStart;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bAt);
      FloatVector x = FloatVector.broadcast(F, a[aAt]);
      s00 = x.fma(b0, s00);
      bAt += bStride;
      aAt += aColumnStride;
    }
    s00.intoArray(c, c0);
  }

  @Override
  public void read(
      float[] plus,
      float[] plusSigma,
      float[] minus,
      float[] minusSigma,
      float[] weight,
      int length,
      NoiseLanes noise) {
    for (int lane = 0; lane < LANES; lane += L) {
      VectorReads.readLanes(plus, plusSigma, minus, minusSigma, weight, length, noise.state, lane);
    }
  }
}
