package dev.baton.checker.report;

import static com.google.errorprone.util.ASTHelpers.getType;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ArrayType;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;

/** How it is told that a context is not cancelled. */
public final class Losses {

  private static final String DROPPED = "is dropped";

  private Losses() {}

  /** A local of whose context some path does not dispose. */
  public static String lost(VarSymbol local, String escape, String remedy) {
    return "`"
        + local.getSimpleName()
        + "` is not cancelled on every path: "
        + escape
        + "; "
        + remedy;
  }

  /** A context that no variable keeps as what it is. */
  public static String discarded(MethodInvocationTree creation, Tree slot, VisitorState state) {
    boolean isResult =
        slot instanceof ReturnTree
            || (slot instanceof LambdaExpressionTree lambda && !isOfVoid(lambda, state));
    return "the context that `"
        + nameOf(creation)
        + "` creates "
        + (isResult || !(slot instanceof LambdaExpressionTree) ? loss(creation, slot) : DROPPED)
        + ", so nothing can cancel it; "
        + Remedies.ofDiscarded(creation, slot, isResult);
  }

  /** A method reference whose functional interface yields a plain context, or nothing. */
  public static String discarded(MemberReferenceTree reference) {
    return "the contexts that `"
        + reference.getName()
        + "` creates are lost through this reference, so nothing can cancel them; write a lambda"
        + " that does, or yield the owner type";
  }

  /** A field that nobody cancels. */
  public static String neverCancelled(VarSymbol field) {
    return "field `"
        + field.getSimpleName()
        + "` is never cancelled by the code of `"
        + ASTHelpers.outermostClass(field).getSimpleName()
        + "`; cancel it where its owner ends, as in a method `close()`";
  }

  /** An annotation on a method that returns nothing one could cancel. */
  public static String notCancellable(MethodSymbol method) {
    return "`"
        + method.getSimpleName()
        + "` returns `"
        + Remedies.simpleNameOf(method.getReturnType())
        + "`, which can neither be cancelled nor closed; return the owner type, or remove"
        + " `@MustCancel`";
  }

  private static String loss(MethodInvocationTree creation, Tree slot) {
    if (slot instanceof VariableTree variable) {
      return isDropped(variable) ? DROPPED : keptIn(variable);
    }
    if (slot instanceof AssignmentTree assignment) {
      return keptIn(assignment.getVariable());
    }
    if (slot instanceof MethodInvocationTree call) {
      return isAmongArguments(creation, call)
          ? "is passed to `" + nameOf(call) + "`"
          : "serves only to call `" + nameOf(call) + "`";
    }
    return switch (slot.getKind()) {
      case NEW_CLASS -> "is passed to `new " + ((NewClassTree) slot).getIdentifier() + "`";
      case RETURN -> "is returned as a plain context";
      case LAMBDA_EXPRESSION -> "is lost as the result of a lambda";
      case NEW_ARRAY -> "is kept in an array of `" + Remedies.simpleNameOf(elementOf(slot)) + "`";
      case TYPE_CAST -> "is cast to a plain `" + Remedies.simpleNameOf(getType(slot)) + "`";
      case INSTANCE_OF, EQUAL_TO, NOT_EQUAL_TO -> "is only compared";
      case PLUS, PLUS_ASSIGNMENT -> "only becomes text";
      default -> DROPPED;
    };
  }

  /** Whether the lambda stands for a function that returns nothing. */
  private static boolean isOfVoid(LambdaExpressionTree lambda, VisitorState state) {
    return state
        .getTypes()
        .findDescriptorType(getType(lambda))
        .getReturnType()
        .hasTag(TypeTag.VOID);
  }

  private static boolean isAmongArguments(MethodInvocationTree value, MethodInvocationTree call) {
    int start = ASTHelpers.getStartPosition(value);
    return !call.getArguments().isEmpty()
        && start >= ASTHelpers.getStartPosition(call.getArguments().get(0));
  }

  private static boolean isDropped(VariableTree variable) {
    return variable.getName().isEmpty() || variable.getName().contentEquals("unused");
  }

  private static String keptIn(Tree variable) {
    Symbol symbol = TreeInfo.symbolFor((JCTree) variable);
    String type = "a plain `" + Remedies.simpleNameOf(getType(variable)) + "`";
    return symbol instanceof VarSymbol
        ? "is kept in `" + symbol.getSimpleName() + "`, " + type
        : "is kept in " + type;
  }

  private static Type elementOf(Tree array) {
    return ((ArrayType) getType(array)).elemtype;
  }

  /** As the source has it: a constructor is called {@code this} or {@code super}. */
  private static String nameOf(MethodInvocationTree call) {
    return TreeInfo.name((JCTree) call.getMethodSelect()).toString();
  }
}
