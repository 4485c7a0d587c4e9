package org.analognets.demo.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.analognets.frontends.sound.testing.VirtualMicrophone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser. */
class PageIT {
  private static final String[] BUNDLED = {"--no-pictures", "--sound", "bundled"};
  private static final Pattern SOME_WORD = Pattern.compile("[a-z]+");

  @TempDir private Path folder;

  @BeforeAll
  static void needBrowserWhereverCiRuns() {
    Chromium.assumeInstalled();
  }

  @ParameterizedTest
  @CsvSource({"light, 1440, 1000", "dark, 1440, 1000", "phone, 390, 844"})
  void pageShowsEverythingWithoutAComplaint(String look, int width, int height) throws Exception {
    ColorScheme colours = look.equals("light") ? ColorScheme.LIGHT : ColorScheme.DARK;
    try (DemoProgram demo = DemoProgram.start(Map.of(), BUNDLED);
        Chromium browser = Chromium.start()) {
      Page page = browser.open(demo.address(), colours, width, height);
      assertThat(page.locator("#energy")).hasText("8.88");
      assertThat(page.locator("#mean-text")).containsText("\u00b5S");
      assertThat(page.locator("#events li").nth(5)).isVisible();
      assertThat(page.locator(".honest")).hasText("accelerator only, modelled");
      page.screenshot(
          new ScreenshotOptions()
              .setPath(Path.of("target", "page-" + look + ".png"))
              .setFullPage(true));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void keywordSpokenAtTheMicrophoneAppears() throws Exception {
    VirtualMicrophone.assumeInstalled();
    Path words = KeywordClips.join(List.of("stop", "left"), folder.resolve("w.wav"));
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        DemoProgram demo = DemoProgram.start(microphone.environment(), "--no-pictures");
        Chromium browser = Chromium.start()) {
      Page page = browser.open(demo.address());
      demo.await(sensor -> sensor.get("state").asText().equals("running"));
      assertThat(demo.health().get("source").asText()).contains("default");
      microphone.play(words);
      assertThat(page.locator("#events li[data-label=stop]")).isVisible();
      assertThat(page.locator("#events li[data-label=left] .cost")).containsText("\u00b5J");
      assertThat(page.locator("#spoken")).containsText("left, score");
    }
  }

  @Test
  void ageSliderChangesTheServedAge() throws Exception {
    try (DemoProgram demo = DemoProgram.start(Map.of(), BUNDLED);
        Chromium browser = Chromium.start()) {
      Page page = browser.open(demo.address());
      Locator age = page.getByLabel("Programmed", new Page.GetByLabelOptions().setExact(true));
      assertThat(page.locator("#link")).hasText("live");
      String young = page.locator("#mean-text").textContent();
      age.focus();
      page.keyboard().press("End");
      demo.await(sensor -> sensor.at("/chip/ageSeconds").asDouble() > 31_000_000);
      assertThat(page.locator("#age-text")).hasText("1 year");
      assertThat(page.locator("#mean-text")).not().hasText(young);
      page.keyboard().press("Home");
      demo.await(sensor -> sensor.at("/chip/ageSeconds").asDouble() < 120);
    }
  }

  @Test
  void everyControlActsOnTheRunningChip() throws Exception {
    try (DemoProgram demo = DemoProgram.start(Map.of(), BUNDLED);
        Chromium browser = Chromium.start()) {
      Page page = browser.open(demo.address());
      assertThat(page.locator("#word strong")).hasText(SOME_WORD);
      page.locator("#bits input[value='4']").check(new Locator.CheckOptions().setForce(true));
      demo.await(sensor -> sensor.at("/chip/bits").asText().equals("4"));
      assertThat(page.locator("#energy")).hasText("1.30");
      page.locator("#compensation").uncheck(new Locator.UncheckOptions().setForce(true));
      demo.await(sensor -> sensor.at("/chip/compensation").asText().equals("none"));
      page.locator("#noise").uncheck(new Locator.UncheckOptions().setForce(true));
      demo.await(sensor -> sensor.at("/chip/device").asText().equals("ideal"));
      page.locator("#reprogram").click();
      demo.await(sensor -> sensor.at("/chip/seed").asInt() == 2);
      page.locator("#speed").selectOption("86400");
      demo.await(sensor -> sensor.at("/chip/ageSeconds").asDouble() > 86_400);
      page.locator("#sound-hold").click();
      demo.await(sensor -> sensor.get("state").asText().equals("held"));
      assertThat(page.locator("#sound-hold")).hasText("Go on");
      page.locator("#sound-hold").click();
      demo.await(sensor -> sensor.get("state").asText().equals("running"));
      assertThat(demo.health().get("droppedFrames").asInt()).isZero();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void tokenInTheAddressOpensThePageAndIsPutOutOfSight() throws Exception {
    try (DemoProgram demo = DemoProgram.start(Map.of("ANALOGNETS_TOKEN", "open-sesame"), BUNDLED);
        Chromium browser = Chromium.start()) {
      Page page = browser.open(demo.address());
      assertThat(page.locator("#link")).hasText("live");
      assertThat(page.url()).doesNotContain("token");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
