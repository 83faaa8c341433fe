package dev.baton.checker.model;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;

/** Where a value goes as it is: through parentheses, casts and the arms of conditionals. */
public final class WholeValue {

  private WholeValue() {}

  /** The outermost expression whose value is, or may be, that of the inner one. */
  public static TreePath of(TreePath inner) {
    TreePath value = inner;
    while (passes(value.getParentPath().getLeaf(), value.getLeaf())) {
      value = value.getParentPath();
    }
    return value;
  }

  private static boolean passes(Tree outer, Tree inner) {
    return outer instanceof ParenthesizedTree
        || outer instanceof TypeCastTree
        || (outer instanceof ConditionalExpressionTree choice && choice.getCondition() != inner);
  }
}
