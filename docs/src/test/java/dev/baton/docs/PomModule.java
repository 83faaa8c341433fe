package dev.baton.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A module of the build, as its pom has it. */
record PomModule(Element pom, Optional<PomModule> parent) {

  /** The module whose pom lies in the folder, and all below it. */
  static List<PomModule> below(Path folder) {
    List<PomModule> modules = new ArrayList<>();
    add(folder, Optional.empty(), modules);
    return modules;
  }

  private static void add(Path folder, Optional<PomModule> parent, List<PomModule> modules) {
    PomModule module = new PomModule(read(folder.resolve("pom.xml")), parent);
    modules.add(module);
    module
        .element("modules")
        .ifPresent(
            names ->
                children(names)
                    .forEach(
                        name ->
                            add(
                                folder.resolve(name.getTextContent().strip()),
                                Optional.of(module),
                                modules)));
  }

  /** The document element of a pom. */
  static Element read(Path pom) {
    try (InputStream in = Files.newInputStream(pom)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(pom + ": " + e, e);
    }
  }

  String artifactId() {
    return text("artifactId").orElseThrow();
  }

  boolean isPom() {
    return text("packaging").equals(Optional.of("pom"));
  }

  boolean isPublished() {
    return property("maven.deploy.skip").equals(Optional.of("false"));
  }

  /** The text of an element, which has none of its own if it is not there. */
  Optional<String> text(String... path) {
    return element(path).map(found -> found.getTextContent().strip());
  }

  /** The element of a path of names. */
  Optional<Element> element(String... path) {
    Optional<Element> found = Optional.of(pom);
    for (String name : path) {
      found = found.flatMap(element -> child(element, name));
    }
    return found;
  }

  /** Its own, or that of the module above it. */
  private Optional<String> property(String name) {
    return text("properties", name).or(() -> parent.flatMap(above -> above.property(name)));
  }

  private static Optional<Element> child(Element element, String name) {
    return children(element).filter(child -> child.getTagName().equals(name)).findFirst();
  }

  static Stream<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children.stream();
  }
}
