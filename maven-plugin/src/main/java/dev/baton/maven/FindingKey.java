package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.maven.driver.CodePlace;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a finding is known by when lines move, files are renamed and code is formatted anew: its
 * check, the class and member it is in, and its statement or declaration without white space.
 *
 * @param text check, place and hash, with a space between them
 * @param code the statement or declaration, for people to read
 */
record FindingKey(String text, String code) {

  private static final int HASH_LENGTH = 12;
  private static final int MOST_CODE = 80;
  private static final String CUT = "...";

  static FindingKey of(Finding finding) {
    CodePlace place = finding.place();
    boolean known = !place.type().isEmpty();
    String type = known ? place.type() : String.valueOf(finding.file().getFileName());
    String code = known ? place.code() : finding.excerpt().strip();
    String where = place.member().isEmpty() ? type : type + "#" + place.member();
    return new FindingKey(
        finding.check() + " " + where.replaceAll("\\s", "_") + " " + hash(code), shortened(code));
  }

  /** The same text as an identifier that does not show the code. */
  String fingerprint() {
    return sha256(text);
  }

  private static String hash(String code) {
    return sha256(code.replaceAll("\\s", "")).substring(0, HASH_LENGTH);
  }

  private static String shortened(String code) {
    // Also what only some take for the end of a line.
    String line = code.replaceAll("(?U)\\s+", " ");
    if (line.codePointCount(0, line.length()) <= MOST_CODE) {
      return line;
    }
    int end = line.offsetByCodePoints(0, MOST_CODE - CUT.length());
    return line.substring(0, end).stripTrailing() + CUT;
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
