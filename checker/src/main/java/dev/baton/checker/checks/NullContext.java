package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.LiteralTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCLiteral;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.fix.ContextForNull;
import dev.baton.checker.flow.KnownNull;
import dev.baton.checker.flow.NullSuspects;
import dev.baton.checker.flow.NullTests;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.ContextScope;
import dev.baton.checker.model.ContextSlot;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.NullProbes;
import dev.baton.checker.scan.Selective;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Null where a context is expected: an argument for a context parameter, or the result of a method
 * or lambda that is declared to return one. Reported where the null is: the literal, with its
 * casts, the arm of a conditional or switch expression, or a local that can be nothing else.
 *
 * <p>A context is used by all that is called below, so the null shows up as a NullPointerException
 * far from the call that gave it, and only on the day when the code down there asks for a deadline.
 *
 * <p>Not flagged: what is declared {@code @Nullable} or {@code @CheckForNull}; a bare null for
 * {@code Context...}, which is a null array; the type variables of others ({@code
 * Optional.orElse(null)}); a local that may be null; tests that want to see the null refused, and
 * arguments of calls on mocks.
 *
 * <p>The search starts from the word null, which is rare, and not from the calls, which are not. A
 * local is looked at only in a method where null meets a local of context type.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "Null where a context is expected.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class NullContext extends BugChecker
    implements LiteralTreeMatcher, MethodInvocationTreeMatcher, Selective {

  private final Contexts contexts;

  /** For the ServiceLoader: no flags. */
  public NullContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  NullContext(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "NullContext");
  }

  /** The word null, and what may test for it without the word. */
  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    if (tree instanceof JCLiteral literal) {
      return literal.typetag == TypeTag.BOT;
    }
    return tree instanceof JCMethodInvocation call
        && TreeInfo.symbol(call.meth) instanceof MethodSymbol called
        && called.owner == state.getSymtab().objectsType.tsym;
  }

  @Override
  public Description matchLiteral(LiteralTree tree, VisitorState state) {
    if (!isCandidate(tree, state) || !contexts.areKnown(state)) {
      return Description.NO_MATCH;
    }
    if (meetsLocalContext(state.getPath(), state)) {
      reportLocals(tree, state);
    }
    return report(state.getPath(), state);
  }

  /** A test of a local that does without the word null. */
  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    if (isCandidate(tree, state) && contexts.areKnown(state) && isTestOfLocal(tree, state)) {
      reportLocals(tree, state);
    }
    return Description.NO_MATCH;
  }

  private boolean isTestOfLocal(MethodInvocationTree call, VisitorState state) {
    return NullTests.isTest(call) && isLocalContext(call.getArguments().get(0), state);
  }

  /** Reports the null that the path leads to, when it is for a context. */
  private Description report(TreePath path, VisitorState state) {
    ContextSlot slot = ContextSlot.of(path, contexts, state).orElse(null);
    if (slot == null) {
      return Description.NO_MATCH;
    }

    // A test that gives null to see it refused, or to tell a mock which call is meant.
    if (NullProbes.contain(path)) {
      return Description.NO_MATCH;
    }

    // The context type itself may well treat null as a special case of its own.
    VisitorState here = state.withPath(path);
    if (contexts.inContextType(here) || Annotations.inGeneratedCode(here)) {
      return Description.NO_MATCH;
    }

    ContextForNull instead =
        ContextForNull.in(slot, path, candidates(path, state), contexts, state);
    return buildDescription(slot.given())
        .setMessage(message(slot, path, instead))
        .addFix(instead.fix())
        .build();
  }

  /** Whether the literal is put into, or compared with, a local variable that holds a context. */
  private boolean meetsLocalContext(TreePath literal, VisitorState state) {
    TreePath value = literal;
    Tree outer = value.getParentPath().getLeaf();
    while (outer instanceof ParenthesizedTree
        || outer instanceof TypeCastTree
        || outer instanceof ConditionalExpressionTree
        || outer instanceof CaseTree
        || outer instanceof YieldTree
        || outer instanceof SwitchExpressionTree) {
      value = value.getParentPath();
      outer = value.getParentPath().getLeaf();
    }
    if (outer instanceof VariableTree variable) {
      return isLocalContext(variable, state);
    }
    if (outer instanceof AssignmentTree assignment) {
      return isLocalContext(assignment.getVariable(), state);
    }
    Tree compared = NullTests.comparedWith(value);
    return compared != null && isLocalContext(compared, state);
  }

  private boolean isLocalContext(Tree tree, VisitorState state) {
    return TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable
        && !variable.getKind().isField()
        && contexts.isContext(variable.type, state);
  }

  /**
   * Reports the locals that are null where they are used, in all the code around this literal or
   * test. Of several that lead here, the first does it.
   */
  private void reportLocals(Tree literal, VisitorState state) {
    LocalUses uses = new LocalUses(state);
    uses.scan(outermostMember(state.getPath()), null);
    if (uses.firstNull != literal) {
      return;
    }
    for (TreePath use : uses.paths) {
      if (KnownNull.isNull(use, state)) {
        state.reportMatch(report(use, state));
      }
    }
  }

  /** The member of a class that is not itself inside of a method. */
  private static TreePath outermostMember(TreePath path) {
    TreePath member = path;
    for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
      if (at.getParentPath().getLeaf() instanceof ClassTree
          && !(at.getLeaf() instanceof ClassTree)) {
        member = at;
      }
    }
    return member;
  }

  /** The contexts in scope, the nearest first, that no code before says may be null as well. */
  private ImmutableList<VarSymbol> candidates(TreePath path, VisitorState state) {
    return ContextScope.at(state.withPath(path), contexts).stream()
        .filter(context -> !context.equals(TreeInfo.symbolFor((JCTree) path.getLeaf())))
        .filter(context -> !NullSuspects.contain(context, path))
        .collect(ImmutableList.toImmutableList());
  }

  private static String message(ContextSlot slot, TreePath path, ContextForNull instead) {
    String given =
        path.getLeaf() instanceof IdentifierTree local
            ? "`" + local.getName() + "`, which is null here,"
            : "null";
    if (slot.kind() == ContextSlot.Kind.ARGUMENT) {
      String remedy =
          instead
              .inScope()
              .orElseGet(
                  () ->
                      "the caller's"
                          + instead
                              .root()
                              .map(call -> ", or " + call + " until there is one")
                              .orElse(""));
      return String.format(
          "`%s` is given %s for its context; pass %s", nameOf(slot), given, remedy);
    }
    String returning =
        slot.kind() == ContextSlot.Kind.LAMBDA_RESULT ? "lambda" : "`" + nameOf(slot) + "`";
    return String.format(
        "%s returns %s where it declares a context; return %s or declare the result `@Nullable`",
        returning, given, instead.inScope().or(instead::root).orElse("one"));
  }

  private static String nameOf(ContextSlot slot) {
    return slot.method().isConstructor()
        ? slot.method().enclClass().getSimpleName().toString()
        : slot.method().getSimpleName().toString();
  }

  /** Finds where locals are used as contexts, and the first null that a local context meets. */
  private final class LocalUses
      extends SuppressibleTreePathScanner<@Nullable Void, @Nullable Void> {
    final List<TreePath> paths = new ArrayList<>();
    @Nullable Tree firstNull;

    LocalUses(VisitorState state) {
      super(state);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
      if (firstNull == null
          && tree.getKind() == Tree.Kind.NULL_LITERAL
          && meetsLocalContext(getCurrentPath(), state)) {
        firstNull = tree;
      }
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      if (firstNull == null && isTestOfLocal(tree, state)) {
        firstNull = tree;
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      if (TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable
          && !variable.getKind().isField()
          && !isSuppressed(variable, state)
          && ContextSlot.of(getCurrentPath(), contexts, state).isPresent()) {
        paths.add(getCurrentPath());
      }
      return null;
    }
  }
}
