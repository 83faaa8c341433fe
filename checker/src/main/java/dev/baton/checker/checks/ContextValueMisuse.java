package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.common.collect.Iterables;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.NewKeys;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.ValueTypes;
import dev.baton.checker.model.ValueTypes.Misuse;
import dev.baton.checker.model.WholeValue;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A key of context values for something that is not metadata of a request. Reported at the type of
 * the value, or at the factory where none is written.
 *
 * <p>What a method needs stands in its parameters, or in the constructor of its class. Taken out of
 * a context it is a dependency that no signature shows and no compiler misses, and in tests it is
 * null. A mutable collection is shared by all that have the context.
 *
 * <p>Not flagged: types of the code's own, but for those whose name ends as services' names do; a
 * key of a type variable or a wildcard; what a container of the JDK holds.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A key whose value is a service or a parameter, not request metadata.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class ContextValueMisuse extends BugChecker
    implements MethodInvocationTreeMatcher, Selective {

  private final Contexts contexts;
  private final ValueTypes values;

  /** For the ServiceLoader: no flags. */
  public ContextValueMisuse() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  ContextValueMisuse(ErrorProneFlags flags) {
    Settings settings = Settings.from(flags);
    this.contexts = Contexts.of(settings, "ContextValueMisuse");
    this.values = new ValueTypes(contexts, settings);
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return NewKeys.isMadeBy(tree, contexts, state);
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    Tree place = WholeValue.of(state.getPath()).getParentPath().getLeaf();
    VarSymbol variable = variableOf(place);
    Type key = variable == null ? ASTHelpers.getType(tree) : variable.type;
    if (!contexts.isKey(key, state)) { // a variable that takes any object
      return Description.NO_MATCH;
    }

    // Whatever its values are, it does not say.
    if (key.tsym.type.getTypeArguments().isEmpty()) {
      return Description.NO_MATCH;
    }

    Type value = Iterables.getFirst(key.getTypeArguments(), state.getSymtab().objectType);
    Misuse misuse = values.misuseOf(value, state).orElse(null);
    if (misuse == null) {
      return Description.NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return Description.NO_MATCH;
    }

    String name = variable == null ? "this key" : "key `" + variable.getSimpleName() + "`";
    return buildDescription(typeOfValue(place, tree))
        .setMessage(name + " carries " + message(misuse, value))
        .build();
  }

  private static @Nullable VarSymbol variableOf(Tree place) {
    Tree target = place instanceof AssignmentTree assignment ? assignment.getVariable() : place;
    return (place instanceof VariableTree || target != place)
            && TreeInfo.symbolFor((JCTree) target) instanceof VarSymbol variable
        ? variable
        : null;
  }

  /** The smallest tree that names the type, if one does; otherwise that of the factory. */
  private static Tree typeOfValue(Tree place, MethodInvocationTree creation) {
    if (place instanceof JCVariableDecl variable
        && !variable.declaredUsingVar()
        && variable.getType() instanceof ParameterizedTypeTree type) {
      return type.getTypeArguments().get(0);
    }
    return creation.getTypeArguments().isEmpty()
        ? creation.getMethodSelect()
        : creation.getTypeArguments().get(0);
  }

  private static String message(Misuse misuse, Type value) {
    String type = "`" + value.tsym.getSimpleName() + "`";
    return switch (misuse) {
      case CONTEXT -> type + ", but a context is no value of another; pass it as a parameter";
      case SERVICE ->
          type
              + ", which belongs to no single request; give it to the constructor of what uses it,"
              + " or pass it as a parameter";
      case MUTABLE ->
          type
              + ", which all that have the context can change; declare the interface and put in an"
              + " unmodifiable copy";
      case ANYTHING -> "any object, so nobody can tell what it holds; name the type of its value";
    };
  }
}
