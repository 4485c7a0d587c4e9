package org.analognets.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the arrows of ARCHITECTURE.md: who may know whom, and where each library stays. */
@AnalyzeClasses(packages = "org.analognets", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ANALOG = "org.analognets.analog..";
  private static final String FRONTENDS = "org.analognets.frontends..";
  private static final String METRICS = "org.analognets.metrics..";
  private static final String TRAINING = "org.analognets.training..";
  private static final String PIPELINE = "org.analognets.pipeline..";
  private static final String DEMO = "org.analognets.demo..";

  @ArchTest
  static final ArchRule arrowsRunDownwardsOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.analognets..")
          .layer("analog-backend")
          .definedBy(ANALOG)
          .layer("frontends")
          .definedBy(FRONTENDS)
          .layer("metrics")
          .definedBy(METRICS)
          .layer("training")
          .definedBy(TRAINING)
          .layer("pipeline")
          .definedBy(PIPELINE)
          .layer("demo")
          .definedBy(DEMO)
          .whereLayer("analog-backend")
          .mayNotAccessAnyLayer()
          .whereLayer("frontends")
          .mayNotAccessAnyLayer()
          .whereLayer("metrics")
          .mayOnlyAccessLayers("analog-backend")
          .whereLayer("training")
          .mayOnlyAccessLayers("analog-backend", "frontends")
          .whereLayer("pipeline")
          .mayOnlyAccessLayers("analog-backend", "frontends", "metrics")
          .whereLayer("demo")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest static final ArchRule akkaStaysUpstairs = only("akka..", PIPELINE, DEMO);

  @ArchTest static final ArchRule tarsosStaysInFrontends = only("be.tarsos..", FRONTENDS);

  @ArchTest
  static final ArchRule soundDevicesStayInFrontends = only("javax.sound.sampled..", FRONTENDS);

  @ArchTest
  static final ArchRule webcamCaptureStaysInFrontends = only("com.github.sarxos..", FRONTENDS);

  @ArchTest static final ArchRule itsNativesStayInFrontends = only("org.bridj..", FRONTENDS);

  @ArchTest static final ArchRule itsHttpStaysInFrontends = only("org.apache.http..", FRONTENDS);

  @ArchTest static final ArchRule micrometerStaysInMetrics = only("io.micrometer..", METRICS, DEMO);

  @ArchTest static final ArchRule prometheusStaysInMetrics = only("io.prometheus..", METRICS, DEMO);

  @ArchTest static final ArchRule nd4jStaysInTraining = only("org.nd4j..", TRAINING);

  @ArchTest static final ArchRule onnxClassesStayInAnalogBackend = only("ai.onnx..", ANALOG);

  @ArchTest static final ArchRule commandLineStaysInDemo = only("picocli..", DEMO);

  private static ArchRule only(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
