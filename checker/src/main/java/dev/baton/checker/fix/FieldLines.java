package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.google.errorprone.util.ErrorProneComment;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import java.util.List;

/**
 * What a field takes up in its file: its declaration, the comments on it, the space around it.
 *
 * @param before where the code before it ends, with the comment behind that
 * @param start where its first comment starts, or its declaration
 * @param end where its declaration ends, or the comment behind it
 * @param after where the next comment or declaration starts
 * @param isFirst whether it is the first member of its class
 * @param isLast whether nothing but the end of the class comes after it
 */
record FieldLines(int before, int start, int end, int after, boolean isFirst, boolean isLast) {

  /** Whether one declaration declares the field and others, as in {@code int a, b;}. */
  static boolean areShared(VariableTree field, VisitorState state) {
    int type = ASTHelpers.getStartPosition(field.getType());
    return state.getPath().getParentPath().getLeaf() instanceof ClassTree around
        && around.getMembers().stream()
            .anyMatch(
                member ->
                    member != field
                        && member instanceof VariableTree other
                        && ASTHelpers.getStartPosition(other.getType()) == type);
  }

  static FieldLines of(VariableTree field, Tokens tokens, VisitorState state) {
    int declaration = tokens.indexAt(ASTHelpers.getStartPosition(field));
    List<ErrorProneComment> above = tokens.comments(declaration);
    int before = declaration == 0 ? 0 : tokens.end(declaration - 1);
    int others = 0;
    while (others < above.size()
        && !isJavadoc(above.get(others), tokens)
        && tokens.lineEnds(before, above.get(others).getPos()) == 0) {
      before = above.get(others).getEndPos();
      others++;
    }
    int start = startOf(above.subList(others, above.size()), declaration, tokens);

    int end = state.getEndPosition(field);
    int next = tokens.indexAt(end);
    int after = tokens.start(next);
    for (ErrorProneComment comment : tokens.comments(next).reverse()) {
      boolean isBehind =
          tokens.lineEnds(end, comment.getPos()) == 0
              && tokens.lineEnds(comment.getEndPos(), after) > 0;
      if (isBehind) {
        end = comment.getEndPos();
        break;
      }
      after = comment.getPos();
    }
    boolean isLast = after == tokens.start(next) && tokens.is(next, "}");
    boolean isFirst = declaration == 0 || tokens.is(declaration - 1, "{");
    return new FieldLines(before, start, end, after, isFirst, isLast);
  }

  /** Where the comments start that stand right above the declaration, or the Javadoc. */
  private static int startOf(List<ErrorProneComment> above, int declaration, Tokens tokens) {
    int start = tokens.start(declaration);
    for (int i = above.size() - 1; i >= 0; i--) {
      ErrorProneComment comment = above.get(i);
      boolean isAttached = tokens.lineEnds(comment.getEndPos(), start) <= 1;
      if (!isAttached && above.subList(0, i + 1).stream().noneMatch(c -> isJavadoc(c, tokens))) {
        break;
      }
      start = comment.getPos();
    }
    return start;
  }

  private static boolean isJavadoc(ErrorProneComment comment, Tokens tokens) {
    return tokens.startsWith(comment.getPos(), "/**");
  }

  /** Takes the field out, and of the blank lines around it those that would be too many. */
  void remove(Tokens tokens, Edits edits) {
    long above = tokens.lineEnds(before, start);
    long below = tokens.lineEnds(end, after);
    if (below == 0) {
      edits.replace(start, after, "");
    } else if (above == 0) {
      edits.replace(before, end, "");
    } else if (isLast) {
      edits.replace(tokens.startOfNextLine(before), tokens.startOfLine(after), "");
    } else if (above > 1 || isFirst) {
      edits.replace(tokens.startOfLine(start), tokens.startOfLine(after), "");
    } else {
      edits.replace(tokens.startOfLine(start), tokens.startOfNextLine(end), "");
    }
  }
}
