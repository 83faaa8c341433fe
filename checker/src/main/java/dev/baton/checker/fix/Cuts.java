package dev.baton.checker.fix;

import static com.google.errorprone.util.ASTHelpers.getStartPosition;

import com.google.common.collect.Iterables;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text that goes away when statements do, with their lines where nothing else stands there.
 * Comments stay.
 */
final class Cuts {

  private final SourceText text;
  private final VisitorState state;
  private final RangeSet<Integer> ranges = TreeRangeSet.create();

  /** What stood in the block of a try that goes away, and is nested one level less. */
  private final RangeSet<Integer> unwrapped = TreeRangeSet.create();

  Cuts(SourceText text, VisitorState state) {
    this.text = text;
    this.state = state;
  }

  boolean contains(int position) {
    return ranges.contains(position);
  }

  boolean unwraps(int position) {
    return unwrapped.contains(position);
  }

  /** Cuts the blank lines that follow the one of the position, if that ends there. */
  void blankLinesAfter(int position) {
    int next = text.startOfNextLine(position);
    int first = text.startOfLine(text.startOfTextAfter(position));
    if (text.isLastOfLine(position) && next < first) {
      cut(next, first);
    }
  }

  /** Cuts a statement out of a block that has others. */
  void statement(TreePath path) {
    int from = getStartPosition(path.getLeaf());
    int to = endOf(path.getLeaf());
    List<? extends StatementTree> siblings =
        RestOfBlock.statementsOf(path.getParentPath().getLeaf());
    if (!text.isFirstOfLine(from)) {
      cut(text.endOfTextBefore(from), to);
    } else if (!text.isLastOfLine(to)) {
      cut(from, text.startOfTextAfter(to));
    } else if (Iterables.getLast(siblings) == path.getLeaf()) {
      cut(text.endOfTextBefore(from), to);
    } else {
      lines(from, to);
    }
  }

  /** Cuts whole lines, and a blank one after them that would follow another or a brace. */
  private void lines(int from, int to) {
    int first = text.startOfLine(from);
    int next = text.startOfNextLine(to);
    boolean followsGap =
        text.isBlank(text.startOfLine(first - 1), first)
            || text.code().charAt(text.endOfTextBefore(first) - 1) == '{';
    boolean isGapNext = text.isBlank(next, text.endOfLine(next));
    cut(first, followsGap && isGapNext ? text.startOfNextLine(next) : next);
  }

  /**
   * Cuts the finally of a try, in which nothing stands but one call. The try stays for the sake of
   * its catch clauses or resources, or goes away with it.
   */
  void finallyOf(TreePath path, String unit) {
    TryTree attempt = (TryTree) path.getLeaf();
    boolean staysTry = !attempt.getCatches().isEmpty() || !attempt.getResources().isEmpty();
    int from =
        endOf(
            attempt.getCatches().isEmpty()
                ? attempt.getBlock()
                : Iterables.getLast(attempt.getCatches()));
    int to = endOf(attempt);
    if (!isBareFinally(text.code().substring(from, to))) {
      return;
    }
    if (staysTry) {
      cut(from, to);
    } else if (canGoAway(attempt, path)) {
      unwrap(attempt, unit);
    }
  }

  /** Whether there is no comment in it. */
  private static boolean isBareFinally(String code) {
    return Pattern.matches("\\s*finally\\s*\\{\\s*[\\w.\\s]+\\(\\s*\\w*\\s*\\)\\s*;\\s*}", code);
  }

  /** A local class may hide another of its name, and may no longer when it stands beside it. */
  private static boolean canGoAway(TryTree attempt, TreePath path) {
    List<? extends StatementTree> statements = attempt.getBlock().getStatements();
    return path.getParentPath().getLeaf() instanceof BlockTree
        && !statements.isEmpty()
        && statements.stream().noneMatch(ClassTree.class::isInstance);
  }

  /** Cuts all of the try but what stands in its block, if that is laid out as usual. */
  private void unwrap(TryTree attempt, String unit) {
    int from = getStartPosition(attempt);
    int to = endOf(attempt);
    int open = getStartPosition(attempt.getBlock()) + 1;
    int first = text.startOfTextAfter(open);
    int last = text.endOfTextBefore(endOf(attempt.getBlock()) - 1);
    if (!text.hasLineEnd(from, to)) {
      cut(from, first);
      cut(last, to);
    } else if (text.isFirstOfLine(from)
        && text.isLastOfLine(open)
        && text.isFirstOfLine(first)
        && text.isLastOfLine(to)
        && text.indentationAt(first).equals(text.indentationAt(from) + unit)) {
      cut(text.startOfLine(from), text.startOfLine(first));
      cut(last, to);
      unwrapped.add(Range.closed(text.startOfLine(first), last));
    }
  }

  private void cut(int from, int to) {
    ranges.add(Range.closedOpen(from, to));
  }

  private int endOf(Tree tree) {
    return state.getEndPosition(tree);
  }
}
