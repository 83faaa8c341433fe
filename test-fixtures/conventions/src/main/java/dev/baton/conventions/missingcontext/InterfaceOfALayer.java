package dev.baton.conventions.missingcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.RequiresContext;

/** Every method of an interface is public; it is reported here, and not where it is written out. */
@RequiresContext
interface InterfaceOfALayer {

  String find(Context ctx, String id);

  // BUG: Diagnostic contains: `delete` takes no context
  void delete(String id);

  /** The one behind the database. */
  @RequiresContext
  final class InMemory implements InterfaceOfALayer {

    @Override
    public String find(Context ctx, String id) {
      return id + ctx;
    }

    @Override
    public void delete(String id) {
      System.out.println(id);
    }
  }
}
