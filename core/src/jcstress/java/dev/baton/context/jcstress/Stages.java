package dev.baton.context.jcstress;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** What can be seen of a stage that is no future. */
final class Stages {
  private Stages() {}

  /** Whether a dependent runs at once, as it does on a stage that is complete and on no other. */
  static boolean isComplete(CompletionStage<?> stage) {
    AtomicBoolean ran = new AtomicBoolean();
    stage.whenComplete((value, failure) -> ran.set(true));
    return ran.get();
  }
}
