package dev.baton.checker.report;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** What the typed accessors of a key are called, by the name of what holds the key. */
public final class KeyAccessors {

  /** Words that say that it is a key, and not whose. */
  private static final ImmutableSet<String> NOISE = ImmutableSet.of("key", "get", "ctx", "context");

  private static final Pattern WORD_START =
      Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private KeyAccessors() {}

  /**
   * The pair of accessors as code.
   *
   * @param holder the name of the field, component or method, such as {@code REQUEST_ID_KEY}
   * @param valueType the simple name of the type of the value, for a holder called {@code KEY}
   */
  public static String of(String holder, String valueType) {
    String value =
        Stream.of(holder, valueType)
            .map(KeyAccessors::wordsOf)
            .filter(words -> !words.isEmpty())
            .map(words -> CaseFormat.LOWER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, words))
            .filter(SourceVersion::isName)
            .findFirst()
            .orElse("value");
    String upper = CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_CAMEL, value);
    return String.format("`with%s(ctx, %s)` and `%s(ctx)`", upper, value, value);
  }

  /** The words of the name that count, in lower case with underscores between them. */
  private static String wordsOf(String name) {
    return List.of(WORD_START.split(name, -1)).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !NOISE.contains(word))
        .collect(Collectors.joining("_"));
  }
}
