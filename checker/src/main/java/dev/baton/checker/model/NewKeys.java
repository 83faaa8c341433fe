package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Expressions that make a key of context values, and are another key each time. */
public final class NewKeys {

  /** Where one word of the name of a key ends and the next starts. */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

  private NewKeys() {}

  /** Whether the tree is a call of a factory of keys. */
  public static boolean isMadeBy(@Nullable Tree tree, Contexts contexts, VisitorState state) {
    return tree instanceof JCMethodInvocation call
        && TreeInfo.symbol(call.meth) instanceof MethodSymbol method
        && contexts.isKeyFactory(method, state);
  }

  /** Whether code of the outermost class at hand fills the field with a key that it makes there. */
  public static boolean fill(VariableTree tree, Contexts contexts, VisitorState state) {
    VarSymbol field = ASTHelpers.getSymbol(tree);
    if (isValue(tree.getInitializer(), contexts, state)) {
      return true;
    }
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
        found[0] |=
            field.equals(TreeInfo.symbolFor((JCTree) assignment.getVariable()))
                && isValue(assignment.getExpression(), contexts, state);
        return super.visitAssignment(assignment, null);
      }
    }.scan(Bodies.outermostClass(state.getPath()).getLeaf(), null);
    return found[0];
  }

  /** Whether the value is a new key in any case. */
  private static boolean isValue(@Nullable Tree value, Contexts contexts, VisitorState state) {
    if (value instanceof ParenthesizedTree inner) {
      return isValue(inner.getExpression(), contexts, state);
    }
    if (value instanceof TypeCastTree cast) {
      return isValue(cast.getExpression(), contexts, state);
    }
    if (value instanceof ConditionalExpressionTree choice) {
      return isValue(choice.getTrueExpression(), contexts, state)
          && isValue(choice.getFalseExpression(), contexts, state);
    }
    return isMadeBy(value, contexts, state);
  }

  /** What a constant for the key is called, after the string that it is made of. */
  public static Optional<String> constantFor(MethodInvocationTree creation) {
    if (creation.getArguments().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(ASTHelpers.constValue(creation.getArguments().get(0), String.class))
        .map(name -> BETWEEN_WORDS.matcher(name.strip()).replaceAll("_").toUpperCase(Locale.ROOT))
        .filter(SourceVersion::isName);
  }
}
