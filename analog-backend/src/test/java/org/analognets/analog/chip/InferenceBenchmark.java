package org.analognets.analog.chip;

import java.util.concurrent.TimeUnit;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.RandomModels;
import org.analognets.analog.random.Randoms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Host time of one inference with all effects on: 8-bit converters, drifted PCM, fresh read noise on
 * 600,000 devices (AnalogNet-KWS) or 700,000 (AnalogNet-VWW). The aim is a median ({@code p0.50})
 * below 3 and 8 ms on one core. Also: programming a chip, and ageing one with its drift calibration.
 *
 * <pre>
 * ./mvnw -q -pl analog-backend test-compile exec:exec@jmh
 * </pre>
 *
 * <p>Host time only; modelled chip time is {@link Schedule}'s.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class InferenceBenchmark {
  private static final double DAY = 86400;

  private final AonCim settings = AonCim.defaults().withConverter(Converter.bits(8));

  /** Which network. */
  @Param({"kws", "vww"})
  public String network;

  private Model model;
  private float[] tensor;
  private Chip chip;
  private Chip ageing;
  private double age = DAY;
  private long seed;

  /** Programs the chips that are asked. */
  @Setup
  public void program() {
    model = network.equals("kws") ? RandomModels.kws(1) : RandomModels.vww(1);
    tensor = RandomModels.input(model.network().input(), Randoms.derive(1, "tensor"));
    chip = settings.program(model, 1);
    ageing = settings.program(model, 2);
  }

  /** One inference at an age that stays. */
  @Benchmark
  public float[] inference() {
    return chip.infer(tensor, DAY).logits();
  }

  /** One inference at an age that is new: every device drifts, compensation is calibrated. */
  @Benchmark
  public float[] inferenceAtANewAge() {
    age += 1;
    return ageing.infer(tensor, age).logits();
  }

  /** Placing a network and drawing its devices. */
  @Benchmark
  public Chip programming() {
    return settings.program(model, seed++);
  }
}
