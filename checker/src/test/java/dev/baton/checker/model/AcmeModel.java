package dev.baton.checker.model;

/** The model of a library that is none. */
public final class AcmeModel implements ContextModelProvider {

  @Override
  public ContextModel model() {
    return ContextModel.explicit("acme", "com.acme.Ctx")
        .ownedAs("com.acme.OwnedCtx")
        .createdBy("fork")
        .cancelledBy("stop")
        .rootedBy("root")
        .derivedBy("fork", "with")
        .keyedBy("com.acme.CtxKey", "named")
        .build();
  }

  /** Has the name of another model. */
  public static final class Second implements ContextModelProvider {
    @Override
    public ContextModel model() {
      return ContextModel.implicit("grpc", "com.acme.Ctx").build();
    }
  }

  /** Cannot be used. */
  public static final class Broken implements ContextModelProvider {
    @Override
    public ContextModel model() {
      throw new IllegalStateException("no model today");
    }
  }
}
