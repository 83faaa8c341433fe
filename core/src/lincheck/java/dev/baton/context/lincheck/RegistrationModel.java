package dev.baton.context.lincheck;

/** What {@code stop} promises, as a program for one thread. */
public final class RegistrationModel {
  private boolean done;
  private boolean registered;
  private boolean over;

  public void cancel() {
    done = true;
    over |= registered;
  }

  public void register() {
    registered = true;
    over = done;
  }

  public String stop() {
    if (!registered) {
      return "nobody";
    }
    if (over) {
      return "false";
    }
    over = true;
    return "true";
  }
}
