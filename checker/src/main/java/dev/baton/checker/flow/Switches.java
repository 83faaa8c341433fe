package dev.baton.checker.flow;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** What a switch chooses, and whether it can be left without having chosen a case. */
final class Switches {

  private static final ImmutableSet<String> MAY_OMIT_VALUES =
      ImmutableSet.of(
          "byte",
          "char",
          "int",
          "short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.String");

  private Switches() {}

  static boolean alwaysChooses(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases) {
    return tree instanceof SwitchExpressionTree
        || cases.stream().anyMatch(Switches::demandsAllValues)
        || demandsAllValues(ASTHelpers.getType(selector))
        || listsEveryConstant(ASTHelpers.getType(selector), cases);
  }

  /** What the switch looks at, and null for another tree. */
  static @Nullable Tree selectorOf(Tree tree) {
    if (tree instanceof SwitchTree choice) {
      return TreeInfo.skipParens((JCTree) choice.getExpression());
    }
    return tree instanceof SwitchExpressionTree choice
        ? TreeInfo.skipParens((JCTree) choice.getExpression())
        : null;
  }

  /** What the switch may have as its value; it may be a switch in its turn. */
  static ImmutableList<ExpressionTree> resultsOf(SwitchExpressionTree choice) {
    ImmutableList.Builder<ExpressionTree> results = ImmutableList.builder();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        if (tree.getBody() instanceof ExpressionTree result) {
          results.add(result);
        }
        return super.visitCase(tree, null);
      }

      @Override
      public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
        results.add(tree.getValue());
        return super.visitYield(tree, null);
      }

      // A switch within yields to itself.
      @Override
      public @Nullable Void visitSwitchExpression(
          SwitchExpressionTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(choice.getCases(), null);
    return results.build();
  }

  /** The condition behind {@code when}; the Java that compiles this has no method for it yet. */
  static @Nullable ExpressionTree guardOf(CaseTree choice) {
    ExpressionTree[] guard = new ExpressionTree[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree part, @Nullable Void unused) {
        if (part instanceof ExpressionTree expression
            && part != choice.getBody()
            && !choice.getExpressions().contains(expression)) {
          guard[0] = expression;
        }
        return null;
      }
    }.visitCase(choice, null);
    return guard[0];
  }

  /** Whether null, with which a switch without such a case ends by exception, chooses a case. */
  enum ChoiceOfNull {
    NEVER,
    ALSO,
    ONLY
  }

  static ChoiceOfNull choiceOfNull(CaseTree choice) {
    if (choice.getExpressions().stream().noneMatch(Switches::isNull)) {
      return ChoiceOfNull.NEVER;
    }
    // Beside null there can only be default, for which the Java that compiles this has no tree yet.
    return ((JCCase) choice).labels.size() == 1 ? ChoiceOfNull.ONLY : ChoiceOfNull.ALSO;
  }

  private static boolean isNull(ExpressionTree label) {
    return label.getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** A default, or a pattern or null, with which the compiler wants every value to be handled. */
  private static boolean demandsAllValues(CaseTree choice) {
    return choice.getExpressions().isEmpty()
        || choice.getExpressions().stream().anyMatch(Switches::isNull);
  }

  /** A type that a switch could not be over when not every value had to be handled. */
  private static boolean demandsAllValues(@Nullable Type type) {
    return type != null
        && type.tsym != null
        && !type.isErroneous()
        && type.tsym.getKind() != ElementKind.ENUM
        && !MAY_OMIT_VALUES.contains(type.tsym.getQualifiedName().toString());
  }

  private static boolean listsEveryConstant(Type type, List<? extends CaseTree> cases) {
    if (type == null || type.tsym == null || type.tsym.getKind() != ElementKind.ENUM) {
      return false;
    }
    ImmutableSet<Name> listed =
        cases.stream()
            .flatMap(choice -> choice.getExpressions().stream())
            .map(ASTHelpers::getSymbol)
            .filter(constant -> constant != null)
            .map(Symbol::getSimpleName)
            .collect(toImmutableSet());
    return ASTHelpers.getEnclosedElements(type.tsym).stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .allMatch(constant -> listed.contains(constant.getSimpleName()));
  }
}
