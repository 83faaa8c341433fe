package dev.baton.checker;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Options;
import java.util.Optional;

/**
 * The flags that change when javac does what, and that a plugin comes too late to set: all classes
 * of a file must be analysed before one is lowered, and a finding must not hide those of later
 * files.
 */
final class JavacFlags {

  private JavacFlags() {}

  /** What to pass to javac; empty when nothing is missing. */
  static Optional<String> fault(JavacTask task) {
    Options javac = Options.instance(((BasicJavacTask) task).getContext());
    String policy = javac.get("compilePolicy");
    if (!"simple".equals(policy) && !"byfile".equals(policy)) {
      return Optional.of("pass -XDcompilePolicy=simple to javac");
    }
    if (!"FLOW".equals(javac.get("should-stop.ifError"))) {
      return Optional.of("pass --should-stop=ifError=FLOW to javac");
    }
    return Optional.empty();
  }
}
