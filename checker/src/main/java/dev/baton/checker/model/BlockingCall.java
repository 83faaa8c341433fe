package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;

/**
 * A method that blocks, and that no context can stop: a row of the table that {@code
 * BlockingIgnoresContext} reads.
 *
 * @param type the canonical name of the type that declares it; methods of subtypes count too
 * @param method its name
 * @param limitHelps whether the forms that take a time-out are fine
 * @param noun what the object that it is called on is called, where it has no name
 * @param instead what to write: <code>{ctx}</code> stands for the context, <code>{it}</code> for
 *     the object
 */
public record BlockingCall(
    String type, String method, boolean limitHelps, String noun, String instead) {

  private static final String THREAD = "java.lang.Thread";
  private static final String TIME_UNIT = "java.util.concurrent.TimeUnit";
  private static final String FUTURE = "java.util.concurrent.Future";
  private static final String COMPLETABLE_FUTURE = "java.util.concurrent.CompletableFuture";
  private static final String LATCH = "java.util.concurrent.CountDownLatch";
  private static final String SEMAPHORE = "java.util.concurrent.Semaphore";
  private static final String QUEUE = "java.util.concurrent.BlockingQueue";
  private static final String CONDITION = "java.util.concurrent.locks.Condition";
  private static final String EXECUTOR = "java.util.concurrent.ExecutorService";
  private static final String CLIENT = "java.net.http.HttpClient";
  private static final String SELECTOR = "java.nio.channels.Selector";
  private static final String STATEMENT = "java.sql.Statement";
  private static final String PREPARED = "java.sql.PreparedStatement";

  private static final String PAUSE = "{ctx}.awaitDone(d)";
  private static final String AWAIT = "{ctx}.await({it})";
  private static final String EXECUTE = "JdbcContexts.execute({ctx}, {it}, ...)";

  /** The methods of the JDK; of two rows for a method the first counts. */
  static final ImmutableList<BlockingCall> OF_JDK =
      ImmutableList.of(
          always(THREAD, "sleep", "thread", PAUSE),
          always(TIME_UNIT, "sleep", "unit", PAUSE),
          unlimited(THREAD, "join", "thread", "Interrupts.run({ctx}, {it}::join)"),
          unlimited(COMPLETABLE_FUTURE, "get", "future", AWAIT),
          unlimited(COMPLETABLE_FUTURE, "join", "future", AWAIT),
          unlimited(FUTURE, "get", "future", "Interrupts.call({ctx}, {it}::get)"),
          unlimited(LATCH, "await", "latch", "Interrupts.run({ctx}, {it}::await)"),
          unlimited(SEMAPHORE, "acquire", "semaphore", "Interrupts.run({ctx}, {it}::acquire)"),
          unlimited(QUEUE, "take", "queue", "Interrupts.call({ctx}, {it}::take)"),
          unlimited(QUEUE, "put", "queue", "Interrupts.run({ctx}, () -> {it}.put(...))"),
          unlimited(CONDITION, "await", "condition", "Interrupts.run({ctx}, {it}::await)"),
          unlimited("java.lang.Object", "wait", "this", "Interrupts.run({ctx}, {it}::wait)"),
          unlimited(
              "java.lang.Process", "waitFor", "process", "Interrupts.call({ctx}, {it}::waitFor)"),
          unlimited(
              EXECUTOR,
              "invokeAll",
              "executor",
              "Interrupts.call({ctx}, () -> {it}.invokeAll(...))"),
          always(
              EXECUTOR,
              "awaitTermination",
              "executor",
              "Interrupts.call({ctx}, () -> {it}.awaitTermination(...))"),
          always(CLIENT, "send", "client", "HttpClients.send({ctx}, {it}, ...)"),
          unlimited(SELECTOR, "select", "selector", "Interrupts.call({ctx}, {it}::select)"),
          always(PREPARED, "executeQuery", "statement", "JdbcContexts.query({ctx}, {it}, ...)"),
          always(PREPARED, "executeUpdate", "statement", "JdbcContexts.update({ctx}, {it})"),
          always(STATEMENT, "execute", "statement", EXECUTE),
          always(STATEMENT, "executeQuery", "statement", EXECUTE),
          always(STATEMENT, "executeUpdate", "statement", EXECUTE),
          always(STATEMENT, "executeLargeUpdate", "statement", EXECUTE),
          always(STATEMENT, "executeBatch", "statement", EXECUTE),
          always(STATEMENT, "executeLargeBatch", "statement", EXECUTE));

  /** A method that a flag names, as {@code com.acme.Client.call}. */
  static BlockingCall named(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return always(
        qualifiedName.substring(0, dot),
        qualifiedName.substring(dot + 1),
        "it",
        "Interrupts.call({ctx}, ...)");
  }

  private static BlockingCall always(String type, String method, String noun, String instead) {
    return new BlockingCall(type, method, false, noun, instead);
  }

  private static BlockingCall unlimited(String type, String method, String noun, String instead) {
    return new BlockingCall(type, method, true, noun, instead);
  }
}
