package dev.baton.conventions.attachwithoutdetach;

import io.grpc.Context;
import java.util.concurrent.Callable;

/** What the thread does next is done in a context of another call. */
final class GrpcLeftAttached {

  private static final Context.Key<String> USER = Context.key("user");

  void forGood(Context call) {
    // BUG: Diagnostic contains: what `attach()` returns is dropped, so nothing can put the former
    call.attach();
  }

  void inARunnable(Context call) {
    // BUG: Diagnostic contains: keep it, and give it to `detach` in a `finally`
    Runnable enter = () -> call.attach();
    enter.run();
  }

  String returnsBefore(Context call, String id) {
    // BUG: Diagnostic contains: the `return` on line 26 leaves without it; call `call.de
    Context previous = call.attach();
    if (id.isEmpty()) {
      return "";
    }
    String found = find(id);
    call.detach(previous);
    return found;
  }

  String notInAFinally(Context call, String id) {
    // BUG: Diagnostic contains: the exception of `find()` on line 36 leaves without it
    Context previous = call.attach();
    String found = find(id);
    call.detach(previous);
    return found;
  }

  void withoutName() {
    // BUG: Diagnostic contains: call `detach(previous)` in a `finally`
    Context previous = Context.current().withValue(USER, "ada").attach();
    find("1");
    System.out.println(previous);
  }

  <T> T caught(Context call, Callable<T> work) throws Exception {
    // BUG: Diagnostic contains: the exception of `call()` on line 53 leaves without it
    Context previous = call.attach();
    T made;
    try {
      made = work.call();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(e);
    }
    call.detach(previous);
    return made;
  }

  void eachRound(Context call, Iterable<String> ids) {
    for (String id : ids) {
      // BUG: Diagnostic contains: the `continue` on line 66 leaves without it
      Context previous = call.attach();
      if (id.isEmpty()) {
        continue;
      }
      call.detach(previous);
    }
  }

  private static String find(String id) {
    return id + USER.get();
  }
}
