package org.analognets.demo.program;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, without a window, and what its pages complain about. For one thread. */
final class Chromium implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Skips the running test where there is no Chromium, but only where the environment variable CI is
   * not set: a build server must have it, so there it fails.
   */
  static void assumeInstalled() {
    if (program().isEmpty()) {
      String message = "the page's tests need Debian's package chromium";
      Assertions.assertNull(System.getenv("CI"), message);
      Assumptions.abort(message);
    }
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program().orElseThrow())
                    .setArgs(List.of("--no-sandbox")));
    return new Chromium(playwright, browser);
  }

  /** Opens a page in a window of a size. */
  Page open(String address, ColorScheme colours, int width, int height) {
    Page page =
        browser
            .newContext(
                new NewContextOptions().setColorScheme(colours).setViewportSize(width, height))
            .newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
    page.navigate(address);
    return page;
  }

  /** Opens a page as on a desk. */
  Page open(String address) {
    return open(address, ColorScheme.LIGHT, 1440, 1000);
  }

  /** Errors and warnings of all pages so far. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
