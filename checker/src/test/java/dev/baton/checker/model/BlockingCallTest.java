package dev.baton.checker.model;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.baton.context.Context;
import dev.baton.context.concurrent.Interrupts;
import dev.baton.context.http.HttpClients;
import dev.baton.context.jdbc.JdbcContexts;
import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name in the table is one of the JDK, and what to write instead is there in the runtime. */
final class BlockingCallTest {

  private static final ImmutableMap<String, Class<?>> REPLACEMENTS =
      ImmutableMap.of(
          "{ctx}", Context.class,
          "Interrupts", Interrupts.class,
          "HttpClients", HttpClients.class,
          "JdbcContexts", JdbcContexts.class);

  private static final Pattern REPLACEMENT = Pattern.compile("(\\{ctx}|\\w+)\\.(\\w+)\\((.*)\\)");

  static ImmutableList<BlockingCall> rows() {
    return BlockingCall.OF_JDK;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void itsMethodIsThere(BlockingCall row) throws ClassNotFoundException {
    Class<?> type = Class.forName(row.type());

    assertThat(Stream.of(type.getMethods()).map(Method::getName).collect(toImmutableSet()))
        .contains(row.method());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatToWriteInsteadTakesTheContext(BlockingCall row) {
    Matcher instead = REPLACEMENT.matcher(row.instead());

    assertWithMessage(row.instead()).that(instead.matches()).isTrue();
    Class<?> type = REPLACEMENTS.get(instead.group(1));
    assertWithMessage(row.instead()).that(type).isNotNull();
    assertThat(Stream.of(type.getMethods()).map(Method::getName).collect(toImmutableSet()))
        .contains(instead.group(2));
    assertWithMessage(row.instead())
        .that(type == Context.class || instead.group(3).startsWith("{ctx}, "))
        .isTrue();
  }
}
