package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeProjectTest {

  @TempDir Path directory = Path.of("");

  @Test
  void aProjectBesideOrBelowAnotherIsAWholeOne() throws Exception {
    Files.writeString(directory.resolve("pom.xml"), "no pom");
    Path shop =
        write("shop/pom.xml", "<modules><module>api</module><module>second.xml</module></modules>");
    write("shop/second.xml", "");

    assertThat(WholeProject.around(shop, null)).isEmpty();
    assertThat(WholeProject.around(shop, shop.resolve("pom.xml").toFile())).isEmpty();
    assertThat(WholeProject.around(write("shop/demo/pom.xml", ""), null)).isEmpty();
    assertThat(WholeProject.around(write("shop/api/demo/pom.xml", ""), null)).isEmpty();
  }

  @Test
  void aModuleIsNot() throws Exception {
    Path shop =
        write(
            "shop/pom.xml",
            "<modules><module>api</module><module>web/pom.xml</module></modules><profiles><profile>"
                + "<id>more</id><modules><module>more/tests</module></modules></profile></profiles>");
    write("shop/web/pom.xml", "");
    write("shop/api/pom.xml", "<modules><module>model</module></modules>");

    assertThat(WholeProject.around(shop.resolve("api"), null)).hasValue(shop);
    assertThat(WholeProject.around(shop.resolve("web"), null)).hasValue(shop);
    assertThat(WholeProject.around(shop.resolve("more/tests"), null)).hasValue(shop);
    assertThat(WholeProject.around(shop.resolve("api/model"), null)).hasValue(shop.resolve("api"));
  }

  @Test
  void theParentMayStandAside() throws Exception {
    Path parent = write("parent/pom.xml", "<modules><module>../api</module></modules>");
    Path api = write("api/pom.xml", "");

    assertThat(WholeProject.around(api, parent.resolve("pom.xml").toFile())).hasValue(parent);
    assertThat(WholeProject.around(api, null)).isEmpty();
  }

  /** The directory of a pom. */
  private Path write(String name, String content) throws IOException {
    Path pom = directory.resolve(name);
    Files.createDirectories(pom.getParent());
    Files.writeString(pom, "<project>" + content + "</project>");
    return pom.getParent();
  }
}
