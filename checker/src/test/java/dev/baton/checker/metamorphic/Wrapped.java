package dev.baton.checker.metamorphic;

/**
 * A body with what stands around it.
 *
 * @param before what is written before the body
 * @param after what is written after it
 * @param completes whether control can come to the end of all this
 * @param depth how often it is wrapped
 */
record Wrapped(Body body, String before, String after, boolean completes, int depth) {

  static Wrapped in(Body body) {
    return new Wrapped(body, "", "", body.completes(), 0);
  }

  /** A name that nothing else in the file has. */
  String newName() {
    return "wrapped" + body.start() + "by" + depth;
  }

  Wrapped between(String opening, String closing) {
    return new Wrapped(body, " " + opening + before, after + closing + " ", completes, depth + 1);
  }

  Wrapped completing() {
    return new Wrapped(body, before, after, true, depth);
  }
}
