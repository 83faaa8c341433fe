package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.fix.HoistedKey;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Bodies;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.KeyUse;
import dev.baton.checker.model.NewKeys;
import dev.baton.checker.model.WholeValue;
import dev.baton.checker.scan.Selective;
import java.util.Set;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A key of context values that is made anew where it is used, or once for each object.
 *
 * <p>A key is its identity: two keys of the same name are two keys. What is put in under one is
 * never met by a look-up with the other, and nothing fails: the look-up gives the default.
 *
 * <p>Not flagged: constants, also those of an enum, each of which has its own key; a key that is
 * passed in; a local that the method both puts and gets with, or that it returns or passes on.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A key that is not a static final constant, so a lookup can never meet it.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class ContextKeyIdentity extends BugChecker
    implements VariableTreeMatcher, MethodInvocationTreeMatcher, Selective {

  private static final long CONSTANT = Flags.STATIC | Flags.FINAL;

  private final Contexts contexts;

  /** For the ServiceLoader: no flags. */
  public ContextKeyIdentity() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  ContextKeyIdentity(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "ContextKeyIdentity");
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    if (tree instanceof JCVariableDecl variable) {
      return variable.sym != null
          && variable.sym.getKind().isField()
          && (variable.sym.flags() & CONSTANT) != CONSTANT
          && contexts.isKey(variable.sym.type, state);
    }
    return NewKeys.isMadeBy(tree, contexts, state);
  }

  @Override
  public Description matchVariable(VariableTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    // There is one of them for each constant, and no more.
    VarSymbol field = ASTHelpers.getSymbol(tree);
    if (isOfEnum(field.enclClass(), state)) {
      return Description.NO_MATCH;
    }

    // Whoever passed it in may have a constant.
    if (!NewKeys.fill(tree, contexts, state)) {
      return Description.NO_MATCH;
    }

    if (isOutOfScope(state)) {
      return Description.NO_MATCH;
    }

    String fault =
        field.isStatic()
            ? "key `%s` is not final, so a look-up may be made with another key than the value was"
                + " put in with"
            : "key `%s` is another one in each object, so a look-up in one never meets what was put"
                + " in with another";
    return buildDescription(tree)
        .setMessage(
            String.format(fault, field.getSimpleName())
                + "; make it a `private static final` field")
        .addFix(HoistedKey.ofField(tree, contexts, state))
        .build();
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    String fault = faultOf(state);
    if (fault == null || isOutOfScope(state)) {
      return Description.NO_MATCH;
    }

    String constant = NewKeys.constantFor(tree).map(name -> " `" + name + "`").orElse("");
    return buildDescription(tree)
        .setMessage(fault + "; make it a `private static final` field" + constant)
        .addFix(HoistedKey.ofCall(tree, contexts, state))
        .build();
  }

  /** What is wrong with the key that is made at this place; null when nothing is. */
  private @Nullable String faultOf(VisitorState state) {
    TreePath value = WholeValue.of(state.getPath());
    Tree place = value.getParentPath().getLeaf();
    VarSymbol variable = variableSetBy(place, value.getLeaf());
    if (variable == null) {
      return switch (KeyUse.of(value, contexts, state)) {
        case PUT -> "this key is made for one value, which no look-up can ever meet";
        case GET -> "this key is made for one look-up, which can never meet a value";
        default -> null;
      };
    }

    // Reported at the field, or a constant.
    if (variable.getKind().isField()) {
      return null;
    }

    Set<KeyUse> uses = KeyUse.ofLocal(variable, Bodies.around(state.getPath()), contexts, state);
    boolean puts = uses.contains(KeyUse.PUT);
    if (uses.contains(KeyUse.HAND_ON) || puts == uses.contains(KeyUse.GET)) {
      return null;
    }
    return "key `"
        + variable.getSimpleName()
        + (puts
            ? "` is made here and only puts a value in, which no look-up can ever meet"
            : "` is made here and only looks a value up, which nobody can have put in");
  }

  private static @Nullable VarSymbol variableSetBy(Tree place, Tree value) {
    Tree target =
        place instanceof AssignmentTree assignment && assignment.getExpression() == value
            ? assignment.getVariable()
            : place;
    return target == place && !(place instanceof VariableTree)
        ? null
        : TreeInfo.symbolFor((JCTree) target) instanceof VarSymbol variable ? variable : null;
  }

  /** Whether it is an enum, or the body of one of its constants. */
  private static boolean isOfEnum(ClassSymbol type, VisitorState state) {
    Symbol superclass = state.getTypes().supertype(type.type).tsym;
    return isEnum(type) || (superclass != null && isEnum(superclass));
  }

  private static boolean isEnum(Symbol type) {
    return (type.flags_field & Flags.ENUM) != 0;
  }

  private boolean isOutOfScope(VisitorState state) {
    return contexts.inContextType(state) || Annotations.inGeneratedCode(state);
  }
}
