package dev.baton.checker.differential;

/** The source of what programs call. */
final class Callees {

  static final String SOURCE =
      """
      package programs;

      import dev.baton.checker.differential.recording.Failures.*;
      import dev.baton.checker.differential.recording.Calls;
      import dev.baton.checker.differential.recording.Task;
      import dev.baton.context.CancellableContext;
      import dev.baton.context.Context;
      import dev.baton.context.annotation.MustCancel;
      import java.util.ArrayList;
      import java.util.Arrays;
      import java.util.List;
      import java.util.function.Consumer;
      import java.util.function.Supplier;

      final class Callees {
        enum Side { LEFT, RIGHT }

        sealed interface Shape permits Dot, Line {}
        record Dot(int x) implements Shape {}
        record Line(Dot from, Dot to) implements Shape {}

        // Choices

        static boolean choose() { return Calls.choose(2) == 1; }
        static int pick() { return Calls.choose(3); }
        static String word() { return List.of("one", "two", "many").get(Calls.choose(3)); }
        static Side side() { return Side.values()[Calls.choose(2)]; }
        static int[] some() { return new int[Calls.choose(3)]; }
        static Shape shape() {
          return Calls.choose(2) == 0 ? new Dot(1) : new Line(new Dot(1), new Dot(2));
        }
        static Object thing() { return List.of("text", 7, new Dot(1)).get(Calls.choose(3)); }

        // Those that throw

        static void ok() { Calls.call(); }
        static void risky() throws Checked { Calls.call(); }
        static final class Risk { Risk() throws Checked { Calls.call(); } }
        static <X extends Throwable> X failure(X exception) { Calls.call(); return exception; }
        static void caught(Throwable exception) { Calls.caught(exception); }

        // Those that create

        static CancellableContext open(Context ctx) { Calls.call(); return ctx.withCancel(); }
        @MustCancel static AutoCloseable subscribe(Context ctx) { Calls.call(); return ctx.withCancel(); }
        static CancellableContext current() { return (CancellableContext) Calls.foreign(); }

        // Those that take over

        static void own(CancellableContext owner) { Calls.handOver(owner); }
        static void ownAny(AutoCloseable owner) { Calls.handOver(owner); }
        static void ownAll(CancellableContext... owners) {
          for (CancellableContext owner : owners) { Calls.handOver(owner); }
        }
        static void hold(Object owner) { Calls.handOver(owner); }
        static <T> void put(T owner) { Calls.handOver(owner); }
        static Consumer<CancellableContext> taking() { Calls.call(); return Callees::own; }
        static List<CancellableContext> owners() {
          List<CancellableContext> owners = new ArrayList<>();
          Calls.keepContentsOf(() -> owners);
          return owners;
        }
        static CancellableContext[] cells() {
          CancellableContext[] cells = new CancellableContext[1];
          Calls.keepContentsOf(() -> Arrays.asList(cells));
          return cells;
        }
        static final class Box { CancellableContext it; }
        static Box box() {
          Box box = new Box();
          Calls.keepContentsOf(() -> Arrays.asList(box.it));
          return box;
        }
        static final class Holder {
          Holder(CancellableContext owner) { own(owner); }
        }

        // Those that only use

        static void use(Context ctx) { Calls.call(); }
        static void useAll(Context... contexts) { Calls.call(); }
        static Consumer<Context> using() { Calls.call(); return Callees::use; }
        static List<Context> plain() { Calls.call(); return new ArrayList<>(); }
        static final class ProgramLogger {
          static void info(Object anything) { Calls.call(); }
        }

        // Those that take code

        static void perform(Task task) { Calls.perform(task); }
        static void later(Task task) { Calls.keep(task); }
        static void supply(Supplier<CancellableContext> source) {
          Calls.handOver(source.get());
        }
        static void supplyPlain(Supplier<Context> source) { source.get(); Calls.call(); }
      }
      """;

  private Callees() {}
}
