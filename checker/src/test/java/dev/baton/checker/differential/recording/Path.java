package dev.baton.checker.differential.recording;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choices of one run after the other, in the order of a tree that is walked depth first. */
final class Path {

  private final List<Choice> choices = new ArrayList<>();
  private int made;

  void clear() {
    choices.clear();
  }

  void rewind() {
    made = 0;
  }

  /** The next choice, if a run before this one came to it. */
  @Nullable Choice next() {
    return made < choices.size() ? choices.get(made++) : null;
  }

  Choice add(int line, int outcomes, ImmutableList<String> failures) {
    Choice choice = new Choice(line, outcomes, failures);
    choices.add(choice);
    made++;
    return choice;
  }

  /** Turns to the next run; false after the last. */
  boolean turn() {
    while (!choices.isEmpty() && !choices.get(choices.size() - 1).turn()) {
      choices.remove(choices.size() - 1);
    }
    return !choices.isEmpty();
  }

  @Override
  public String toString() {
    return choices.stream()
        .filter(choice -> choice.alternatives() > 1)
        .map(Choice::toString)
        .collect(joining("\n"));
  }

  /** One of some outcomes, or a failure. */
  static final class Choice {
    final int line;
    private final int outcomes;
    private final ImmutableList<String> failures;
    private int taken;

    private Choice(int line, int outcomes, ImmutableList<String> failures) {
      this.line = line;
      this.outcomes = outcomes;
      this.failures = failures;
    }

    int outcome() {
      return taken;
    }

    @Nullable String failure() {
      return taken < outcomes ? null : failures.get(taken - outcomes);
    }

    private int alternatives() {
      return outcomes + failures.size();
    }

    private boolean turn() {
      return ++taken < alternatives();
    }

    @Override
    public String toString() {
      String failure = failure();
      return "line " + line + (failure == null ? " chooses " + taken : " throws " + failure);
    }
  }
}
