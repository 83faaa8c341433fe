package dev.baton.checker.checks;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.tree.MethodTree;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import dev.baton.checker.CheckedSources;
import org.junit.jupiter.api.Test;

/** Code that an annotation processor has rewritten in javac's trees, as Lombok does. */
final class RewrittenTreesTest {

  @Test
  void blockThatIsWrittenNowhereGetsNoFix() {
    CheckedSources checked =
        CheckedSources.compile(
            ImmutableList.of(
                CheckedSources.source(
                    "Shop.java",
                    """
                    import dev.baton.context.Context;

                    class Shop {
                      boolean work(Context ctx, String id) {
                        var child = ctx.withCancel();
                        if (id.isEmpty()) {
                          throw new IllegalArgumentException(id);
                        }
                        boolean done = child.isDone();
                        child.cancel();
                        return done;
                      }
                    }
                    """)),
            ImmutableList.of(),
            ScannerSupplier.fromBugCheckerClasses(
                ImmutableList.of(NewBlocks.class, LostCancel.class)));

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.findings()).hasSize(1);
  }

  /** Gives each method a block that has no place in the file. */
  @BugPattern(summary = "Never said.", severity = SeverityLevel.WARNING)
  @SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
  public static final class NewBlocks extends BugChecker implements MethodTreeMatcher {

    /** For Error Prone, which makes checks by reflection. */
    public NewBlocks() {}

    @Override
    public Description matchMethod(MethodTree tree, VisitorState state) {
      JCMethodDecl method = (JCMethodDecl) tree;
      method.body = state.getTreeMaker().at(method.pos).Block(0, method.body.stats);
      return Description.NO_MATCH;
    }
  }
}
