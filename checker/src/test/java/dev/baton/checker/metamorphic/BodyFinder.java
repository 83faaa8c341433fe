package dev.baton.checker.metamorphic;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the bodies with statements in a file that javac has looked through. */
final class BodyFinder extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final ImmutableSet<String> NULLABLE = ImmutableSet.of("Nullable", "CheckForNull");

  private final CompilationUnitTree unit;
  private final String text;
  private final SourcePositions positions;
  private final Types types;
  private final ImmutableList.Builder<Body> bodies = ImmutableList.builder();

  private BodyFinder(CompilationUnitTree unit, String text, JavacTask task) {
    this.unit = unit;
    this.text = text;
    this.positions = Trees.instance(task).getSourcePositions();
    this.types = Types.instance(((BasicJavacTask) task).getContext());
  }

  static ImmutableList<Body> bodiesIn(CompilationUnitTree unit, String text, JavacTask task) {
    BodyFinder finder = new BodyFinder(unit, text, task);
    finder.scan(unit, null);
    return finder.bodies.build();
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    if (tree.getBody() != null) {
      MethodSymbol method = ASTHelpers.getSymbol(tree);
      add(
          tree.getBody(),
          resultOf(tree),
          method.getThrownTypes(),
          ((JCMethodDecl) tree).completesNormally,
          method.getSimpleName().contentEquals("main"));
    }
    return super.visitMethod(tree, null);
  }

  private @Nullable String resultOf(MethodTree tree) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (method.isConstructor() || method.getReturnType().isPrimitiveOrVoid()) {
      return boxed(method.getReturnType());
    }
    return (mayReturnNull(method) ? "@" + Nullable.class.getName() + " " : "")
        + textOf(tree.getReturnType());
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    if (tree.getBody() instanceof BlockTree block) {
      Type implemented = types.findDescriptorType(ASTHelpers.getType(tree));
      Type result = implemented.getReturnType();
      add(
          block,
          result.isPrimitiveOrVoid() ? boxed(result) : result.toString(),
          implemented.getThrownTypes(),
          ((JCLambda) tree).canCompleteNormally,
          false);
    }
    return super.visitLambdaExpression(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    for (Tree member : tree.getMembers()) {
      if (member instanceof BlockTree initializer) {
        add(initializer, null, List.of(), true, false);
      }
    }
    return super.visitClass(tree, null);
  }

  private void add(
      BlockTree block,
      @Nullable String result,
      List<Type> thrown,
      boolean completes,
      boolean isOfMain) {
    int start = text.indexOf('{', (int) positions.getStartPosition(unit, block)) + 1;
    int end = (int) positions.getEndPosition(unit, block) - 1;
    // A body that nobody has written ends nowhere, and neither does a call of super() in another.
    if (end < start) {
      return;
    }
    boolean saysSomething = false;
    for (StatementTree statement : block.getStatements()) {
      if (callsConstructor(statement)) {
        start = Math.max(start, (int) positions.getEndPosition(unit, statement));
      } else {
        saysSomething = true;
      }
    }
    if (saysSomething) {
      bodies.add(
          new Body(
              start,
              end,
              result,
              exceptions(thrown),
              completes,
              thrown.size() <= 2 && Captures.arePossible(block),
              isOfMain));
    }
  }

  private static boolean callsConstructor(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && ASTHelpers.getSymbol(call).isConstructor();
  }

  private static String exceptions(List<Type> thrown) {
    return Stream.concat(
            thrown.stream().map(Type::toString), Stream.generate(RuntimeException.class::getName))
        .limit(2)
        .collect(joining(", "));
  }

  private @Nullable String boxed(@Nullable Type type) {
    return type == null || !type.isPrimitive() ? null : types.boxedClass(type).toString();
  }

  private String textOf(Tree tree) {
    return text.substring(
        (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
  }

  private boolean mayReturnNull(MethodSymbol method) {
    return Stream.concat(Stream.of(method), ASTHelpers.findSuperMethods(method, types).stream())
        .flatMap(
            declared ->
                Stream.<Attribute.Compound>concat(
                    declared.getAnnotationMirrors().stream(),
                    declared.getReturnType().getAnnotationMirrors().stream()))
        .anyMatch(mark -> NULLABLE.contains(mark.type.tsym.getSimpleName().toString()));
  }
}
