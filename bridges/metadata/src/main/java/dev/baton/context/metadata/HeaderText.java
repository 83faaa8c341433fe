package dev.baton.context.metadata;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a header may be made of, so that nobody smuggles in another one. */
final class HeaderText {
  /** A token of HTTP, as a regular expression. */
  static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private static final Pattern NAME = Pattern.compile(TOKEN);
  private static final Pattern VALUE = Pattern.compile("[ -~]*");

  private HeaderText() {}

  static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }

  /** The name in lower case, as HTTP/2 and gRPC have it. */
  static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("not a name of a header: " + text);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** The message does not show the value, which may be a secret. */
  static String value(String name, String text) {
    if (!isValue(text)) {
      throw new IllegalArgumentException("not printable ASCII: the value of " + name);
    }
    return text;
  }
}
