package dev.baton.context.metadata;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a header may be made of, so that nobody smuggles in another one. */
final class HeaderText {
  /** A token of HTTP, as a regular expression. */
  static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private static final Pattern KEY = Pattern.compile(TOKEN);

  /** Narrower than HTTP has it: gRPC refuses others, and with them the whole call. */
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z._-]+");

  private static final Pattern VALUE = Pattern.compile("[ -~]*");

  private HeaderText() {}

  static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The name in lower case, as HTTP/2 and gRPC have it. */
  static String name(String text) {
    if (!isName(text)) {
      throw new IllegalArgumentException("not a name of a header: " + text);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static String key(String text) {
    if (!KEY.matcher(text).matches()) {
      throw new IllegalArgumentException("not a key of baggage: " + text);
    }
    return text;
  }

  /** The message does not show the value, which may be a secret. */
  static String value(String name, String text) {
    if (!isValue(text)) {
      throw new IllegalArgumentException("not printable ASCII: the value of " + name);
    }
    return text;
  }
}
