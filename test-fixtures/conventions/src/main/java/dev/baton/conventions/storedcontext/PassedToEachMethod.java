package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way to go: the object keeps what all requests share, and each call brings its context. */
class PassedToEachMethod {

  private final String table;

  PassedToEachMethod(String table) {
    this.table = table;
  }

  Optional<String> find(Context ctx, String id) {
    ctx.throwIfDone();
    return Optional.of(table + '/' + id);
  }

  List<String> findAll(Context ctx, List<String> ids) {
    Context bounded = ctx.withoutCancel();
    List<Context> each = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (String id : ids) {
      each.add(bounded);
      find(bounded, id).ifPresent(rows::add);
    }
    return rows;
  }
}
