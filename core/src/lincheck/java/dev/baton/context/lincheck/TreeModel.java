package dev.baton.context.lincheck;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What contexts promise, as a program for one thread: a tree in which every end is written down at
 * once, everywhere it reaches. It shares nothing with the runtime but the names of its methods.
 */
public final class TreeModel {
  private static final class Node {
    final boolean cancellable;
    final List<Node> endWithThis = new ArrayList<>();
    @Nullable String end;
    @Nullable String value;

    Node(boolean cancellable) {
      this.cancellable = cancellable;
    }

    Node child(boolean endsWithThis, boolean childCancellable) {
      Node child = new Node(childCancellable);
      child.value = value;
      if (endsWithThis) {
        child.end = end;
        endWithThis.add(child);
      }
      return child;
    }

    void end(String how) {
      if (end == null) {
        end = how;
        endWithThis.forEach(child -> child.end(how));
      }
    }
  }

  private final @Nullable Node[] nodes = new @Nullable Node[Tree.NODES];

  public TreeModel() {
    Node top = new Node(true);
    Node middle = top.child(true, true);
    nodes[0] = top;
    nodes[1] = middle;
    nodes[2] = middle.child(true, true);
  }

  public boolean cancel(int at, int cause) {
    Node node = nodes[at];
    if (node == null || !node.cancellable || node.end != null) {
      return false;
    }
    node.end(Tree.name(cause));
    return true;
  }

  public String err(int at) {
    Node node = nodes[at];
    return node == null ? "nobody" : node.end == null ? "live" : "context cancelled";
  }

  public String cause(int at) {
    Node node = nodes[at];
    return node == null ? "nobody" : node.end == null ? "live" : node.end;
  }

  public String value(int at) {
    Node node = nodes[at];
    return node == null || node.value == null ? "none" : node.value;
  }

  public boolean derive(int from, int to, int number) {
    Tree.Step step = Tree.Step.number(number);
    Node parent = nodes[from];
    if (parent == null || nodes[to] != null) {
      return false;
    }
    Node child = parent.child(step != Tree.Step.WITHOUT_CANCEL, step.cancellable);
    if (step == Tree.Step.WITH_VALUE) {
      child.value = "from " + from;
    }
    nodes[to] = child;
    return true;
  }

  /** Nothing that a caller sees at once. */
  public void listen(int at, int listener) {}

  public void stop(int listener) {}
}
