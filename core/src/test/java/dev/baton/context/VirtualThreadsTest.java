package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** On the JDKs whose virtual threads a monitor does not pin. */
@EnabledForJreRange(min = JRE.JAVA_24)
final class VirtualThreadsTest {
  @Test
  void nothingThatWaitsPinsItsThread() {
    assertThat(pinned("all")).doesNotContain("dev.baton.context");
    assertThat(pinned("pinned")).contains("VirtualThreadWork$Pinning"); // what pins is seen
  }

  private static String pinned(String work) {
    return JavaProcess.run(List.of(), VirtualThreadWork.class, work);
  }

  @Test
  void aHundredThousandEndWhenTheirRootIsCancelled() {
    List<String> heap = List.of("-Xmx2g");
    String contexts = JavaProcess.run(heap, VirtualThreadWork.class, "contexts").strip();
    String futures = JavaProcess.run(heap, VirtualThreadWork.class, "futures").strip();
    System.out.printf(
        "100,000 virtual threads ended: contexts %s ms, futures %s ms%n", contexts, futures);
    assertThat(Long.parseLong(contexts)).isAtLeast(0);
  }
}
