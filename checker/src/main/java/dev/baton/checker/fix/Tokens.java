package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ErrorProneComment;
import com.google.errorprone.util.ErrorProneToken;
import com.google.errorprone.util.ErrorProneTokens;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file as the words and signs it is written in, each with the comments before it. */
final class Tokens {

  private static final Context.Key<Last> KEY = new Context.Key<>();

  private final String source;
  private final ImmutableList<ErrorProneToken> all;

  private Tokens(String source, VisitorState state) {
    this.source = source;
    this.all = ErrorProneTokens.getTokens(source, 0, state.context);
  }

  /** The tokens of the file at hand; empty when it cannot be read. */
  static Optional<Tokens> of(VisitorState state) {
    Last last = state.context.get(KEY);
    if (last == null) {
      last = new Last();
      state.context.put(KEY, last);
    }
    return last.of(state);
  }

  /** The file that was read last: where one fix is, others are. */
  private static final class Last {
    private @Nullable CompilationUnitTree unit;
    private Optional<Tokens> tokens = Optional.empty();

    private Optional<Tokens> of(VisitorState state) {
      CompilationUnitTree current = state.getPath().getCompilationUnit();
      if (unit != current) {
        unit = current;
        tokens =
            Optional.ofNullable(state.getSourceCode())
                .map(source -> new Tokens(source.toString(), state));
      }
      return tokens;
    }
  }

  String source() {
    return source;
  }

  /** Whether a tree is written here: it is not, if javac or a processor has added it. */
  boolean startAt(int position) {
    return position >= 0 && start(indexAt(position)) == position;
  }

  /** The number of the first token that does not start before the place. */
  int indexAt(int position) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (start(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean is(int index, String text) {
    return source.substring(start(index), end(index)).equals(text);
  }

  int start(int index) {
    return all.get(index).pos();
  }

  int end(int index) {
    return all.get(index).endPos();
  }

  /** The comments between this token and the one before it. */
  ImmutableList<ErrorProneComment> comments(int index) {
    return all.get(index).comments();
  }

  /** Whether a comment before the token takes the rest of its line. */
  boolean hasLineComment(int index) {
    return comments(index).stream().anyMatch(comment -> startsWith(comment.getPos(), "//"));
  }

  /** Whether such a comment stands in the line of the token before. */
  boolean hasCommentUpToEndOfLine(int index) {
    return comments(index).stream()
        .filter(comment -> lineEnds(end(index - 1), comment.getPos()) == 0)
        .anyMatch(comment -> startsWith(comment.getPos(), "//"));
  }

  /** The lines that end between the two places. */
  long lineEnds(int from, int to) {
    return source.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  boolean startsWith(int position, String text) {
    return source.startsWith(text, position);
  }

  int startOfLine(int position) {
    return source.lastIndexOf('\n', position - 1) + 1;
  }

  /** Where the line after the one of this place starts; it is not the last. */
  int startOfNextLine(int position) {
    return source.indexOf('\n', position) + 1;
  }
}
