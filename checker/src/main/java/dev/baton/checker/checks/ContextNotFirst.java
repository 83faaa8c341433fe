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
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import dev.baton.checker.fix.ContextsFirst;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.ContextOrder;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.Signatures;
import dev.baton.checker.scan.Selective;
import java.util.List;
import javax.inject.Inject;

/**
 * A parameter that is a context and does not stand first.
 *
 * <p>Whoever reads a call has to find its context at a glance, and whoever writes one has to know
 * where it goes; that works only if the place is the same everywhere. Several contexts lead the
 * list together. The first one that does not is reported, on the parameter.
 *
 * <p>Not flagged, on purpose: a method that overrides another (the finding is at the root
 * declaration, or that one is not ours to change), a lambda (the method of its functional interface
 * is checked), a record's header and canonical constructor, collections, arrays and other holders
 * of contexts, a {@code @ParameterizedTest}, whose order its source of arguments gives, and one
 * parameter before the contexts that a framework wants first.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A context parameter that is not first.",
    linkType = LinkType.NONE,
    severity = SeverityLevel.WARNING)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class ContextNotFirst extends BugChecker implements MethodTreeMatcher, Selective {

  private final Contexts contexts;
  private final ContextOrder order;

  /** For the ServiceLoader: no flags. */
  public ContextNotFirst() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  ContextNotFirst(ErrorProneFlags flags) {
    Settings settings = Settings.from(flags);
    this.contexts = Contexts.of(settings, "ContextNotFirst");
    this.order = new ContextOrder(contexts, settings);
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodDecl method && order.firstLate(method, state) >= 0;
  }

  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    List<? extends VariableTree> parameters = tree.getParameters();
    int late = order.firstLate(tree, state);
    if (isSuppressed(parameters.get(late), state)) {
      return Description.NO_MATCH;
    }

    // Its order is that of the header, and a record that holds a context is StoredContext's.
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (Signatures.isCanonicalConstructor(method)) {
      return Description.NO_MATCH;
    }

    // Its order is that of the root declaration, where it is reported if that is in source.
    if (Signatures.isOverride(method, state)) {
      return Description.NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return Description.NO_MATCH;
    }

    return buildDescription(parameters.get(late))
        .setMessage(message(method, parameters, late, state))
        .addFix(ContextsFirst.of(tree, order.contextsFirst(parameters, state), contexts, state))
        .build();
  }

  private String message(
      MethodSymbol method, List<? extends VariableTree> parameters, int late, VisitorState state) {
    VariableTree parameter = parameters.get(late);
    String fault =
        String.format(
            "context `%s` is parameter %d of %s",
            parameter.getName(), late + 1, Signatures.inWords(method));
    if (Signatures.isVarargs(ASTHelpers.getSymbol(parameter))) {
      return fault + ", behind the others as varargs must be; take one context first instead";
    }
    return fault
        + (order.isContext(parameters.get(0), state)
            ? "; move it first, next to `" + parameters.get(0).getName() + "`"
            : "; move it first");
  }
}
