package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pages of the checks, which come in the checker's jar. */
final class CheckPages {

  private static final String PAGES = "dev/baton/checker/docs/";

  /** Where the checker lists its checks, for Error Prone. */
  private static final String CHECKS =
      "META-INF/services/com.google.errorprone.bugpatterns.BugChecker";

  private final SortedMap<String, CheckPage> pages;

  private CheckPages(SortedMap<String, CheckPage> pages) {
    this.pages = pages;
  }

  static CheckPages load(ClassLoader checker) throws IOException {
    SortedMap<String, CheckPage> pages = new TreeMap<>();
    for (URL list : Collections.list(checker.getResources(CHECKS))) {
      for (String line : text(list).lines().toList()) {
        String name = line.strip().replaceFirst("^.*\\.", "");
        @Nullable URL page = checker.getResource(PAGES + name + ".md");
        if (page != null) {
          pages.put(name, CheckPage.parse(name, text(page)));
        }
      }
    }
    return new CheckPages(pages);
  }

  /** All pages by name. */
  Collection<CheckPage> all() {
    return new ArrayList<>(pages.values());
  }

  /** The page of a check; empty for one that has none. */
  Optional<CheckPage> of(String check) {
    return Optional.ofNullable(pages.get(check));
  }

  private static String text(URL resource) throws IOException {
    try (InputStream in = resource.openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
