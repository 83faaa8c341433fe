package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.common.collect.Iterables;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symbol.RecordComponent;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import dev.baton.checker.fix.MadePrivate;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.PlainMethods;
import dev.baton.checker.model.Reach;
import dev.baton.checker.report.KeyAccessors;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * A key of context values that other packages can reach: a field, or a method or record component
 * that hands one out.
 *
 * <p>Whoever has the key can read the value and replace it for all code below, and nobody can see
 * who does. With the key private and a pair of typed accessors beside it, the value has one name,
 * one type and one place where it is put in.
 *
 * <p>Not flagged: what only its own package can reach, at any step of the enclosing types or by the
 * module; {@code @VisibleForTesting}; generic methods that return a key of their own type variable,
 * as the factories of keys do; collections of keys; a method that overrides one reported already.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A key that other code can reach.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class PublicContextKey extends BugChecker
    implements VariableTreeMatcher, MethodTreeMatcher, Selective {

  private static final String FOR_TESTS = "VisibleForTesting";

  private final Contexts contexts;

  /** For the ServiceLoader: no flags. */
  public PublicContextKey() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  PublicContextKey(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "PublicContextKey");
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    if (tree instanceof JCVariableDecl variable) {
      return variable.sym != null
          && variable.sym.getKind().isField()
          && contexts.isKey(variable.sym.type, state)
          && isReachable(variable.sym);
    }
    return tree instanceof JCMethodDecl method
        && method.sym != null
        && contexts.isKey(method.sym.getReturnType(), state)
        && Reach.beyondPackage(method.sym);
  }

  /** The field of a record component is private, but its accessor is public. */
  private static boolean isReachable(VarSymbol field) {
    return Reach.beyondPackage(isComponent(field) ? field.owner : field);
  }

  @Override
  public Description matchVariable(VariableTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    VarSymbol field = ASTHelpers.getSymbol(tree);
    if (isExempt(field, state)) {
      return Description.NO_MATCH;
    }

    // Reported at the method that its accessor overrides.
    boolean isComponent = isComponent(field);
    if (isComponent && overridesReported(accessorOf(field), state)) {
      return Description.NO_MATCH;
    }

    String fault =
        isComponent
            ? "record component `" + field + "` hands out its key"
            : "key `" + field + "` is " + accessOf(field);
    // Neither a record component nor a constant of an interface can be private.
    boolean stays = !isComponent && !field.owner.isInterface();
    String remedy = stays ? "make it private" : "move it to a class as a private constant";
    SuggestedFix fix = stays ? MadePrivate.of(tree, state) : SuggestedFix.emptyFix();
    return report(tree, fault, remedy, field.getSimpleName(), field.type, fix);
  }

  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    // The factories of keys: whoever names the type of the value owns the key.
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (method.getReturnType().containsAny(method.type.getTypeArguments())) {
      return Description.NO_MATCH;
    }

    // Reported at the component.
    if (PlainMethods.isAccessorOfRecord(method) || isExempt(method, state)) {
      return Description.NO_MATCH;
    }

    // Reported at the method that it overrides, or not for its author to change.
    if (overridesReported(method, state)) {
      return Description.NO_MATCH;
    }

    String fault = "`" + method.getSimpleName() + "` hands out a key";
    return report(
        tree,
        fault,
        "keep the key private",
        method.getSimpleName(),
        method.getReturnType(),
        SuggestedFix.emptyFix());
  }

  private static boolean isComponent(VarSymbol field) {
    return (field.flags() & Flags.RECORD) != 0 && !field.isStatic();
  }

  private static @Nullable MethodSymbol accessorOf(VarSymbol component) {
    for (RecordComponent declared : component.enclClass().getRecordComponents()) {
      if (declared.name.equals(component.name)) {
        return declared.accessor;
      }
    }
    return null;
  }

  private boolean overridesReported(@Nullable MethodSymbol method, VisitorState state) {
    return method != null
        && ASTHelpers.findSuperMethods(method, state.getTypes()).stream()
            .anyMatch(
                root -> contexts.isKey(root.getReturnType(), state) && Reach.beyondPackage(root));
  }

  /** What is open for tests alone, the code of contexts and keys themselves, generated code. */
  private boolean isExempt(Symbol declaration, VisitorState state) {
    for (Symbol at = declaration; !(at instanceof PackageSymbol); at = at.owner) {
      if (Annotations.has(at, FOR_TESTS)) {
        return true;
      }
    }
    return contexts.inContextType(state) || Annotations.inGeneratedCode(state);
  }

  private static String accessOf(VarSymbol field) {
    return (field.flags() & Flags.PUBLIC) != 0 ? "public" : "protected";
  }

  private Description report(
      Tree tree, String fault, String remedy, Name holder, Type key, SuggestedFix fix) {
    Type value = Iterables.getFirst(key.getTypeArguments(), null);
    String valueType = value instanceof ClassType ? value.tsym.getSimpleName().toString() : "";
    return buildDescription(tree)
        .setMessage(
            String.format(
                "%s, so any code can read and replace its value; %s and offer %s",
                fault, remedy, KeyAccessors.of(holder.toString(), valueType)))
        .addFix(fix)
        .build();
  }
}
