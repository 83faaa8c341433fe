package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import dev.baton.checker.fix.ContextsFirst;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.TypeName;
import dev.baton.checker.scan.Selective;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** What JUnit hands to tests and to extensions, which name it before all else. */
  private static final ImmutableSet<String> JUNIT =
      ImmutableSet.of(
          "org.junit.jupiter.api.TestInfo",
          "org.junit.jupiter.api.TestReporter",
          "org.junit.jupiter.api.extension.ExtensionContext");

  private final Contexts contexts;
  private final ImmutableList<TypeName> allowedFirst;

  /** For the ServiceLoader: no flags. */
  public ContextNotFirst() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  ContextNotFirst(ErrorProneFlags flags) {
    Settings settings = Settings.from(flags);
    this.contexts = Contexts.of(settings, "ContextNotFirst");
    this.allowedFirst =
        Stream.concat(JUNIT.stream(), settings.allowedFirst().stream())
            .map(TypeName::new)
            .collect(ImmutableList.toImmutableList());
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodDecl method
        && firstLateContext(method.getParameters(), state) >= 0;
  }

  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    List<? extends VariableTree> parameters = tree.getParameters();
    int late = firstLateContext(parameters, state);
    if (isSuppressed(parameters.get(late), state)) {
      return Description.NO_MATCH;
    }

    // Its order is that of the header, and a record that holds a context is StoredContext's.
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (isCanonicalConstructor(method)) {
      return Description.NO_MATCH;
    }

    // Its order is that of the root declaration, where it is reported if that is in source.
    if (isOverride(method, state)) {
      return Description.NO_MATCH;
    }

    // Its order is that of the arguments which the source of the test supplies.
    if (Annotations.find(tree, "ParameterizedTest").isPresent()) {
      return Description.NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return Description.NO_MATCH;
    }

    return buildDescription(parameters.get(late))
        .setMessage(message(method, parameters, late, state))
        .addFix(ContextsFirst.of(tree, contextsFirst(parameters, state), contexts, state))
        .build();
  }

  /** The index of the first context after the leading run of contexts, or -1. */
  private int firstLateContext(List<? extends VariableTree> parameters, VisitorState state) {
    int late = firstContextAfterRun(parameters, 0, state);
    return late > 0 && isAllowedFirst(parameters.get(0), state)
        ? firstContextAfterRun(parameters, 1, state)
        : late;
  }

  private int firstContextAfterRun(
      List<? extends VariableTree> parameters, int start, VisitorState state) {
    boolean inRun = true;
    for (int i = start; i < parameters.size(); i++) {
      boolean isContext = isContext(parameters.get(i), state);
      if (isContext && !inRun) {
        return i;
      }
      inRun &= isContext;
    }
    return -1;
  }

  /** The parameters by their places, in the order of the convention. */
  private ImmutableList<Integer> contextsFirst(
      List<? extends VariableTree> parameters, VisitorState state) {
    return IntStream.range(0, parameters.size())
        .boxed()
        .sorted(Comparator.comparingInt(place -> rankOf(place, parameters, state)))
        .collect(ImmutableList.toImmutableList());
  }

  private int rankOf(int place, List<? extends VariableTree> parameters, VisitorState state) {
    if (place == 0 && isAllowedFirst(parameters.get(0), state)) {
      return 0;
    }
    return isContext(parameters.get(place), state) ? 1 : 2;
  }

  private boolean isContext(VariableTree parameter, VisitorState state) {
    VarSymbol symbol = ((JCVariableDecl) parameter).sym;
    if (symbol == null) { // of code that javac has not come to, after an error
      return false;
    }
    return contexts.isContext(
        isVarargs(symbol) ? state.getTypes().elemtype(symbol.type) : symbol.type, state);
  }

  private boolean isAllowedFirst(VariableTree parameter, VisitorState state) {
    Symbol symbol = ASTHelpers.getDeclaredSymbol(parameter);
    return symbol != null
        && allowedFirst.stream().anyMatch(type -> type.isSupertypeOf(symbol.type, state));
  }

  private static boolean isVarargs(Symbol parameter) {
    return (parameter.flags() & Flags.VARARGS) != 0;
  }

  private static boolean isCanonicalConstructor(MethodSymbol method) {
    return method.isConstructor() && (method.flags() & Flags.RECORD) != 0;
  }

  private static boolean isOverride(MethodSymbol method, VisitorState state) {
    try {
      return ASTHelpers.streamSuperMethods(method, state.getTypes()).findAny().isPresent();
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path; the method may well be declared there.
      return true;
    }
  }

  private String message(
      MethodSymbol method, List<? extends VariableTree> parameters, int late, VisitorState state) {
    VariableTree parameter = parameters.get(late);
    String fault =
        String.format(
            "context `%s` is parameter %d of %s",
            parameter.getName(),
            late + 1,
            method.isConstructor()
                ? "the constructor of `" + method.owner.getSimpleName() + "`"
                : "`" + method.getSimpleName() + "`");
    if (isVarargs(ASTHelpers.getSymbol(parameter))) {
      return fault + ", behind the others as varargs must be; take one context first instead";
    }
    return fault
        + (isContext(parameters.get(0), state)
            ? "; move it first, next to `" + parameters.get(0).getName() + "`"
            : "; move it first");
  }
}
