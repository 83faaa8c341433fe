package dev.baton.docs;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message as the page writes it: with {@code …} for a name, N for a number, round brackets around
 * alternatives, square ones around what may be missing, and italics for a text of that name.
 */
record MessagePattern(String written, Pattern pattern) {

  private static final Pattern TOKEN =
      Pattern.compile("`…`|`[^`]*`|\\bN\\b|\\*(\\w+)\\*|\\(|\\)|\\[|\\]| / |[^`N*()\\[\\] ]+|.");

  static MessagePattern of(String written, Map<String, List<String>> texts) {
    return new MessagePattern(written, Pattern.compile(expression(written, texts)));
  }

  boolean matches(String message) {
    return pattern.matcher(message).matches();
  }

  /** Whether the text is part of a message. */
  boolean isIn(String message) {
    return pattern.matcher(message).find();
  }

  private static String expression(String written, Map<String, List<String>> texts) {
    StringBuilder expression = new StringBuilder();
    Matcher token = TOKEN.matcher(written);
    while (token.find()) {
      expression.append(expression(token.group(), token.group(1), texts));
    }
    return expression.toString();
  }

  private static String expression(String token, String italics, Map<String, List<String>> texts) {
    if (italics != null) {
      return texts.get(italics).stream()
          .map(text -> expression(text, texts))
          .collect(Collectors.joining("|", "(?:", ")"));
    }
    return switch (token) {
      case "`…`" -> "`[^`]*`";
      case "N" -> "\\d+";
      case "(", "[" -> "(?:";
      case ")" -> ")";
      case "]" -> ")?";
      case " / " -> "|";
      default -> Pattern.quote(token);
    };
  }
}
