package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.google.errorprone.util.ErrorProneComment;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;

/** The parameters or arguments between two parentheses, each with the comments on it. */
final class ListItems {

  /** Where an item starts and ends, with its comments and without the comma. */
  private record Item(int start, int end) {}

  private final ImmutableList<Item> items;

  private ListItems(ImmutableList<Item> items) {
    this.items = items;
  }

  /**
   * Finds the items in the file.
   *
   * <p>Empty where a comment takes the rest of the line behind an item: it cannot go along, since
   * what follows the item, a comma or a parenthesis, would become a part of it.
   */
  static Optional<ListItems> of(List<? extends Tree> trees, Tokens tokens, VisitorState state) {
    ImmutableList.Builder<Item> items = ImmutableList.builder();
    for (int i = 0; i < trees.size(); i++) {
      int start = ASTHelpers.getStartPosition(trees.get(i));
      int first = tokens.indexAt(start);
      int next = tokens.indexAt(state.getEndPosition(trees.get(i)));
      boolean isLast = i == trees.size() - 1;
      if (!tokens.startAt(start)
          || first >= next
          || !(tokens.is(first - 1, "(") || tokens.is(first - 1, ","))
          || !tokens.is(next, isLast ? ")" : ",")
          || tokens.hasCommentUpToEndOfLine(first)
          || tokens.hasLineComment(next)) {
        return Optional.empty();
      }
      ImmutableList<ErrorProneComment> before = tokens.comments(first);
      ImmutableList<ErrorProneComment> behind = tokens.comments(next);
      items.add(
          new Item(
              before.isEmpty() ? tokens.start(first) : before.get(0).getPos(),
              behind.isEmpty() ? tokens.end(next - 1) : behind.get(behind.size() - 1).getEndPos()));
    }
    return Optional.of(new ListItems(items.build()));
  }

  /** Puts at each place the item that the order names for it; further items stay where they are. */
  void reorder(List<Integer> order, Edits edits) {
    List<String> texts = order.stream().map(i -> textOf(i, edits)).toList();
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i) != i) {
        edits.replace(items.get(i).start, items.get(i).end, texts.get(i));
      }
    }
  }

  private String textOf(int index, Edits edits) {
    return edits.textOf(items.get(index).start, items.get(index).end);
  }
}
