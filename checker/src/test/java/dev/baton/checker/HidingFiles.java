package dev.baton.checker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;

/** Files without those of some classes, as if the jars lacked them. */
final class HidingFiles extends ForwardingJavaFileManager<JavaFileManager> {

  private final ImmutableSet<String> hidden;

  /** Hides the classes of these binary names. */
  HidingFiles(JavaFileManager files, ImmutableSet<String> hidden) {
    super(files);
    this.hidden = hidden;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    ImmutableList.Builder<JavaFileObject> seen = ImmutableList.builder();
    for (JavaFileObject file : super.list(location, packageName, kinds, recurse)) {
      if (!hidden.contains(inferBinaryName(location, file))) {
        seen.add(file);
      }
    }
    return seen.build();
  }
}
