package syntax;

import dev.baton.context.Context;
import dev.baton.context.Key;

public class TextBlocks {
  // BUG: Diagnostic contains: key `QUERY` is public
  public static final Key<String> QUERY =
      Key.of(
          """
          select "a" -- \t // not a comment \
            from b where c = '\u0041' \""" and {
          """);

  String run(Context ctx) {
    Context valued = ctx.withValue(QUERY, """
        }""");
    // BUG: Diagnostic contains: dropped
    valued.withCancel();
    return """
           """ + ctx;
  }
}
