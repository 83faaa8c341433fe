package dev.baton.checker.fix;

import static com.google.errorprone.util.ASTHelpers.getType;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Whether code that uses a local means the same when the local is declared with a subtype of its
 * type: no other overload becomes applicable, nothing is inferred from it, and no catch clause
 * waits for an exception that only the supertype's method declares.
 */
final class Narrowing extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final VarSymbol local;
  private final Type narrow;
  private final VisitorState state;
  private final Types types;

  private boolean matters;

  private Narrowing(VarSymbol local, Type narrow, VisitorState state) {
    this.local = local;
    this.narrow = narrow;
    this.state = state;
    this.types = state.getTypes();
  }

  static boolean isHarmless(VarSymbol local, Type narrow, RestOfBlock rest, VisitorState state) {
    Narrowing narrowing = new Narrowing(local, narrow, state);
    for (StatementTree statement : rest.statements()) {
      narrowing.scan(new TreePath(rest.scope(), statement), null);
    }
    return !narrowing.matters;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    if (local.equals(TreeInfo.symbolFor((JCTree) tree))) {
      matters |= mattersTo(getCurrentPath().getParentPath(), tree);
    }
    return null;
  }

  private boolean mattersTo(TreePath path, Tree name) {
    Tree parent = path.getLeaf();
    return switch (parent.getKind()) {
      case MEMBER_SELECT -> mattersToCall((MemberSelectTree) parent, path.getParentPath());
      case METHOD_INVOCATION ->
          mattersAsArgument((MethodInvocationTree) parent, (ExpressionTree) name);
      case VARIABLE -> ASTHelpers.hasImplicitType((VariableTree) parent, state);
      case EQUAL_TO, NOT_EQUAL_TO, PLUS, PLUS_ASSIGNMENT -> false;
      default -> true;
    };
  }

  /** The subtype must override the method, or inherit it, and may have no other of the name. */
  private boolean mattersToCall(MemberSelectTree select, TreePath path) {
    return !(path.getLeaf() instanceof MethodInvocationTree call)
        || call.getMethodSelect() != select
        || !(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)
        || isOverloaded(method)
        || (declaresChecked(method) && isWithinSpecificCatch(path));
  }

  private boolean isOverloaded(MethodSymbol method) {
    int arguments = method.getParameters().size();
    for (Type type : types.closure(narrow)) {
      boolean isNarrower = !types.isSubtype(local.type, type);
      for (var member : type.tsym.members().getSymbolsByName(method.name)) {
        if (isNarrower
            && member instanceof MethodSymbol other
            && (other.getParameters().size() == arguments || other.isVarArgs())
            && !other.overrides(method, narrow.tsym, types, true)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean declaresChecked(MethodSymbol method) {
    return method.getThrownTypes().stream()
        .anyMatch(thrown -> ASTHelpers.isCheckedExceptionType(thrown, state));
  }

  /** Whether a catch clause around is only reachable by some checked exception. */
  private boolean isWithinSpecificCatch(TreePath path) {
    for (Tree tree : path) {
      if (tree instanceof TryTree attempt
          && attempt.getCatches().stream().anyMatch(this::isSpecific)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSpecific(CatchTree clause) {
    Type caught = getType(clause.getParameter());
    return clause.getParameter().getType() instanceof UnionTypeTree
        || (ASTHelpers.isCheckedExceptionType(caught, state)
            && caught.tsym != state.getSymtab().exceptionType.tsym
            && caught.tsym != state.getSymtab().throwableType.tsym);
  }

  /** Another method of the name might take the subtype, and be preferred. */
  private boolean mattersAsArgument(MethodInvocationTree call, ExpressionTree argument) {
    int index = call.getArguments().indexOf(argument);
    if (index < 0
        || !(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)
        || index >= method.type.getParameterTypes().size()
        || method.type.getParameterTypes().get(index).hasTag(TypeTag.TYPEVAR)) {
      return true;
    }
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    Type site =
        receiver == null ? ASTHelpers.enclosingClass(local).type : ASTHelpers.getType(receiver);
    return hasOverloadForNarrow(method, method.owner.type) || hasOverloadForNarrow(method, site);
  }

  private boolean hasOverloadForNarrow(MethodSymbol method, @Nullable Type site) {
    if (site == null) {
      return true;
    }
    for (Type type : types.closure(types.skipTypeVars(site, false))) {
      for (var member : type.tsym.members().getSymbolsByName(method.name)) {
        if (member instanceof MethodSymbol other
            && other != method
            && other.type.getParameterTypes().stream()
                .anyMatch(p -> types.isSubtype(narrow, p) && !types.isSubtype(local.type, p))) {
          return true;
        }
      }
    }
    return false;
  }
}
