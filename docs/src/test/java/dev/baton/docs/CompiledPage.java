package dev.baton.docs;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** The classes of a page, each of whose blocks is a file, and in which the checks find nothing. */
final class CompiledPage {

  private static final Pattern TYPE = Pattern.compile("(?m)^public .*class (\\w+)");

  private final ClassLoader loader;

  private CompiledPage(ClassLoader loader) {
    this.loader = loader;
  }

  static CompiledPage of(Page page) throws IOException {
    List<JavaFileObject> sources = page.code("java").stream().map(CompiledPage::source).toList();
    Compilation compilation = Javac.compile(sources.toArray(JavaFileObject[]::new));
    assertWithMessage(compilation.diagnostics().toString())
        .that(compilation.diagnostics())
        .isEmpty();
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        classes.put(nameOf(file), bytesOf(file));
      }
    }
    return new CompiledPage(new InMemory(classes));
  }

  ClassLoader loader() {
    return loader;
  }

  Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  private static JavaFileObject source(String block) {
    Matcher type = TYPE.matcher(block);
    if (!type.find()) {
      throw new AssertionError("no public class in " + block);
    }
    return Javac.source(type.group(1), block);
  }

  /** The classes are in no package. */
  private static String nameOf(JavaFileObject file) {
    String path = file.toUri().getPath();
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".class".length());
  }

  private static byte[] bytesOf(JavaFileObject file) throws IOException {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    }
  }

  private static final class InMemory extends ClassLoader {
    private final Map<String, byte[]> classes;

    InMemory(Map<String, byte[]> classes) {
      super(CompiledPage.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
