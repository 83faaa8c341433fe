package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a browser shows it. Needs Chromium, and fails without one. */
@Tag("browser")
final class HtmlReportInBrowserTest {

  private static final String LIGHT = "--blink-settings=preferredColorScheme=1";
  private static final String DARK = "--blink-settings=preferredColorScheme=0";

  /** The least that people with weak eyes can read, by the accessibility guidelines of the web. */
  private static final double LEAST_CONTRAST = 4.5;

  @TempDir Path directory = Path.of("");

  @Test
  void allOfItCanBeReadInLightAndDark() throws Exception {
    String light = measured(1200, LIGHT);
    String dark = measured(1200, DARK);

    assertThat(value(light, "page")).isEqualTo("rgb(255, 255, 255)");
    assertThat(value(dark, "page")).isEqualTo("rgb(13, 17, 23)");
    for (String page : List.of(light, dark)) {
      assertWithMessage(value(page, "worst"))
          .that(Double.parseDouble(value(page, "contrast")))
          .isAtLeast(LEAST_CONTRAST);
      assertThat(value(page, "seen")).isEqualTo("3");
      assertThat(Integer.parseInt(value(page, "diff-lines"))).isGreaterThan(10);
    }
  }

  @Test
  void aNarrowWindowScrollsCodeAlone() throws Exception {
    assertThat(value(measured(500, LIGHT), "overflow")).isEqualTo("0");
  }

  @Test
  void nothingIsLoaded() throws Exception {
    assertThat(value(measured(1200, LIGHT), "loaded")).isEqualTo("0");
  }

  private static String value(String page, String name) {
    Matcher value = Pattern.compile(" data-" + name + "=\"([^\"]*)\"").matcher(page);
    assertWithMessage(page).that(value.find()).isTrue();
    return value.group(1);
  }

  /** The page after a script has measured it, for which the copy has no policy against scripts. */
  private String measured(int width, String colours) throws Exception {
    String html = HtmlReport.of(new ReportSample(directory.resolve("shop"), "").report());
    String script = Files.readString(Path.of("src", "test", "resources", "measure.js"));
    Path page = directory.resolve("report.html");
    Files.writeString(
        page,
        html.replaceFirst("<meta http-equiv[^>]*>", "")
            .replace("</body>", "<script>" + script + "</script>\n</body>"));
    return chromium(
        "--dump-dom", "--window-size=" + width + ",900", colours, page.toUri().toString());
  }

  private String chromium(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + directory.resolve("profile")));
    command.addAll(Arrays.asList(arguments));
    Path log = directory.resolve("chromium.log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertWithMessage(Files.readString(log)).that(process.waitFor()).isEqualTo(0);
    return output;
  }
}
