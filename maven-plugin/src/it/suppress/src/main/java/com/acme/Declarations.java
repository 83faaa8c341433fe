package com.acme;

import dev.baton.context.Context;
import java.util.function.Supplier;

/** Breaks a convention at a declaration of each kind. */
final class Declarations {

  private static final String RAW = "rawtypes";

  private Context first, second;

  /** Two lines of annotations. */
  @Deprecated
  @SuppressWarnings("unused") private Context single;

  @SuppressWarnings(RAW) // a constant
  private Context constant;

  @SuppressWarnings({
    "unused", // not read
    RAW // nor typed
  })
  private Context lines;

  @SuppressWarnings({"unused",}) private Context comma;
  @SuppressWarnings({}) private Context none;
  @java.lang.SuppressWarnings(value = "unused") private Context named;

  private final Supplier<String> expression = () -> load(null, "1");

  private final Supplier<String> block =
      () -> {
        String one = load(null, "2");
        Supplier<String> two = () -> load(null, "3"), three = () -> load(null, "4");
        return one + two.get() + three.get();
      };

  private final Object anonymous =
      new Object() {
        @Override
        public String toString() {
          return load(null, "5") + load(null, "6");
        }
      };

  static class Initialized {
    static {
      load(null, "7");
    }
  }

  Declarations(String id, Context ctx) {
    this(ctx, id);
  }

  private Declarations(Context ctx, String id) {
    load(ctx, id);
  }

  private static String load(Context ctx, String id) {
    return id + ctx.isDone();
  }

  @Deprecated String run(int n, String id,
      Context ctx) {
    class Local {
      Context kept;
    }
	switch (n) {
		case 1: String one = load(null, "8"); return one;
		case 2:
			String two = load(null, "9");
			return two;
		default:
	}
    for (String i = load(null, "10"), j = i; !i.isEmpty(); i = j) {}
    for (char c : load(null, "11").toCharArray()) {}
    try (AutoCloseable closed = () -> load(null, "12")) {
      closed.close();
    } catch (Exception e) {
      if ((Object) load(null, "13") instanceof String s) {
        return s;
      }
    }
    java.util.function.UnaryOperator<String> f = (String s) -> load(null, s);
    return f.apply(new Local() + id + ctx.isDone());
  }

  enum Level {
    LOW(null), HIGH(null),
    /** Documented. */
    HIGHEST(null) {
      @Override
      String name(String id, Context ctx) {
        return load(ctx, id);
      }
    };

    Level(Context ctx) {}

    String name(String id, Context ctx) {
      return load(ctx, id);
    }
  }

  record Job(String id, Context ctx) {
    Job {
      load(null, id);
    }
  }

  @interface Marked {}

  interface Source { @Marked String read(String id, Context ctx); }
}
