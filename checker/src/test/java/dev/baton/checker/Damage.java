package dev.baton.checker;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ways to damage source text, most of them those of somebody who types, moves and merges: token by
 * token, line by line, or from some place to the end.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lambdas have no state
enum Damage {
  REMOVE_TOKEN(Damage::isCode, (tokens, at, random) -> tokens.remove(at)),
  DOUBLE_TOKEN(Damage::isCode, (tokens, at, random) -> tokens.add(at, tokens.get(at) + " ")),
  SWAP_TOKENS(
      Damage::isCode,
      (tokens, at, random) -> Collections.swap(tokens, at, pick(tokens, Damage::isCode, random))),
  REPLACE_TOKEN(
      Damage::isCode,
      (tokens, at, random) -> tokens.set(at, tokens.get(pick(tokens, Damage::isCode, random)))),
  /** What parses most often: a name in the place of another. */
  REPLACE_NAME(
      Damage::isWord,
      (tokens, at, random) -> tokens.set(at, tokens.get(pick(tokens, Damage::isWord, random)))),
  INSERT_KEYWORD(
      Damage::isCode, (tokens, at, random) -> tokens.add(at, " " + Damage.keyword(random) + " ")),
  REPLACE_BY_KEYWORD(
      Damage::isCode, (tokens, at, random) -> tokens.set(at, Damage.keyword(random))),
  EMPTY_BRACKETS(
      Damage::isOpening,
      (tokens, at, random) -> tokens.subList(at + 1, closing(tokens, at)).clear()),
  REMOVE_IMPORT("import"::equals, (tokens, at, random) -> restOfLine(tokens, at).clear()),
  REMOVE_LINE("\n"::equals, (tokens, at, random) -> restOfLine(tokens, at + 1).clear()),
  DOUBLE_LINE(
      "\n"::equals,
      (tokens, at, random) -> tokens.addAll(at, ImmutableList.copyOf(restOfLine(tokens, at + 1)))),
  MOVE_LINE(
      "\n"::equals,
      (tokens, at, random) -> {
        List<String> line = restOfLine(tokens, at + 1);
        ImmutableList<String> moved = ImmutableList.copyOf(line);
        line.clear();
        tokens.addAll(pick(tokens, "\n"::equals, random), moved);
      }),
  CUT_OFF(Damage::isCode, (tokens, at, random) -> tokens.subList(at, tokens.size()).clear());

  private interface Strike {
    void at(List<String> tokens, int place, RandomGenerator random);
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          //[^\\n]*|/\\*[\\s\\S]*?\\*/\
          |\"""[\\s\\S]*?\"""|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'\
          |\\n|[^\\S\\n]+|\\w+|->|::|&&|\\|\\||[=!<>+]=|.""");

  private static final ImmutableList<String> KEYWORDS =
      ImmutableList.copyOf(
          """
          abstract assert boolean break case catch class continue default do double else enum \
          extends final finally for if implements import instanceof int interface long native new \
          null package private protected public record return sealed static super switch \
          synchronized this throw throws transient true try var void volatile when while yield _\
          """
              .split(" ", -1));

  private final Predicate<String> where;
  private final Strike strike;

  Damage(Predicate<String> where, Strike strike) {
    this.where = where;
    this.strike = strike;
  }

  /** The text with one, two or three kinds of damage, where the random numbers say. */
  static String to(String text, RandomGenerator random) {
    List<String> tokens = tokens(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      Damage damage = values()[random.nextInt(values().length)];
      if (tokens.stream().anyMatch(damage.where)) {
        damage.strike.at(tokens, pick(tokens, damage.where, random), random);
      }
    }
    return String.join("", tokens);
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  private static int pick(List<String> tokens, Predicate<String> where, RandomGenerator random) {
    int[] places =
        IntStream.range(0, tokens.size()).filter(i -> where.test(tokens.get(i))).toArray();
    return places[random.nextInt(places.length)];
  }

  private static boolean isCode(String token) {
    return !token.isBlank() && !token.startsWith("//") && !token.startsWith("/*");
  }

  private static boolean isWord(String token) {
    return Character.isJavaIdentifierStart(token.charAt(0));
  }

  private static boolean isOpening(String token) {
    return token.equals("(") || token.equals("{");
  }

  /** Where the bracket at the given place is closed, or the end. */
  private static int closing(List<String> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (isOpening(tokens.get(i))) {
        depth++;
      } else if (tokens.get(i).equals(")") || tokens.get(i).equals("}")) {
        depth--;
      }
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private static List<String> restOfLine(List<String> tokens, int start) {
    int end = start;
    while (end < tokens.size() && !tokens.get(end).equals("\n")) {
      end++;
    }
    return tokens.subList(start, end);
  }

  private static String keyword(RandomGenerator random) {
    return KEYWORDS.get(random.nextInt(KEYWORDS.size()));
  }
}
