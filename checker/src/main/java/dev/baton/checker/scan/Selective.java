package dev.baton.checker.scan;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.Tree;

/** A check that can tell by a tree, without the path to it, that it has nothing to say there. */
public interface Selective {

  /**
   * Whether the check has to look at the tree. Asked before anything else of the trees of a
   * compilation that the check has a matcher for, be they declarations of methods or variables,
   * calls, creations of objects, method references, literals or annotations: an answer must be
   * cheap, and rather yes than late.
   *
   * @param state is at the file
   */
  boolean isCandidate(Tree tree, VisitorState state);

  /**
   * Whether two calls of one method may get different answers. Else the check is asked about the
   * first of them only.
   */
  default boolean tellsCallsApart() {
    return false;
  }
}
