package dev.baton.checker.corpora;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
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
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Breaks code that is right: each place where a local gets a context to cancel, or what it takes to
 * put one back, in each of the ways in which people forget it.
 */
final class SeededFaults {

  private static final ImmutableList<ContextModel> MODELS =
      ImmutableList.of(ContextModel.GRPC, ContextModel.OPENTELEMETRY);

  private static final Pattern CREATES =
      Pattern.compile("(with|new|create|open|start|derive|fork|make|begin|acquire)([A-Z].*)?");

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

    /** The code of the context type itself makes contexts, and is not checked. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      String name = ASTHelpers.getSymbol(tree).getQualifiedName().toString();
      return MODELS.stream().anyMatch(model -> model.contextType().equals(name))
          ? null
          : super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      MethodInvocationTree call = begunBy(tree.getInitializer());
      if (call != null && TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable) {
        Tree outer = getCurrentPath().getParentPath().getLeaf();
        if (outer instanceof TryTree attempt) {
          breakResource(attempt, tree, lineOf(call));
        } else if (outer instanceof BlockTree block) {
          breakSite(tree, block, call, variable);
        } else if (variable.getKind().isField() && variable.isPrivate()) {
          breakField(call, variable, tree);
        }
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(
        ExpressionStatementTree tree, @Nullable Void unused) {
      if (tree.getExpression() instanceof AssignmentTree assignment
          && getCurrentPath().getParentPath().getLeaf() instanceof BlockTree
          && TreeInfo.symbolFor((JCTree) assignment.getVariable()) instanceof VarSymbol variable
          // To a parameter others may give it, or a field.
          && variable.getKind() == ElementKind.LOCAL_VARIABLE) {
        MethodInvocationTree call = begunBy(assignment.getExpression());
        if (call != null) {
          breakSite(tree, bodyAround(), call, variable);
        }
      }
      return super.visitExpressionStatement(tree, null);
    }

    /** The call by which a value is begun that somebody must end; null where there is none. */
    private static @Nullable MethodInvocationTree begunBy(@Nullable ExpressionTree value) {
      ExpressionTree whole = value == null ? null : ASTHelpers.stripParentheses(value);
      if (whole instanceof ConditionalExpressionTree choice) {
        MethodInvocationTree first = begunBy(choice.getTrueExpression());
        return first != null ? first : begunBy(choice.getFalseExpression());
      }
      return whole instanceof MethodInvocationTree call && !endersOf(call).isEmpty() ? call : null;
    }

    /** The methods that end what the call begins; none where it begins nothing. */
    private static ImmutableSet<String> endersOf(MethodInvocationTree call) {
      MethodSymbol method = ASTHelpers.getSymbol(call);
      String name = method.getSimpleName().toString();
      String returned = method.getReturnType().tsym.getQualifiedName().toString();
      for (ContextModel model : MODELS) {
        if (model.attachmentType().equals(returned) && model.attachingMethods().contains(name)) {
          return model.detachingMethods();
        }
        if (model.ownerTypes().contains(returned) && CREATES.matcher(name).matches()) {
          return model.cancellingMethods();
        }
      }
      return ImmutableSet.of();
    }

    private int lineOf(MethodInvocationTree call) {
      return unit.getLineMap().getLineNumber(((JCTree) call).getPreferredPosition());
    }

    /** The body of the method, lambda or initializer around. */
    private Tree bodyAround() {
      Tree outermost = getCurrentPath().getLeaf();
      for (Tree tree : getCurrentPath()) {
        boolean isInside =
            tree instanceof StatementTree || tree instanceof CatchTree || tree instanceof CaseTree;
        if (!isInside || tree instanceof ClassTree) {
          break;
        }
        outermost = tree;
      }
      return outermost;
    }

    /**
     * @param begin the statement by which the variable gets the value
     * @param around where the value is ended
     */
    private void breakSite(Tree begin, Tree around, MethodInvocationTree call, VarSymbol variable) {
      LocalUses uses = new LocalUses(variable, endersOf(call));
      uses.scan(around, null);
      if (uses.enders.isEmpty() && !uses.isHandedOn) {
        return; // it is broken already
      }
      int line = lineOf(call);
      if (!uses.isHandedOn) {
        add(line, "nothing ends it", uses.enders.stream().map(this::without).toList());
        if (uses.enders.size() > 1) {
          for (Tree ender : uses.enders) {
            add(line, "one end is gone", List.of(without(ender)));
          }
        }
        for (TryTree attempt : uses.tries) {
          withoutFinally(attempt, line);
        }
      }
      int after = end(begin);
      String leave = leaving(getCurrentPath().getParentPath());
      if (leave != null && !isEndedAround(uses)) {
        String test = " if (System.nanoTime() == 0) { " + leave + " }";
        add(line, "a return before it", List.of(new Edit(after, after, test)));
      }
      String forget = " " + variable.getSimpleName() + " = null;";
      add(line, "overwritten", List.of(new Edit(after, after, forget)));
    }

    /** A {@code finally} of a try that the statement stands in ends it, whatever happens. */
    private boolean isEndedAround(LocalUses uses) {
      Tree below = getCurrentPath().getLeaf();
      for (Tree tree : getCurrentPath()) {
        if (tree instanceof TryTree attempt
            && uses.tries.contains(attempt)
            && attempt.getFinallyBlock() != below) {
          return true;
        }
        below = tree;
      }
      return false;
    }

    /** A private owner, which is reported at its declaration. */
    private void breakField(MethodInvocationTree call, VarSymbol field, VariableTree declaration) {
      boolean isOwner =
          MODELS.stream()
              .anyMatch(
                  model ->
                      model.ownerTypes().contains(field.type.tsym.getQualifiedName().toString()));
      LocalUses uses = new LocalUses(field, endersOf(call));
      uses.scan(unit, null);
      if (isOwner && !uses.enders.isEmpty() && !uses.isHandedOn) {
        int line = unit.getLineMap().getLineNumber(((JCTree) declaration).getPreferredPosition());
        add(line, "nothing ends it", uses.enders.stream().map(this::without).toList());
      }
    }

    private void breakResource(TryTree attempt, VariableTree resource, int line) {
      List<? extends Tree> resources = attempt.getResources();
      if (resources.size() > 1) {
        intoBlock(attempt, resource, line);
        return;
      }
      String close = resource.getName() + ".close();";
      asLocal(attempt, resource, "", "", line, "no resource");
      asLocal(attempt, resource, "", " " + close, line, "closed at the end alone");
      String inFinally = " finally { " + close + " }";
      String forget = " " + resource.getName() + " = null; try";
      asLocal(attempt, resource, forget, inFinally, line, "overwritten");
      String leave = leaving(getCurrentPath().getParentPath());
      if (leave != null) {
        String test = " if (System.nanoTime() == 0) { " + leave + " } try";
        asLocal(attempt, resource, test, inFinally, line, "a return before it");
      }
    }

    /** The only resource becomes a local, with some code before and behind the block. */
    private void asLocal(
        TryTree attempt,
        VariableTree resource,
        String before,
        String behind,
        int line,
        String way) {
      boolean isPlain = attempt.getCatches().isEmpty() && attempt.getFinallyBlock() == null;
      int block = start(attempt.getBlock());
      int last = end(attempt.getBlock());
      add(
          line,
          way,
          List.of(
              new Edit(start(attempt), start(resource), isPlain ? "{ " : "try { "),
              new Edit(end(resource), block, ";" + before + newlines(end(resource), block)),
              new Edit(last, last, behind + " }")));
    }

    /** One of several resources becomes a local of the block, if no other may need it. */
    private void intoBlock(TryTree attempt, VariableTree resource, int line) {
      int at = attempt.getResources().indexOf(resource);
      if (at < attempt.getResources().size() - 1) {
        return;
      }
      int from = end(attempt.getResources().get(at - 1));
      int inside = start(attempt.getBlock()) + 1;
      String declaration = " " + text.substring(start(resource), end(resource)) + ";";
      add(
          line,
          "no resource",
          List.of(
              new Edit(from, end(resource), newlines(from, end(resource))),
              new Edit(inside, inside, declaration.replaceAll("\\s+", " "))));
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

    /** The place without the statement, or without what the lambda does. */
    private Edit without(Tree ender) {
      String nothing = ender instanceof ExpressionStatementTree ? ";" : "{}";
      return new Edit(start(ender), end(ender), nothing + newlines(start(ender), end(ender)));
    }

    /** As many as there are, so that what stands below keeps its line. */
    private String newlines(int from, int to) {
      return text.substring(from, to).replaceAll("[^\\r\\n]", "");
    }

    private static int start(Tree tree) {
      return ASTHelpers.getStartPosition(tree);
    }

    private int end(Tree tree) {
      return TreeInfo.getEndPos((JCTree) tree, ends);
    }
  }
}
