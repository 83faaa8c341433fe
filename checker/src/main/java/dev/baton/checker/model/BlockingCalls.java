package dev.baton.checker.model;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods that block, known by their names. */
public final class BlockingCalls {

  /** What a time-out is given as. */
  private static final ImmutableSet<String> LIMITS =
      ImmutableSet.of("long", "java.time.Duration", "java.util.concurrent.TimeUnit");

  /** By the name of the method, which is asked first. */
  private final ImmutableListMultimap<String, Row> rows;

  private record Row(BlockingCall call, TypeName type) {}

  private BlockingCalls(ImmutableListMultimap<String, Row> rows) {
    this.rows = rows;
  }

  /** Those of the JDK, and those that the settings name. */
  public static BlockingCalls of(Settings settings) {
    return new BlockingCalls(
        Stream.concat(
                settings.blockingMethods().stream().map(BlockingCall::named),
                BlockingCall.OF_JDK.stream())
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    BlockingCall::method, call -> new Row(call, new TypeName(call.type())))));
  }

  /** The row of the method; empty when it is not known to block. */
  public Optional<BlockingCall> find(@Nullable Symbol called, VisitorState state) {
    if (!(called instanceof MethodSymbol method)) {
      return Optional.empty();
    }
    return rows.get(method.getSimpleName().toString()).stream()
        .filter(row -> !(row.call.limitHelps() && takesLimit(method)))
        .filter(row -> row.type.isSupertypeOf(method.owner.type, state))
        .map(Row::call)
        .findFirst();
  }

  private static boolean takesLimit(MethodSymbol method) {
    for (VarSymbol parameter : method.getParameters()) {
      if (LIMITS.contains(parameter.type.tsym.getQualifiedName().toString())) {
        return true;
      }
    }
    return false;
  }
}
