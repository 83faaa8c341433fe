package dev.baton.maven;

import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Text in HTML. */
final class Html {

  /** Backticks around code, as our messages have them; after escaping, since they stay as is. */
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private Html() {}

  /** Shows a text as it is, also between quotes of an attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Shows a message, its code as code. */
  static String message(String text) {
    return CODE.matcher(escape(text)).replaceAll("<code>$1</code>");
  }

  /** Shows Markdown of ours; HTML in it stays text. */
  static String markdown(String text) {
    return RENDERER.render(MARKDOWN.parse(text));
  }
}
