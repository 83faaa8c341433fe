package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import dev.baton.checker.fix.RenamedParameter;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.ContextOrder;
import dev.baton.checker.model.ContextScope;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.Signatures;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;
import javax.lang.model.element.ElementKind;

/**
 * A context parameter with a name of its own.
 *
 * <p>Most code only hands its context on. Where it is called {@code ctx} everywhere, a reader skips
 * it until it changes, and code can be moved between methods as it is.
 *
 * <p>Not flagged: what says by its name that it is a context, the parent of one, or not used; a
 * method that overrides another, whose names it keeps; lambdas; {@code Context...}; the header of a
 * record and its canonical constructor; a parameter that {@code ContextNotFirst} reports.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A context parameter not called `ctx`.",
    severity = SeverityLevel.SUGGESTION,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class ContextParameterName extends BugChecker
    implements VariableTreeMatcher, Selective {

  private static final ImmutableSet<String> NAMES = ImmutableSet.of("ctx", "context", "parent");

  private final Contexts contexts;
  private final ContextOrder order;

  /** For the ServiceLoader: no flags. */
  public ContextParameterName() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  ContextParameterName(ErrorProneFlags flags) {
    Settings settings = Settings.from(flags);
    this.contexts = Contexts.of(settings, "ContextParameterName");
    this.order = new ContextOrder(contexts, settings);
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCVariableDecl variable
        && variable.sym != null
        && variable.sym.getKind() == ElementKind.PARAMETER
        && contexts.isContext(variable.sym.type, state)
        && !isConventional(variable.sym);
  }

  private static boolean isConventional(VarSymbol parameter) {
    String name = parameter.getSimpleName().toString();
    return NAMES.contains(name)
        || name.endsWith("Ctx")
        || name.endsWith("Context")
        || ContextScope.isUnused(parameter);
  }

  @Override
  public Description matchVariable(VariableTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    if (!(state.getPath().getParentPath().getLeaf() instanceof MethodTree method)) {
      return Description.NO_MATCH;
    }

    // Its names are those of the header.
    MethodSymbol symbol = ASTHelpers.getSymbol(method);
    if (Signatures.isCanonicalConstructor(symbol)) {
      return Description.NO_MATCH;
    }

    // Its names are those of the root declaration, where they are reported if that is in source.
    if (Signatures.isOverride(symbol, state)) {
      return Description.NO_MATCH;
    }

    // Its place is reported, and that comes first.
    if (order.firstLate(method, state) == method.getParameters().indexOf(tree)) {
      return Description.NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return Description.NO_MATCH;
    }

    String name = nameFor(tree, method, state);
    return buildDescription(tree)
        .setMessage(
            String.format(
                "context `%s` of %s has a name of its own; call it `%s`",
                tree.getName(), Signatures.inWords(symbol), name))
        .addFix(RenamedParameter.of(tree, method, name, state))
        .build();
  }

  /** {@code ctx} for the only context of a method; of several, each says which it is. */
  private String nameFor(VariableTree parameter, MethodTree method, VisitorState state) {
    boolean isOnlyOne =
        method.getParameters().stream().filter(other -> order.isContext(other, state)).count() == 1;
    return isOnlyOne ? "ctx" : parameter.getName() + "Ctx";
  }
}
