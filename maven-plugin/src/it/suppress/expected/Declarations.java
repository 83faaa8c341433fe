package com.acme;

import dev.baton.context.Context;
import java.util.function.Supplier;

/** Breaks a convention at a declaration of each kind. */
final class Declarations {

  private static final String RAW = "rawtypes";

  @SuppressWarnings("StoredContext") // older than the rule
  private Context first, second;

  /** Two lines of annotations. */
  @Deprecated
  @SuppressWarnings({"unused", "StoredContext" /* older than the rule */}) private Context single;

  @SuppressWarnings({RAW, "StoredContext" /* older than the rule */}) // a constant
  private Context constant;

  @SuppressWarnings({
    "unused", // not read
    RAW, "StoredContext" /* older than the rule */ // nor typed
  })
  private Context lines;

  @SuppressWarnings({"unused", "StoredContext" /* older than the rule */,}) private Context comma;
  @SuppressWarnings({"StoredContext" /* older than the rule */}) private Context none;
  @java.lang.SuppressWarnings(value = {"unused", "StoredContext" /* older than the rule */}) private Context named;

  @SuppressWarnings("NullContext") // older than the rule
  private final Supplier<String> expression = () -> load(null, "1");

  private final Supplier<String> block =
      () -> {
        @SuppressWarnings("NullContext") // older than the rule
        String one = load(null, "2");
        @SuppressWarnings("NullContext") // older than the rule
        Supplier<String> two = () -> load(null, "3"), three = () -> load(null, "4");
        return one + two.get() + three.get();
      };

  private final Object anonymous =
      new Object() {
        @SuppressWarnings("NullContext") // older than the rule
        @Override
        public String toString() {
          return load(null, "5") + load(null, "6");
        }
      };

  @SuppressWarnings("NullContext") // older than the rule
  static class Initialized {
    static {
      load(null, "7");
    }
  }

  Declarations(String id, @SuppressWarnings("ContextNotFirst") /* older than the rule */ Context ctx) {
    this(ctx, id);
  }

  private Declarations(Context ctx, String id) {
    load(ctx, id);
  }

  private static String load(Context ctx, String id) {
    return id + ctx.isDone();
  }

  @SuppressWarnings("NullContext") // older than the rule
  @Deprecated String run(int n, String id,
      @SuppressWarnings("ContextNotFirst") // older than the rule
      Context ctx) {
    class Local {
      @SuppressWarnings("StoredContext") // older than the rule
      Context kept;
    }
	switch (n) {
		case 1: @SuppressWarnings("NullContext") /* older than the rule */ String one = load(null, "8"); return one;
		case 2:
			@SuppressWarnings("NullContext") // older than the rule
			String two = load(null, "9");
			return two;
		default:
	}
    for (@SuppressWarnings("NullContext") /* older than the rule */ String i = load(null, "10"), j = i; !i.isEmpty(); i = j) {}
    for (char c : load(null, "11").toCharArray()) {}
    try (@SuppressWarnings("NullContext") /* older than the rule */ AutoCloseable closed = () -> load(null, "12")) {
      closed.close();
    } catch (Exception e) {
      if ((Object) load(null, "13") instanceof String s) {
        return s;
      }
    }
    @SuppressWarnings("NullContext") // older than the rule
    java.util.function.UnaryOperator<String> f = (String s) -> load(null, s);
    return f.apply(new Local() + id + ctx.isDone());
  }

  enum Level {
    @SuppressWarnings("NullContext") // older than the rule
    LOW(null), @SuppressWarnings("NullContext") /* older than the rule */ HIGH(null),
    /** Documented. */
    @SuppressWarnings("NullContext") // older than the rule
    HIGHEST(null) {
      @Override
      String name(String id, Context ctx) {
        return load(ctx, id);
      }
    };

    Level(Context ctx) {}

    String name(String id, @SuppressWarnings("ContextNotFirst") /* older than the rule */ Context ctx) {
      return load(ctx, id);
    }
  }

  record Job(String id, @SuppressWarnings("StoredContext") /* older than the rule */ Context ctx) {
    @SuppressWarnings("NullContext") // older than the rule
    Job {
      load(null, id);
    }
  }

  @interface Marked {}

  interface Source { @Marked String read(String id, @SuppressWarnings("ContextNotFirst") /* older than the rule */ Context ctx); }
}
