package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Overloads that take a context first and otherwise what the method takes that is called.
 *
 * <p>Not thread-safe; javac runs its plugins on one thread.
 */
public final class ContextOverloads {

  private final Contexts contexts;

  /** The file for which {@link #classes} holds. */
  private @Nullable CompilationUnitTree unit;

  /** The classes of the file, but for local ones. */
  private List<ClassSymbol> classes = List.of();

  /** The class on which a method was last called, where no method of its name takes a context. */
  private final Map<MethodSymbol, TypeSymbol> without = new HashMap<>();

  public ContextOverloads(Contexts contexts) {
    this.contexts = contexts;
  }

  /** Whether the tree is a call of a method that may have such an overload; cheap. */
  public boolean mayExistFor(Tree call, VisitorState state) {
    MethodSymbol callee = Parameter.calleeOf(call);
    if (callee == null || takesContext(callee, state)) {
      return false;
    }
    if (callee.isConstructor() || !isUnqualified(call)) {
      return find(siteOf(call, callee), callee, state) != null;
    }
    if (find(callee.owner.type, callee, state) != null) {
      return true;
    }
    for (ClassSymbol type : classesOf(state)) {
      if (type.isSubClass(callee.owner, state.getTypes())
          && find(type.type, callee, state) != null) {
        return true;
      }
    }
    return false;
  }

  /** The overload that the call at hand could have been for, if it is accessible there. */
  public Optional<MethodSymbol> of(VisitorState state) {
    Tree call = state.getPath().getLeaf();
    MethodSymbol callee = Parameter.calleeOf(call);
    if (callee == null) {
      return Optional.empty();
    }
    Type site =
        callee.isConstructor() || !isUnqualified(call)
            ? siteOf(call, callee)
            : classAround(state.getPath(), callee, state);
    return Optional.ofNullable(find(site, callee, state))
        .filter(overload -> isAccessible(overload, state));
  }

  private boolean takesContext(MethodSymbol callee, VisitorState state) {
    for (Type taken : callee.type.getParameterTypes()) {
      if (contexts.isContext(taken, state)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnqualified(Tree call) {
    return !(call instanceof JCMethodInvocation invocation
        && invocation.meth instanceof JCFieldAccess);
  }

  /** The type whose method is called. */
  private static @Nullable Type siteOf(Tree call, MethodSymbol callee) {
    if (callee.isConstructor()) {
      return callee.owner.type;
    }
    Type type = ((JCFieldAccess) ((JCMethodInvocation) call).meth).selected.type;
    return type instanceof TypeVar variable ? variable.getUpperBound() : type;
  }

  /** The innermost class around that has the method; it is imported where there is none. */
  private static Type classAround(TreePath path, MethodSymbol callee, VisitorState state) {
    for (Tree tree : path) {
      if (tree instanceof ClassTree type
          && ASTHelpers.getSymbol(type).isSubClass(callee.owner, state.getTypes())) {
        return ASTHelpers.getSymbol(type).type;
      }
    }
    return callee.owner.type;
  }

  private @Nullable MethodSymbol find(
      @Nullable Type site, MethodSymbol callee, VisitorState state) {
    // A method of a context has one already: what it is called on.
    if (!(site instanceof ClassType) || site.isErroneous() || contexts.isContext(site, state)) {
      return null;
    }
    if (without.get(callee) == site.tsym) {
      return null;
    }
    boolean isWithout = true;
    try {
      Types types = state.getTypes();
      List<Type> declaring = callee.isConstructor() ? List.of(site) : types.closure(site);
      for (Type type : declaring) {
        for (Symbol member : type.tsym.members().getSymbolsByName(callee.name)) {
          if (!(member instanceof MethodSymbol overload)
              || overload.isStatic() != callee.isStatic()
              || !takesContextBefore(overload, callee, state)) {
            continue;
          }
          if (isSameBehindContext(overload, callee, site, types)) {
            return overload;
          }
          isWithout = false;
        }
      }
      if (isWithout) {
        without.put(callee, site.tsym);
      }
      return null;
    } catch (CompletionFailure missing) {
      // A type that one of the signatures mentions is not on the class path.
      return null;
    }
  }

  private boolean takesContextBefore(
      MethodSymbol overload, MethodSymbol callee, VisitorState state) {
    List<Type> taken = overload.type.getParameterTypes();
    return taken.size() == callee.type.getParameterTypes().size() + 1
        && contexts.isContext(taken.get(0), state);
  }

  /** Whether the other parameters are the same, with the methods' own type variables renamed. */
  private static boolean isSameBehindContext(
      MethodSymbol overload, MethodSymbol callee, Type site, Types types) {
    Type wanted = types.memberType(site, callee);
    Type found = types.memberType(site, overload);
    return wanted.getTypeArguments().size() == found.getTypeArguments().size()
        && types.isSameTypes(
            wanted.getParameterTypes(),
            types.subst(
                found.getParameterTypes().tail,
                found.getTypeArguments(),
                wanted.getTypeArguments()));
  }

  /** Whether code at this place may call it: JLS 6.6 for members of an accessible type. */
  private static boolean isAccessible(MethodSymbol method, VisitorState state) {
    if ((method.flags() & Flags.PUBLIC) != 0) {
      return true;
    }
    boolean isCreation =
        method.isConstructor() && state.getPath().getLeaf() instanceof NewClassTree;
    for (Tree tree : state.getPath()) {
      if (!(tree instanceof ClassTree type)) {
        continue;
      }
      ClassSymbol around = ASTHelpers.getSymbol(type);
      ClassSymbol here = ASTHelpers.outermostClass(around);
      ClassSymbol there = ASTHelpers.outermostClass(method);
      if (here == there || ((method.flags() & Flags.PRIVATE) == 0 && here.owner == there.owner)) {
        return true;
      }
      if ((method.flags() & Flags.PROTECTED) != 0
          && !isCreation
          && around.isSubClass(method.owner, state.getTypes())) {
        return true;
      }
    }
    return false;
  }

  private List<ClassSymbol> classesOf(VisitorState state) {
    CompilationUnitTree current = state.getPath().getCompilationUnit();
    if (unit != current) {
      unit = current;
      classes = new ArrayList<>();
      current.getTypeDecls().forEach(this::addClasses);
    }
    return classes;
  }

  private void addClasses(Tree tree) {
    // Where the code does not compile it may have no symbol.
    if (tree instanceof JCClassDecl type && type.sym != null) {
      classes.add(type.sym);
      type.getMembers().forEach(this::addClasses);
    }
  }
}
