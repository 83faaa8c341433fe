package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.tools.javac.code.Symbol.CompletionFailure;

/**
 * The fix that ends with a call what a local has begun: the rest of its block becomes the block of
 * a try, with the call in its {@code finally}. Where the call stands at the end, it goes away.
 *
 * <p>Offered only where the local is never assigned again and nobody else gets it.
 */
public final class IntoTryFinally {

  private IntoTryFinally() {}

  /** The fix; an empty one where it would break something. */
  public static SuggestedFix of(Resource resource, String lastCall, VisitorState state) {
    try {
      return RestOfBlock.after(resource.declaration())
          .filter(rest -> resource.isNeverAssigned())
          .filter(rest -> Confinement.holds(resource, rest, state))
          .flatMap(rest -> Wrapping.of(resource, rest, state))
          .map(wrapping -> wrap(wrapping, lastCall))
          .orElse(SuggestedFix.emptyFix());
    } catch (CompletionFailure missing) {
      return SuggestedFix.emptyFix();
    }
  }

  private static SuggestedFix wrap(Wrapping wrapping, String lastCall) {
    SuggestedFix.Builder fix = SuggestedFix.builder();
    wrapping.addTo(fix, wrapping.declaration(), lastCall);
    return fix.build();
  }
}
