package dev.baton.checker.differential.recording;

/** A context that records whether it ended, or who else has the duty to end it. */
public final class CancellableContext extends Context implements AutoCloseable {

  /** The line of the program that created it. */
  final int line;

  /** The call of a unit during which it was created. */
  final Activation activation;

  private boolean done;
  private boolean handedOver;

  CancellableContext(int line, Activation activation) {
    this.line = line;
    this.activation = activation;
  }

  /** Ends it. */
  public boolean cancel() {
    boolean ends = !done;
    done = true;
    return ends;
  }

  /** Ends it. */
  public boolean cancel(Throwable cause) {
    return cancel();
  }

  /** Ends it. To whoever knows only that it is an AutoCloseable it may then throw. */
  @Override
  public void close() {
    cancel();
    Calls.call();
  }

  /** Of one that lives on, the time may be over by now, in some run. */
  @Override
  public boolean isDone() {
    if (!done) {
      done = Run.current().chooseQuietly(2) == 1;
    }
    return done;
  }

  /** Somebody outside the program has the duty from now on. */
  void handOver() {
    handedOver = true;
  }

  boolean isLost() {
    return !done && !handedOver && !activation.isExcused();
  }
}
