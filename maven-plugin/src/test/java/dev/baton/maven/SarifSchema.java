package dev.baton.maven;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The schema that every SARIF file has to keep. */
final class SarifSchema {

  private SarifSchema() {}

  /** What a log does wrong. */
  static List<String> faults(String log) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SarifSchema.class.getResourceAsStream("/sarif/sarif-2.1.0.json"), "the schema")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      return schema
          .validate(
              log,
              InputFormat.JSON,
              context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
          .stream()
          .map(Error::toString)
          .toList();
    }
  }
}
