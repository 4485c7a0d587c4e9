package org.analognets.analog.kernel;

/** Chooses the kernels once: Vector API where the incubator module was added, else plain Java. */
final class KernelChoice {
  static final Kernels BEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new VectorKernels()
          : new PlainKernels();

  private KernelChoice() {}
}
