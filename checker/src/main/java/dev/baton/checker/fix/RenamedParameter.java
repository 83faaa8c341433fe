package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.google.errorprone.util.ErrorProneComment;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fix that gives a parameter another name, in its method and in the method's Javadoc. */
public final class RenamedParameter {

  private RenamedParameter() {}

  /** Nothing where the new name means something in the method, or the old one in an annotation. */
  public static SuggestedFix of(
      VariableTree parameter, MethodTree method, String name, VisitorState state) {
    Names names = new Names(ASTHelpers.getSymbol(parameter), state.getName(name), state);
    names.scan(state.getPath().getParentPath(), null);
    if (names.isTaken || isNamedInAnnotation(parameter, method, state)) {
      return SuggestedFix.emptyFix();
    }
    return Tokens.of(state)
        .map(tokens -> rename(parameter, method, name, names.uses, tokens, state))
        .orElse(SuggestedFix.emptyFix());
  }

  private static SuggestedFix rename(
      VariableTree parameter,
      MethodTree method,
      String name,
      List<IdentifierTree> uses,
      Tokens tokens,
      VisitorState state) {
    int declared = tokens.indexAt(state.getEndPosition(parameter)) - 1;
    if (!tokens.is(declared, parameter.getName().toString())) {
      return SuggestedFix.emptyFix();
    }
    Edits edits = new Edits(tokens.source());
    edits.replace(tokens.start(declared), tokens.end(declared), name);
    for (IdentifierTree use : uses) {
      int start = ASTHelpers.getStartPosition(use);
      if (!tokens.startAt(start)) {
        return SuggestedFix.emptyFix();
      }
      edits.replace(start, state.getEndPosition(use), name);
    }
    // Another fix may put the old name in. It waits, since the whole method is replaced.
    int end = state.getEndPosition(method);
    edits.replace(end, end, "");
    Pattern tag =
        Pattern.compile("@param[\\s*]+(" + Pattern.quote(parameter.getName().toString()) + ")\\b");
    int first = tokens.indexAt(ASTHelpers.getStartPosition(method));
    for (ErrorProneComment comment : tokens.comments(first)) {
      Matcher found = tag.matcher(tokens.source());
      found.region(comment.getPos(), comment.getEndPos());
      if (tokens.startsWith(comment.getPos(), "/**") && found.find()) {
        edits.replace(found.start(1), found.end(1), name);
      }
    }
    return edits.toFix();
  }

  /** A framework may know the parameter by its name, as in {@code @Cacheable(key = "#request")}. */
  private static boolean isNamedInAnnotation(
      VariableTree parameter, MethodTree method, VisitorState state) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(parameter.getName().toString()) + "\\b");
    return method.getModifiers().getAnnotations().stream()
        .map(state::getSourceForNode)
        .anyMatch(text -> text != null && word.matcher(text).find());
  }

  /** Finds where the parameter is used, and whether the new name is free there. */
  private static final class Names extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final VarSymbol parameter;
    private final Name wanted;
    private final VisitorState state;
    private final List<IdentifierTree> uses = new ArrayList<>();
    private boolean isTaken;

    Names(VarSymbol parameter, Name wanted, VisitorState state) {
      this.parameter = parameter;
      this.wanted = wanted;
      this.state = state;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      isTaken |= tree.getName() == wanted;
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      isTaken |= tree.getName() == wanted;
      if (parameter.equals(TreeInfo.symbolFor((JCTree) tree))) {
        uses.add(tree);
        isTaken |= isHidden(getCurrentPath());
      }
      return null;
    }

    /** Whether a class inside of the method has, or inherits, a field of the new name. */
    private boolean isHidden(TreePath use) {
      for (Tree around : use) {
        if (around instanceof MethodTree method
            && method.getParameters().stream()
                .anyMatch(other -> parameter.equals(ASTHelpers.getSymbol(other)))) {
          return false;
        }
        if (around instanceof ClassTree type && hasField(ASTHelpers.getSymbol(type))) {
          return true;
        }
      }
      return false;
    }

    private boolean hasField(ClassSymbol type) {
      try {
        for (Type ancestor : state.getTypes().closure(type.type)) {
          if (ancestor.tsym.members().findFirst(wanted, VarSymbol.class::isInstance) != null) {
            return true;
          }
        }
        return false;
      } catch (CompletionFailure missing) {
        // A supertype is not on the class path, nor is what it declares.
        return true;
      }
    }
  }
}
