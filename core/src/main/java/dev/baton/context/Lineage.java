package dev.baton.context;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the chain of derivations, however long it is. */
final class Lineage {
  /** Chains up to this length are shown whole inside another. */
  private static final int BRIEF = 16;

  private Lineage() {}

  static String describe(Context context) {
    StringBuilder text = new StringBuilder();
    List<Context> chain = chain(context, Integer.MAX_VALUE);
    for (int i = chain.size() - 1; i >= 0; i--) {
      chain.get(i).describe(text);
    }
    return text.toString();
  }

  /**
   * Appends the chain of a second ancestor, without that of its own second ancestors, and only the
   * last step if it is long: else the text of nested joins could be of any size.
   */
  static void describeBriefly(Context context, StringBuilder text) {
    List<Context> chain = chain(context, BRIEF + 1);
    int shown = chain.size();
    if (shown > BRIEF) {
      text.append("...");
      shown = 1;
    }
    for (int i = shown - 1; i >= 0; i--) {
      Context step = chain.get(i);
      if (step instanceof JoinedContext) {
        text.append(".withCancelOn(...)");
      } else {
        step.describe(text);
      }
    }
  }

  /** The context, its parent and so on, up to the root or to {@code most}. */
  private static List<Context> chain(Context context, int most) {
    List<Context> chain = new ArrayList<>();
    Context at = context;
    while (at != null && chain.size() < most) {
      chain.add(at);
      at = parent(at);
    }
    return chain;
  }

  /**
   * The context from which this was derived. No field is kept for it: it is the nearest value if
   * that lies below all else that is kept, else the nearest that can end, else the base.
   */
  private static @Nullable Context parent(Context context) {
    if (context instanceof DetachedContext detached) {
      return detached.origin;
    }
    if (context instanceof RootContext) {
      return null;
    }
    ValueContext value = context.values;
    if (value != null && value.node == context.node && value.base == context.base) {
      return value;
    }
    return context.node != null ? context.node : context.base;
  }
}
