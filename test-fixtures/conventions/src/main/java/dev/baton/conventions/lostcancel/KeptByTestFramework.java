package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** JUnit keeps what its store gets, and closes what is marked so after the test. */
final class KeptByTestFramework implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace CONTEXTS = Namespace.create(KeptByTestFramework.class);

  @AutoClose private final CancellableContext lifetime = Context.background().withCancel();

  @Override
  public void beforeEach(ExtensionContext test) {
    test.getStore(CONTEXTS).put("context", lifetime.withCancel());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    test.getStore(CONTEXTS).remove("context", CancellableContext.class).cancel();
  }
}
