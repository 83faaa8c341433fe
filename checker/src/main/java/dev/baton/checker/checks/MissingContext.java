package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Bodies;
import dev.baton.checker.model.ContextOrder;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.PlainMethods;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.Signatures;
import dev.baton.checker.model.TestCode;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;

/**
 * A public method of a service layer, a type or package marked {@code @RequiresContext}, that takes
 * no context.
 *
 * <p>A layer passes the context on only if each of its methods has one. The method that has none
 * makes a new root sooner or later, and nothing below it ends with the request.
 *
 * <p>Not flagged: methods of {@code Object}, {@code close()}, {@code main}, overrides of methods
 * from elsewhere, factories of the type itself, methods that only return a field, accessors of
 * records. A method that overrides one of such a layer is reported there.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A public method of a `@RequiresContext` type or package that takes no context.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class MissingContext extends BugChecker implements MethodTreeMatcher, Selective {

  private static final String REQUIRED = "RequiresContext";

  private final Contexts contexts;
  private final ContextOrder order;

  /** For the ServiceLoader: no flags. */
  public MissingContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  MissingContext(ErrorProneFlags flags) {
    Settings settings = Settings.from(flags);
    this.contexts = Contexts.of(settings, "MissingContext");
    this.order = new ContextOrder(contexts, settings);
  }

  /** Does not ask for a context type: where this is found, none may be known. */
  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodDecl method
        && method.sym != null
        && !method.sym.isConstructor()
        && (method.sym.flags() & Flags.PUBLIC) != 0
        && isRequired(method.sym);
  }

  /** Whether the type that declares it, or the package around, says so. */
  private static boolean isRequired(MethodSymbol method) {
    return (method.owner.flags() & Flags.ANNOTATION) == 0
        && !method.owner.isDirectlyOrIndirectlyLocal()
        && (Annotations.has(method.owner, REQUIRED)
            || Annotations.has(packageOf(method), REQUIRED));
  }

  private static Symbol packageOf(MethodSymbol method) {
    return ASTHelpers.outermostClass(method).owner;
  }

  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    if (!isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    // One that is there but late is reported by ContextNotFirst.
    if (tree.getParameters().stream().anyMatch(given -> order.isContext(given, state))) {
      return Description.NO_MATCH;
    }

    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (PlainMethods.needNoContext(tree, state) || isRunByOthers(tree, state)) {
      return Description.NO_MATCH;
    }

    // Its parameters are those of the root declaration.
    if (Signatures.isForeign(method, state)
        || Signatures.overridesAny(MissingContext::isRequired, method, state)) {
      return Description.NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return Description.NO_MATCH;
    }

    boolean byType = Annotations.has(method.owner, REQUIRED);
    return buildDescription(tree)
        .setMessage(
            String.format(
                "`%s` takes no context, which `@%s` on %s demands; make a context `ctx` its first"
                    + " parameter",
                method.getSimpleName(),
                REQUIRED,
                byType
                    ? "`" + method.owner.getSimpleName() + "`"
                    : "package `" + packageOf(method) + "`"))
        .build();
  }

  /** The method that a process begins with, and those that a test framework calls. */
  private static boolean isRunByOthers(MethodTree tree, VisitorState state) {
    return (tree.getBody() != null
            && Bodies.isOfMain(new TreePath(state.getPath(), tree.getBody())))
        || TestCode.isRunByFramework(ASTHelpers.getSymbol(tree));
  }
}
