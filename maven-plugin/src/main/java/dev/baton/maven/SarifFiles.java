package dev.baton.maven;

import com.google.gson.JsonObject;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Files as SARIF names them: from where the build started, so that a report can be moved. */
final class SarifFiles {

  /** The name that code hosts know for the top of a repository. */
  private static final String BASE_ID = "%SRCROOT%";

  private final Path base;

  SarifFiles(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /** Where the build started on this machine. */
  JsonObject bases() {
    String uri = base.toUri().toString();
    JsonObject root = new JsonObject();
    root.addProperty("uri", uri.endsWith("/") ? uri : uri + "/");
    JsonObject bases = new JsonObject();
    bases.add(BASE_ID, root);
    return bases;
  }

  JsonObject location(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    JsonObject location = new JsonObject();
    if (absolute.startsWith(base)) {
      location.addProperty("uri", relative(base.relativize(absolute)));
      location.addProperty("uriBaseId", BASE_ID);
    } else {
      location.addProperty("uri", absolute.toUri().toString());
    }
    return location;
  }

  private static String relative(Path path) {
    try {
      String absolute = "/" + path.toString().replace(File.separatorChar, '/');
      return new URI(null, null, absolute, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }
}
