package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.InvalidCommandLineOptionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The models that are there to be switched on: our own, and those of other jars. */
final class OptionalModels {

  private OptionalModels() {}

  /** All of them, by the names that the flag gives them. */
  static ImmutableMap<String, ContextModel> byName() {
    return byName(OptionalModels.class.getClassLoader());
  }

  /** Our own, and those that the class loader finds. */
  static ImmutableMap<String, ContextModel> byName(ClassLoader loader) {
    Map<String, ContextModel> models = new LinkedHashMap<>();
    for (ContextModel model :
        ImmutableList.of(ContextModel.BATON, ContextModel.GRPC, ContextModel.OPENTELEMETRY)) {
      models.put(model.name(), model);
    }
    try {
      for (ContextModelProvider provider : ServiceLoader.load(ContextModelProvider.class, loader)) {
        ContextModel model = provider.model();
        if (models.putIfAbsent(model.name(), model) != null) {
          throw new InvalidCommandLineOptionException(
              provider.getClass().getName()
                  + " names its model "
                  + model.name()
                  + ", which is the name of another one; give it a name of its own");
        }
      }
    } catch (ServiceConfigurationError | RuntimeException e) {
      if (e instanceof InvalidCommandLineOptionException fault) {
        throw fault;
      }
      throw new InvalidCommandLineOptionException(
          "a model on the processor path cannot be loaded: " + e);
    }
    models.remove(ContextModel.BATON.name());
    return ImmutableMap.copyOf(models);
  }
}
