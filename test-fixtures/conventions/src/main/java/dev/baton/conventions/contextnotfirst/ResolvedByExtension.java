package dev.baton.conventions.contextnotfirst;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** JUnit's own contexts are none of ours, and the one of the extension goes before all else. */
class ResolvedByExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == Context.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    CancellableContext ctx = Context.background().withCancel();
    closeAfter(extension, ctx, parameter.getIndex());
    return ctx;
  }

  private void closeAfter(ExtensionContext extension, CancellableContext ctx, int index) {
    extension
        .getStore(ExtensionContext.Namespace.create(getClass(), index))
        .put("ctx", (ExtensionContext.Store.CloseableResource) ctx::close);
  }
}
