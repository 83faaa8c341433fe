package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AskedTypesTest {

  @TempDir private Path classes;

  @Test
  void typesOfFlags() {
    assertThat(AskedTypes.in("-Xep:LostCancel:WARN")).isEmpty();
    assertThat(
            AskedTypes.in(" -XepOpt:Baton:ContextTypes=a.B,a.b.C  -XepOpt:Baton:Models=grpc,own"))
        .containsExactly("a.B", "a.b.C", "io.grpc.Context");
    assertThat(AskedTypes.in("-XepOpt:Baton:Models=opentelemetry"))
        .containsExactly("io.opentelemetry.context.Context");
  }

  @Test
  void typesOfAPath() throws IOException {
    Path folder = Files.createDirectories(classes.resolve("com/acme"));
    Files.createFile(folder.resolve("Ctx.class"));
    Files.createFile(folder.resolve("Outer$Inner$Ctx.class"));
    Set<String> asked =
        Set.of("com.acme.Ctx", "com.acme.Outer.Inner.Ctx", "com.acme.None", "java.lang.String");

    assertThat(AskedTypes.on(List.of(classes.toString(), "/no/such.jar"), asked))
        .containsExactly("com.acme.Ctx", "com.acme.Outer.Inner.Ctx", "java.lang.String");
    assertThat(AskedTypes.on(List.of(), Set.of())).isEmpty();
  }
}
