package dev.baton.checker.flow;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;

/** Answers questions about the paths through a body of code. */
public final class Paths {

  private Paths() {}

  /**
   * For each call that opens a debt which some path does not settle, the first place in the source
   * at which one leaves.
   *
   * @param body the body of a method, constructor, initializer or lambda, or a variable with its
   *     initializer; the bodies of lambdas and classes in it are not entered
   */
  public static ImmutableMap<Tree, Escape> unsettled(
      TreePath body, Question question, VisitorState state) {
    return new Walk(question, state).through(body);
  }
}
