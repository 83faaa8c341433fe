package dev.baton.checker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.EndPosTable;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.ContextModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks code that is right: each place where a local gets a context to cancel, or what it takes to
 * put one back, in each of the ways in which people forget it.
 */
final class SeededFaults {

  private static final ImmutableList<ContextModel> MODELS =
      ImmutableList.of(ContextModel.GRPC, ContextModel.OPENTELEMETRY);

  private SeededFaults() {}

  /**
   * A file that is broken in one place.
   *
   * @param line of the call that the fault is reported at
   * @param way what was done to it
   */
  record Fault(int line, String way, String text) {}

  /** All of an attributed file. */
  static ImmutableList<Fault> in(CompilationUnitTree unit, String text, Types types) {
    Sites sites = new Sites((JCCompilationUnit) unit, text, types);
    sites.scan(new TreePath(unit), null);
    return ImmutableList.copyOf(sites.faults);
  }

  /** Finds the places and breaks them. */
  private static final class Sites extends TreePathScanner<@Nullable Void, @Nullable Void> {
    final List<Fault> faults = new ArrayList<>();
    private final JCCompilationUnit unit;
    private final EndPosTable ends;
    private final String text;
    private final Types types;

    Sites(JCCompilationUnit unit, String text, Types types) {
      this.unit = unit;
      this.ends = unit.endPositions;
      this.text = text;
      this.types = types;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      ExpressionTree value =
          tree.getInitializer() == null ? null : ASTHelpers.stripParentheses(tree.getInitializer());
      if (value instanceof MethodInvocationTree call
          && TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol local
          && !local.getKind().isField()) {
        for (ContextModel model : MODELS) {
          ImmutableSet<String> enders = endersOf(call, model);
          if (!enders.isEmpty()) {
            breakSite(tree, call, local, enders);
          }
        }
      }
      return super.visitVariable(tree, null);
    }

    /** The methods that end what the call begins; none where it begins nothing. */
    private static ImmutableSet<String> endersOf(MethodInvocationTree call, ContextModel model) {
      MethodSymbol method = ASTHelpers.getSymbol(call);
      String name = method.getSimpleName().toString();
      String returned = method.getReturnType().tsym.getQualifiedName().toString();
      if (model.attachmentType().equals(returned) && model.attachingMethods().contains(name)) {
        return model.detachingMethods();
      }
      return model.ownerTypes().contains(returned) && model.creatingMethods().contains(name)
          ? model.cancellingMethods()
          : ImmutableSet.of();
    }

    private void breakSite(
        VariableTree tree,
        MethodInvocationTree call,
        VarSymbol local,
        ImmutableSet<String> enders) {
      int line = unit.getLineMap().getLineNumber(((JCTree) call).getPreferredPosition());
      TreePath outer = getCurrentPath().getParentPath();
      if (outer.getLeaf() instanceof TryTree attempt) {
        withoutResource(attempt, tree, line);
        return;
      }
      if (!(outer.getLeaf() instanceof BlockTree)) {
        return;
      }
      Enders found = new Enders(local, enders);
      found.scan(outer.getLeaf(), null);
      if (found.statements.isEmpty()) {
        return; // somebody else has it
      }
      add(line, "nothing ends it", found.statements.stream().map(s -> edit(s, ";")).toList());
      if (found.statements.size() > 1) {
        for (Tree statement : found.statements) {
          add(line, "one end is gone", List.of(edit(statement, ";")));
        }
      }
      for (TryTree attempt : found.tries) {
        withoutFinally(attempt, line);
      }
      int after = end(tree);
      String leave = leaving(outer);
      if (leave != null) {
        add(
            line,
            "a return before it",
            List.of(new Edit(after, after, " if (System.nanoTime() == 0) { " + leave + " }")));
      }
      add(line, "overwritten", List.of(new Edit(after, after, " " + tree.getName() + " = null;")));
    }

    /** The resource becomes a local of the block. */
    private void withoutResource(TryTree attempt, VariableTree resource, int line) {
      if (attempt.getResources().size() != 1) {
        return;
      }
      boolean isPlain = attempt.getCatches().isEmpty() && attempt.getFinallyBlock() == null;
      int block = start(attempt.getBlock());
      List<Edit> edits = new ArrayList<>();
      edits.add(new Edit(start(attempt), start(resource), isPlain ? "{ " : "try { "));
      String gap = text.substring(end(resource), block);
      edits.add(new Edit(end(resource), block, ";" + gap.replaceAll("[^\\r\\n]", "")));
      edits.add(new Edit(end(attempt.getBlock()), end(attempt.getBlock()), " }"));
      add(line, "no resource", edits);
    }

    private void withoutFinally(TryTree attempt, int line) {
      List<Edit> edits = new ArrayList<>();
      boolean isPlain = attempt.getCatches().isEmpty() && attempt.getResources().isEmpty();
      if (isPlain) {
        edits.add(new Edit(start(attempt), start(attempt) + "try".length(), ""));
      }
      int before =
          attempt.getCatches().isEmpty()
              ? end(attempt.getBlock())
              : end(attempt.getCatches().get(attempt.getCatches().size() - 1));
      int keyword = text.indexOf("finally", before);
      edits.add(new Edit(keyword, keyword + "finally".length(), ""));
      add(line, "no finally", edits);
    }

    /** A statement that leaves the method or lambda around; null where there is none. */
    private @Nullable String leaving(TreePath place) {
      for (Tree tree : place) {
        if (tree instanceof MethodTree method) {
          return leaving(ASTHelpers.getSymbol(method).getReturnType());
        }
        if (tree instanceof LambdaExpressionTree lambda) {
          return leaving(types.findDescriptorType(ASTHelpers.getType(lambda)).getReturnType());
        }
      }
      return null;
    }

    private static String leaving(Type returned) {
      return switch (returned.getTag()) {
        case VOID, NONE -> "return;";
        case BOOLEAN -> "return false;";
        case BYTE, CHAR, SHORT, INT, LONG, FLOAT, DOUBLE -> "return 0;";
        default -> "return null;";
      };
    }

    private void add(int line, String way, List<Edit> edits) {
      StringBuilder broken = new StringBuilder(text);
      edits.stream()
          .sorted((one, other) -> other.start - one.start)
          .forEach(edit -> broken.replace(edit.start, edit.end, edit.text));
      faults.add(new Fault(line, way, broken.toString()));
    }

    private record Edit(int start, int end, String text) {}

    private Edit edit(Tree tree, String text) {
      return new Edit(start(tree), end(tree), text);
    }

    private static int start(Tree tree) {
      return ASTHelpers.getStartPosition(tree);
    }

    private int end(Tree tree) {
      return TreeInfo.getEndPos((JCTree) tree, ends);
    }
  }

  /** The statements that end what a local keeps, and the tries in whose finally they stand. */
  private static final class Enders extends TreeScanner<@Nullable Void, @Nullable Void> {
    final List<Tree> statements = new ArrayList<>();
    final List<TryTree> tries = new ArrayList<>();
    private final VarSymbol local;
    private final ImmutableSet<String> methods;

    Enders(VarSymbol local, ImmutableSet<String> methods) {
      this.local = local;
      this.methods = methods;
    }

    @Override
    public @Nullable Void visitExpressionStatement(
        ExpressionStatementTree tree, @Nullable Void unused) {
      if (tree.getExpression() instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree select
          && methods.contains(select.getIdentifier().toString())
          && (isLocal(select.getExpression())
              || call.getArguments().stream().anyMatch(this::isLocal))) {
        statements.add(tree);
      }
      return super.visitExpressionStatement(tree, null);
    }

    private boolean isLocal(Tree tree) {
      return local.equals(TreeInfo.symbolFor((JCTree) tree));
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
      int before = statements.size();
      super.visitTry(tree, null);
      if (tree.getFinallyBlock() != null && statements.size() > before) {
        Enders last = new Enders(local, methods);
        last.scan(tree.getFinallyBlock(), null);
        if (!last.statements.isEmpty()) {
          tries.add(tree);
        }
      }
      return null;
    }
  }
}
