package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.io.Serializable;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

public abstract class Declarations<C extends Context & Serializable, @Declarations.Marked K> {

  @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Repeatable(Marks.class)
  @interface Marked {
    String value() default "a" + 1;
    int[] sizes() default {1, 2,};
    Class<? extends Context>[] types() default {};
    ElementType kind() default ElementType.FIELD;
    Override nested() default @Override;
    ;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER, ElementType.METHOD})
  @interface Marks { Marked[] value(); }

  public @interface Keys {
    // BUG: Diagnostic contains: key `OF_ANNOTATION` is public
    Key<String> OF_ANNOTATION = Key.of("annotation");
  }

  // BUG: Diagnostic contains: `Declarations` keeps context `one` in a field
  Context one,
      // BUG: Diagnostic contains: `Declarations` keeps contexts in field `plain`
      plain[] = {},
      // BUG: Diagnostic contains: `Declarations` keeps contexts in field `square`
      square[][];
  ;
  // BUG: Diagnostic contains: `Declarations` keeps context `shared` in a static field
  static transient volatile @Marked Context shared;
  int[] numbers[] = {{}, {1, 2, }, null}, \u0069d;

  static { shared = null; ; }
  { numbers = new int[2][]; assert numbers != null : "never"; }
  static {}
  {}

  Declarations() { this(Context.background()); }
  Declarations(Context ctx, Context... more) { super(); this.one = ctx; }
  // BUG: Diagnostic contains: context `ctx` is parameter 2 of the constructor of `Declarations`
  <T extends Comparable<? super T>> Declarations(T first, Context ctx) { this.<T>of(ctx, first); }

  <T> void of(Context ctx, T t) {}

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `receive`
  void receive(@Marked Declarations<C, K> this, int id, final Context ctx) {}
  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `oddBrackets`
  int oddBrackets(int ids[], Context ctx)[] { return ids; }
  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `bounded`
  @Marked @Marked("b") protected native <T extends C> void bounded(List<? super T[]> list, T ctx);
  // BUG: Diagnostic contains: context `others` is parameter 2 of `last`
  abstract strictfp class Inner { abstract void last(int id, Context @Marked ... others); }
  synchronized final strictfp void first(C ctx, Map<String, Map<K, List<C[]>>> nested) {}

  class Deep extends Declarations<C, K>.Inner {
    Deep(Declarations<C, K> outer) { outer.super(); }
    @Override void last(int id, Context... others) { Declarations.this.one = others[0]; }
    // BUG: Diagnostic contains: `first` is given null for its context
    class Deeper { { Declarations.this.first(null, null); } }
  }

  void inners(Context ctx, Declarations<C, K> outer) {
    Deep deep = outer.new Deep(this) { { numbers = null; } };
    Declarations<C, K>.Deep.Deeper deeper = deep.new Deeper();
    // BUG: Diagnostic contains: `last` is given null for its context; pass `ctx`
    deep.last(1, (Context) null);
    deep.last(1, null);
    deep.last(1);
    deep.last(1, new Context[] {ctx, null});
  }

  public enum Level implements Supplier<Context> {
    LOW(Context.todo()) { @Override public Context get() { return Context.background(); } },
    // BUG: Diagnostic contains: `Level` is given null for its context
    @Deprecated HIGH(null),
    TOP,
    ;

    // What `get` gives out, whose signature is not ours.
    final Context ctx;
    // BUG: Diagnostic contains: key `LEVEL` is public
    public static final Key<Level> LEVEL = Key.of("level");

    Level() { this(Context.background()); }
    Level(Context ctx) { this.ctx = ctx; }

    public Context get() { return ctx; }
  }

  enum Empty {}

  public interface Source<@Marked T extends Context> extends Function<String, T>, Serializable {
    // BUG: Diagnostic contains: key `USER` is public
    Key<String> USER = Key.of("user");
    // BUG: Diagnostic contains: `Source` keeps context `ROOT` in a static field
    Context ROOT = Context.background();

    // BUG: Diagnostic contains: context `ctx` is parameter 2 of `find`
    default T find(String id, T ctx) { return ctx; }
    // BUG: Diagnostic contains: context `ctx` is parameter 2 of `make`
    static <T> T make(T t, Context ctx) { return t; }
    // BUG: Diagnostic contains: `user` hands out a key
    static Key<String> user() { return USER; }
    interface Nested extends Source<CancellableContext> {}
    class Holder {}
    ;
  }

  abstract T abstractMethod(Context ctx);
  static class T<T> { <T> T t(T t) { T: for (;;) { break T; } return t; } }
}

class Another {;}
;
