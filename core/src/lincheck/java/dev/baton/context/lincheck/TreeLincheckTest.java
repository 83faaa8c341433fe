package dev.baton.context.lincheck;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** cancel, err, cause, value and derive on one tree, with listeners that come and go. */
@Param(name = "node", gen = IntGen.class, conf = "0:4")
@Param(name = "free", gen = IntGen.class, conf = "3:4")
@Param(name = "cause", gen = IntGen.class, conf = "0:2")
@Param(name = "listener", gen = IntGen.class, conf = "0:1")
@Param(name = "step", gen = IntGen.class, conf = "0:3")
public class TreeLincheckTest {
  private final Tree tree = new Tree();
  private final Listeners listeners = new Listeners();

  @Operation(params = {"node", "cause"})
  public boolean cancel(int at, int cause) {
    return tree.cancel(at, cause);
  }

  @Operation(params = {"node"})
  public String err(int at) {
    return tree.err(at);
  }

  @Operation(params = {"node"})
  public String cause(int at) {
    return tree.cause(at);
  }

  @Operation(params = {"node"})
  public String value(int at) {
    return tree.value(at);
  }

  @Operation(params = {"node", "free", "step"})
  public boolean derive(int from, int to, int step) {
    return tree.derive(from, to, Tree.Step.number(step));
  }

  @Operation(params = {"node", "listener"})
  public void listen(int at, int listener) {
    listeners.listen(tree.node(at), listener);
  }

  @Operation(params = {"listener"})
  public void stop(int listener) {
    listeners.stop(listener);
  }

  @Validate
  public void everyActionRunOrStopped() {
    listeners.validate();
    tree.cancel(0, 0);
    listeners.validate();
  }

  @Test
  void stress() {
    Effort.stress(TreeModel.class).check(TreeLincheckTest.class);
  }

  @Test
  void modelChecking() {
    Effort.modelChecking(TreeModel.class).check(TreeLincheckTest.class);
  }
}
