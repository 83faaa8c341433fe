package dev.baton.checker.differential.recording;

/** What programs throw and catch; without a stack trace, since they are made by the million. */
public final class Failures {

  private Failures() {}

  static Throwable named(String name) {
    return switch (name) {
      case "Checked" -> new Checked();
      case "SubChecked" -> new SubChecked();
      case "Other" -> new Other();
      case "Unchecked" -> new Unchecked();
      case "Illegal" -> new Illegal();
      case "Fault" -> new Fault();
      default -> throw new AssertionError(name);
    };
  }

  /** Throws the exception, checked or not. */
  static RuntimeException undeclared(Throwable exception) {
    return Failures.<RuntimeException>thrown(exception);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException thrown(Throwable exception) throws X {
    throw (X) exception;
  }

  /** What callees declare. */
  public static class Checked extends Exception {
    private static final long serialVersionUID = 1;

    public Checked() {
      super(null, null, false, false);
    }
  }

  /** What they may throw when they declare the former. */
  public static final class SubChecked extends Checked {
    private static final long serialVersionUID = 1;
  }

  /** Another one. */
  public static final class Other extends Exception {
    private static final long serialVersionUID = 1;

    public Other() {
      super(null, null, false, false);
    }
  }

  /** What they need not declare. */
  public static final class Unchecked extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unchecked() {
      super(null, null, false, false);
    }
  }

  /** Another one, which some handlers tell from the former. */
  public static final class Illegal extends IllegalStateException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** One that handlers of exceptions do not get. */
  public static final class Fault extends Error {
    private static final long serialVersionUID = 1;

    public Fault() {
      super(null, null, false, false);
    }
  }
}
