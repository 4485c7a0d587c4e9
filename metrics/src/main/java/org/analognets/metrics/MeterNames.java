package org.analognets.metrics;

/**
 * Every metric family and label of the project, as Prometheus shows them. No other class names one.
 *
 * <p>Families that begin with {@code analognets_chip} are modelled quantities of the accelerator
 * alone: microphone, camera, MFCC and host are not in them. Families that begin with {@code
 * analognets_pipeline} are measured on the host.
 */
public final class MeterNames {

  /**
   * Counter {@value}, labels {@value #MODEL} and {@value #COMPONENT}: joules the accelerator spent.
   * The components are disjoint, so their sum is the total.
   */
  public static final String CHIP_ENERGY = "analognets_chip_energy_joules_total";

  /** Histogram {@value}, label {@value #MODEL}: joules of each inference, all components. */
  public static final String CHIP_INFERENCE_ENERGY = "analognets_chip_inference_energy_joules";

  /** Counter {@value}, label {@value #MODEL}: inferences the accelerator made. */
  public static final String CHIP_INFERENCES = "analognets_chip_inferences_total";

  /**
   * Counter {@value}, label {@value #MODEL}: multiplications and additions, two for each
   * multiply-accumulate. Divided by the joules it gives operations per joule.
   */
  public static final String CHIP_OPERATIONS = "analognets_chip_operations_total";

  /**
   * Counter {@value}, label {@value #MODEL}: modelled seconds the accelerator was busy; its rate is
   * the duty cycle.
   */
  public static final String CHIP_BUSY = "analognets_chip_busy_seconds_total";

  /**
   * Gauge {@value}, label {@value #MODEL}: seconds since the chip was programmed, at its last
   * inference; 0 before the first.
   */
  public static final String CHIP_AGE = "analognets_chip_age_seconds";

  /**
   * Info {@value}, always 1, labels {@value #MODEL}, {@value #BITS}, {@value #DEVICE} and {@value
   * #COMPENSATION}: the chip that serves the model. Others are joined with it by {@value #MODEL}.
   */
  public static final String CHIP_INFO = "analognets_chip_info";

  /**
   * Counter {@value}, label {@value #MODEL}: joules that a motion gate spared the accelerator. They
   * are in no other family.
   */
  public static final String CHIP_SAVED_ENERGY = "analognets_chip_saved_energy_joules_total";

  /**
   * Counter {@value}, labels {@value #MODEL} and {@value #LABEL}: wake events; of pictures, that a
   * person came (label {@code person}) or left ({@code no_person}).
   */
  public static final String WAKE_EVENTS = "analognets_pipeline_wake_events_total";

  /** Counter {@value}, label {@value #MODEL}: seconds of sound that reached the features. */
  public static final String AUDIO = "analognets_pipeline_audio_seconds_total";

  /** Counter {@value}, label {@value #MODEL}: pictures that were looked at, gated ones too. */
  public static final String PICTURES = "analognets_pipeline_pictures_total";

  /** Counter {@value}, label {@value #MODEL}: broken pictures that were left out. */
  public static final String BROKEN_PICTURES = "analognets_pipeline_broken_pictures_total";

  /** Counter {@value}, label {@value #MODEL}: pictures too still to be worth an inference. */
  public static final String GATED_PICTURES = "analognets_pipeline_gated_pictures_total";

  /** Counter {@value}, label {@value #MODEL}: frames of a live source lost to a full buffer. */
  public static final String DROPPED_FRAMES = "analognets_pipeline_dropped_frames_total";

  /** Counter {@value}, label {@value #MODEL}: times a lost source was opened again. */
  public static final String SOURCE_RESTARTS = "analognets_pipeline_source_restarts_total";

  /**
   * Gauge {@value}, label {@value #MODEL}: 1 while the source gives frames; 0 before the first one,
   * while it is lost, and when its stream is over.
   */
  public static final String SOURCE_UP = "analognets_pipeline_source_up";

  /**
   * Histogram {@value}, label {@value #MODEL}: host seconds from the capture of a window's newest
   * sample, or of a picture, to the decision on it.
   */
  public static final String LATENCY = "analognets_pipeline_latency_seconds";

  /** Label {@value}: the network, e.g. {@code kws}. */
  public static final String MODEL = "model";

  /**
   * Label {@value}: the part of the accelerator that spent the energy, {@value #DAC}, {@value
   * #ADC}.
   */
  public static final String COMPONENT = "component";

  /** Label {@value}: what the network recognised. */
  public static final String LABEL = "label";

  /** Label {@value}: width of the chip's converters in bits, or {@code ideal}. */
  public static final String BITS = "bits";

  /** Label {@value}: what the chip's array is made of, e.g. {@code pcm}. */
  public static final String DEVICE = "device";

  /** Label {@value}: how the chip makes up for drift, e.g. {@code gdc}. */
  public static final String COMPENSATION = "compensation";

  /** Value {@value} of {@value #COMPENSATION}: not at all. */
  public static final String NO_COMPENSATION = "none";

  /** Value {@value} of {@value #COMPONENT}: the row converters. */
  public static final String DAC = "dac";

  /** Value {@value} of {@value #COMPONENT}: the column converters. */
  public static final String ADC = "adc";

  private MeterNames() {}
}
