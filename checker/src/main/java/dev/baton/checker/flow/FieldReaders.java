package dev.baton.checker.flow;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which methods read a field, as far as the code of its outermost class shows.
 *
 * <p>Code in a lambda, or in a class inside a method, belongs to the method of the field's own
 * class around it. Initialisers belong to the constructors, and these do not count as readers.
 */
public final class FieldReaders extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final VarSymbol field;
  private final Set<MethodSymbol> readers = new LinkedHashSet<>();
  private final SetMultimap<MethodSymbol, MethodSymbol> callers = HashMultimap.create();

  private FieldReaders(VarSymbol field) {
    this.field = field;
  }

  /**
   * Whether methods that satisfy the predicate read the field, and only they, constructors and
   * private methods that only they call.
   */
  public static boolean allSatisfy(
      Predicate<MethodSymbol> predicate, VarSymbol field, TreePath outermost) {
    FieldReaders reads = new FieldReaders(field);
    reads.scan(outermost, null);
    Set<MethodSymbol> satisfying = new HashSet<>();
    Set<MethodSymbol> seen = new HashSet<>();
    for (MethodSymbol reader : reads.readers) {
      if (!reads.isReachedOnlyFrom(predicate, reader, satisfying, seen)) {
        return false;
      }
    }
    return !satisfying.isEmpty();
  }

  private boolean isReachedOnlyFrom(
      Predicate<MethodSymbol> predicate,
      MethodSymbol method,
      Set<MethodSymbol> satisfying,
      Set<MethodSymbol> seen) {
    if (!seen.add(method) || method.isConstructor()) {
      return true;
    }
    if (predicate.test(method)) {
      satisfying.add(method);
      return true;
    }
    if (!method.isPrivate()) {
      return false;
    }
    for (MethodSymbol caller : callers.get(method)) {
      if (!isReachedOnlyFrom(predicate, caller, satisfying, seen)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    read(ASTHelpers.getSymbol(tree));
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    read(ASTHelpers.getSymbol(tree));
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    call(ASTHelpers.getSymbol(tree));
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    call(ASTHelpers.getSymbol(tree));
    return super.visitMemberReference(tree, null);
  }

  private void read(@Nullable Symbol symbol) {
    if (symbol == field && !isAssigned()) {
      add(readers);
    }
  }

  private boolean isAssigned() {
    return getCurrentPath().getParentPath().getLeaf() instanceof AssignmentTree assignment
        && assignment.getVariable() == getCurrentPath().getLeaf();
  }

  private void call(@Nullable Symbol symbol) {
    if (!(symbol instanceof MethodSymbol method)) {
      return;
    }
    if (isAccessor(method)) {
      add(readers);
    } else if (method.isPrivate()) {
      enclosing().ifPresent(caller -> callers.put(method, caller));
    }
  }

  /** Whether the record of the field gives it out by the method. */
  private boolean isAccessor(MethodSymbol method) {
    return method.owner == field.owner
        && ASTHelpers.isRecord(method.owner)
        && method.getParameters().isEmpty()
        && method.name.equals(field.name);
  }

  private void add(Set<MethodSymbol> methods) {
    enclosing().ifPresent(methods::add);
  }

  /** The outermost method around the tree that stands in the field's own class, if it can. */
  private Optional<MethodSymbol> enclosing() {
    MethodTree outermost = null;
    for (Tree tree : getCurrentPath()) {
      if (tree instanceof MethodTree method) {
        outermost = method;
      }
      if (tree instanceof ClassTree type && ASTHelpers.getSymbol(type) == field.owner) {
        break;
      }
    }
    return Optional.ofNullable(outermost).map(ASTHelpers::getSymbol);
  }
}
