package dev.baton.context.jmh;

import io.grpc.Context.CancellationListener;
import java.util.function.BiConsumer;
import kotlin.Unit;
import kotlin.jvm.functions.Function1;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts the ends it is told of, as a listener of each library. */
@State(Scope.Thread)
public class Told {
  int times;

  final Runnable action = () -> times++;
  final CancellationListener grpcListener = ctx -> times++;
  final BiConsumer<Void, Throwable> futureListener = (value, failure) -> times++;
  final Function1<Throwable, Unit> kotlinListener =
      cause -> {
        times++;
        return Unit.INSTANCE;
      };
}
