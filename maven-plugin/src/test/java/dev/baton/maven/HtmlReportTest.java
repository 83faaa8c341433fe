package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is written so that it is XML too: what is not escaped does not parse. */
final class HtmlReportTest {

  @TempDir Path directory = Path.of("");

  private String html = "";

  @BeforeEach
  void write() throws Exception {
    html = HtmlReport.of(new ReportSample(directory, "").report());
  }

  @Test
  void textStaysText() throws Exception {
    assertThat(elements("script")).isEmpty();
    assertThat(elements("b")).isEmpty();
    assertThat(elements("h1").get(0).getTextContent()).isEqualTo("The <shop>");
    assertThat(elements("pre").stream().map(Element::getTextContent).toList().toString())
        .contains("Context ctx; // <script>alert(1)</script>");
  }

  @Test
  void nothingIsLoaded() throws Exception {
    for (String name : List.of("img", "link", "iframe", "object", "script")) {
      assertThat(elements(name)).isEmpty();
    }
    assertThat(html).doesNotContain("url(");
    assertThat(html).doesNotContain("@import");
    assertThat(html).contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    for (Element link : elements("a")) {
      assertThat(link.getAttribute("href")).startsWith("#");
    }
  }

  @Test
  void linksLeadSomewhere() throws Exception {
    Set<String> ids = new HashSet<>();
    for (Element element : elements("*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).isTrue();
      }
    }

    for (Element link : elements("a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void findingsStandByCheckErrorsFirst() throws Exception {
    assertThat(texts("h2")).containsExactly("NullContext", "StoredContext", "By module").inOrder();
    assertThat(texts("td").subList(0, 8))
        .containsExactly("NullContext", "error", "2", "2", "StoredContext", "warning", "1", "0")
        .inOrder();
    assertThat(texts("article").get(0)).contains("error my api/src/Orders.java:5");
  }

  @Test
  void findingsStandByModule() throws Exception {
    Element section =
        elements("section").stream()
            .filter(s -> s.getAttribute("id").equals("by-module"))
            .findFirst()
            .orElseThrow();

    assertThat(section.getTextContent().replaceAll("\\s+", " "))
        .contains(
            "api 2 findings my api/src/Orders.java:5 NullContext my api/src/Orders.java:5"
                + " NullContext app 1 finding app/src/Cart.java:2 StoredContext quiet no findings");
  }

  @Test
  void aFindingHasItsLinesItsFixAndTheWayToSuppressIt() throws Exception {
    String article = elements("article").get(0).getTextContent();

    assertThat(article).contains("   5  \tString find(String id) { return load(null, id)");
    assertThat(article)
        .contains("\n-\tString find(String id) { return load(null, id) + load(null, id); }\n");
    assertThat(article)
        .contains("\n+\tString find(String id) { return load(ctx, id) + load(null, id); }\n");
    assertThat(article).contains("\n+import a.B;\n");
    assertThat(article).contains("On com.acme.Orders.find, or a smaller declaration");
    assertThat(article).contains("@SuppressWarnings(\"NullContext\") // why");
    assertThat(elements("article").get(2).getTextContent()).doesNotContain("Fix, which");
  }

  @Test
  void theLineThatIsMeantIsMarked() throws Exception {
    List<Element> marked =
        elements("span").stream().filter(s -> s.getAttribute("class").equals("meant")).toList();

    assertThat(marked).hasSize(3);
    assertThat(marked.get(2).getTextContent()).startsWith("   2    Context ctx;");
  }

  private List<String> texts(String name) throws Exception {
    return elements(name).stream()
        .map(e -> e.getTextContent().replaceAll("\\s+", " ").strip())
        .toList();
  }

  private List<Element> elements(String name) throws Exception {
    NodeList found = parsed().getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private Document parsed() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }
}
