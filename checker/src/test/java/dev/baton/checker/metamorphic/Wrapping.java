package dev.baton.checker.metamorphic;

/** A statement around all statements of a body, with which they do what they did without it. */
enum Wrapping {
  BLOCK {
    @Override
    Wrapped around(Wrapped inner) {
      return inner.between("{", "}");
    }
  },

  /** A loop that is left at its end; by its returns alone, where the body cannot get there. */
  LABELLED_LOOP {
    @Override
    Wrapped around(Wrapped inner) {
      String label = inner.newName();
      return inner.between(
          label + ": while (true) {", inner.completes() ? "break " + label + "; }" : "}");
    }

    @Override
    String wordsFor(String message) {
      return message.replaceFirst("the end of the \\w+ on line", "the `break` on line");
    }
  },

  LOOP_OF_ONE_ROUND {
    @Override
    Wrapped around(Wrapped inner) {
      return inner.between("do {", "} while (false);");
    }
  },

  NESTED_TRY {
    @Override
    Wrapped around(Wrapped inner) {
      return inner.between(
          "try (var " + inner.newName() + " = " + CALLED + ".nothing()) { try {",
          "} finally { " + CALLED + ".nothing(); } }");
    }
  },

  CALLED_LAMBDA {
    // What main leaves behind ends with the process, and what its lambdas do does not.
    @Override
    boolean fits(Body body) {
      return body.canBeCaptured() && !body.isOfMain();
    }

    @Override
    Wrapped around(Wrapped inner) {
      Body body = inner.body();
      if (body.result() == null) {
        return inner
            .between("((" + CALLED + ".Action<" + body.exceptions() + ">) () -> {", "}).run();")
            .completing();
      }
      String types = body.result() + ", " + body.exceptions();
      return inner.between("return ((" + CALLED + ".Task<" + types + ">) () -> {", "}).call();");
    }

    @Override
    String wordsFor(String message) {
      return message
          .replaceFirst("the end of the \\w+ on line", "the end of the lambda on line")
          .replaceFirst("^`\\w+` returns", "lambda returns");
    }
  },

  SWITCH {
    @Override
    Wrapped around(Wrapped inner) {
      return inner.between("switch (0) { default -> {", "} }");
    }
  };

  private static final String CALLED = Called.class.getName();

  /** Whether the body compiles, and does the same, with this around it. */
  boolean fits(Body body) {
    return true;
  }

  abstract Wrapped around(Wrapped inner);

  /** How a message reads with this around the body, where it names the body or its end. */
  String wordsFor(String message) {
    return message;
  }
}
