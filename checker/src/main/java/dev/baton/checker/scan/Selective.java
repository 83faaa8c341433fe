package dev.baton.checker.scan;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.Tree;

/** A check that can tell by a tree, without the path to it, that it has nothing to say there. */
public interface Selective {

  /**
   * Whether the check has to look at the tree. Asked before anything else of every declaration of a
   * method or variable, call, creation of an object, method reference, literal and annotation of a
   * compilation: an answer must be cheap, and rather yes than late.
   *
   * @param state is at the file
   */
  boolean isCandidate(Tree tree, VisitorState state);
}
