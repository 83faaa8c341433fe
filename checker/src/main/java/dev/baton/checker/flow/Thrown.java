package dev.baton.checker.flow;

import static com.google.errorprone.util.ASTHelpers.getType;
import static com.google.errorprone.util.ASTHelpers.isSubtype;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.suppliers.Supplier;
import com.google.errorprone.suppliers.Suppliers;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which exceptions come out of a call, and which catch clause they reach. */
final class Thrown {

  private static final Supplier<Type> ERROR = Suppliers.typeFromString("java.lang.Error");

  private final VisitorState state;

  Thrown(VisitorState state) {
    this.state = state;
  }

  /** The checked exceptions that the callee declares, as they are at this call. */
  ImmutableList<Type> by(MethodInvocationTree call) {
    return checked(getType(call.getMethodSelect()));
  }

  /** Those of an anonymous class are also what its initializers throw. */
  ImmutableList<Type> by(NewClassTree tree) {
    JCNewClass creation = (JCNewClass) tree;
    return checked(
        creation.def != null && creation.constructor != null
            ? creation.constructor.type
            : creation.constructorType);
  }

  /** The checked exceptions of the {@code close()} at the end of a try with this resource. */
  ImmutableList<Type> byClosing(Tree resource) {
    Type type = getType(resource);
    if (type == null) {
      return ImmutableList.of();
    }
    try {
      for (Type supertype : closureOf(type)) {
        for (Symbol close : supertype.tsym.members().getSymbolsByName(state.getNames().close)) {
          if (close instanceof MethodSymbol method && method.getParameters().isEmpty()) {
            return checked(state.getTypes().memberType(type, method));
          }
        }
      }
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path; what it declares cannot be seen.
    }
    return ImmutableList.of();
  }

  /** A type variable has no members of its own. */
  private List<Type> closureOf(Type type) {
    Types types = state.getTypes();
    return types.closure(types.skipTypeVars(type, /* capture= */ false));
  }

  /** The roots of all that any callee may throw without saying so. */
  ImmutableList<Type> unchecked() {
    return ImmutableList.of(state.getSymtab().runtimeExceptionType, ERROR.get(state));
  }

  private ImmutableList<Type> checked(@Nullable Type method) {
    ImmutableList.Builder<Type> checked = ImmutableList.builder();
    if (method != null) {
      for (Type type : method.getThrownTypes()) {
        if (ASTHelpers.isCheckedExceptionType(type, state)) {
          checked.add(type);
        }
      }
    }
    return checked.build();
  }

  /** Whether one of the catch clauses gets exceptions that a callee need not declare. */
  boolean catchUnchecked(List<? extends CatchTree> handlers) {
    return handlers.stream()
        .flatMap(handler -> caught(handler).stream())
        .anyMatch(caught -> unchecked().stream().anyMatch(type -> overlap(caught, type)));
  }

  /** Whether one of the catch clauses catches every exception of the type. */
  boolean isSurelyCaught(Type type, List<? extends CatchTree> handlers) {
    return handlers.stream()
        .flatMap(handler -> caught(handler).stream())
        .anyMatch(caught -> isSubtype(type, caught, state));
  }

  /** Whether an exception of the type gets to the catch clause, past those before it. */
  boolean mayReach(Type type, CatchTree handler, List<? extends CatchTree> handlers) {
    return !isSurelyCaught(type, handlers.subList(0, handlers.indexOf(handler)))
        && caught(handler).stream().anyMatch(caught -> overlap(caught, type));
  }

  /** What of the type the catch clause catches: all of it, or the narrower types that it names. */
  ImmutableList<Type> caughtOf(Type type, CatchTree handler) {
    return caught(handler).stream()
        .filter(caught -> overlap(caught, type))
        .map(caught -> isSubtype(type, caught, state) ? type : caught)
        .collect(ImmutableList.toImmutableList());
  }

  private boolean overlap(Type one, Type other) {
    return isSubtype(one, other, state) || isSubtype(other, one, state);
  }

  private static ImmutableList<Type> caught(CatchTree handler) {
    Tree type = handler.getParameter().getType();
    List<? extends Tree> alternatives =
        type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
    ImmutableList.Builder<Type> types = ImmutableList.builder();
    for (Tree alternative : alternatives) {
      Type caught = getType(alternative);
      if (caught != null) {
        types.add(caught);
      }
    }
    return types.build();
  }
}
