package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Code that does not compile without its annotation processor. Each processor has a module of one
 * build, so that Maven runs once for all of them.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ProcessorsIT {

  private final MavenProjectCopy project;
  private final MavenRun run;

  ProcessorsIT() throws Exception {
    project = MavenProjectCopy.of("processors", "processors");
    run = project.check("-X", "-fae", "-Dbaton.failOn=never");
  }

  @Test
  void everyModuleIsChecked() {
    run.succeeds().says("in 4 modules (autovalue, dagger, lombok, mapstruct); checked 4 source");
  }

  @Test
  void lombok() throws Exception {
    assertThat(generatedIn("lombok")).isEmpty();
    compilesAsMaven("lombok");
    run.findingsIn("lombok/")
        .containsExactly(
            "WARNING lombok/src/main/java/com/acme/Orders.java:12 StoredContext |"
                + "    private final Context ctx;",
            "ERROR lombok/src/main/java/com/acme/Orders.java:20 NullContext |"
                + "    return find(null, Order.builder().id(\"1\").build());");
  }

  @Test
  void mapStruct() throws Exception {
    assertThat(generatedIn("mapstruct")).containsExactly("com/acme/Orders$RowsImpl.java");
    compilesAsMaven("mapstruct");
    run.findingsIn("mapstruct/")
        .containsExactly(
            "ERROR mapstruct/src/main/java/com/acme/Orders.java:14 NullContext |"
                + "    return find(null, new Order(\"1\"));");
  }

  @Test
  void autoValue() throws Exception {
    assertThat(generatedIn("autovalue")).containsExactly("com/acme/AutoValue_Orders_Order.java");
    compilesAsMaven("autovalue");
    run.findingsIn("autovalue/")
        .containsExactly(
            "ERROR autovalue/src/main/java/com/acme/Orders.java:14 NullContext |"
                + "    return find(null, new AutoValue_Orders_Order(\"1\"));");
  }

  @Test
  void dagger() throws Exception {
    // It writes no factory where there is one among the classes that Maven has compiled.
    assertThat(generatedIn("dagger")).contains("com/acme/DaggerOrders_Shop.java");
    compilesAsMaven("dagger");
    run.findingsIn("dagger/")
        .containsExactly(
            "ERROR dagger/src/main/java/com/acme/Orders.java:18 NullContext |"
                + "    return DaggerOrders_Shop.create().orders().find(null, \"1\");");
  }

  private Set<String> generatedIn(String module) throws Exception {
    return project.snapshot(module + "/target/baton/default-compile/generated-sources").keySet();
  }

  private void compilesAsMaven(String module) throws Exception {
    Path directory = project.path(module);
    assertThat(CompilationInputs.ofChecks(directory, "default-compile"))
        .isEqualTo(CompilationInputs.ofMaven(run, directory, "default-compile"));
  }
}
