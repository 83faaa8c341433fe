package dev.baton.context.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes the header {@code baggage}. */
final class Baggage {
  private static final Pattern MEMBER =
      Pattern.compile("\\s*(" + HeaderText.TOKEN + ")\\s*=\\s*([!-~&&[^\",;\\\\]]*)\\s*(;.*)?");

  private Baggage() {}

  /** The members that are valid, in their order. Properties are left out. */
  static Map<String, String> parse(String header) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String text : header.split(",", -1)) {
      Matcher member = MEMBER.matcher(text);
      if (member.matches()) {
        members.put(member.group(1), decode(member.group(2)));
      }
    }
    return Collections.unmodifiableMap(members);
  }

  /** A member; the value is percent-encoded. */
  static String member(String key, String value) {
    StringBuilder member = new StringBuilder(key).append('=');
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 0x7f && "\",;\\%".indexOf(b) < 0;
      if (plain) {
        member.append((char) b);
      } else {
        member.append(String.format("%%%02X", b));
      }
    }
    return member.toString();
  }

  /** The header without the members of a key. */
  static String without(String header, String key) {
    StringBuilder others = new StringBuilder();
    for (String text : header.split(",", -1)) {
      Matcher member = MEMBER.matcher(text);
      if (!text.isBlank() && !(member.matches() && member.group(1).equals(key))) {
        others.append(others.isEmpty() ? "" : ",").append(text.strip());
      }
    }
    return others.toString();
  }

  private static String decode(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int high = c == '%' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(value.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
