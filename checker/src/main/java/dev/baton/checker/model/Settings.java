package dev.baton.checker.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.InvalidCommandLineOptionException;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * What the flags {@code -XepOpt:…} say, read once.
 *
 * @param models the families of contexts to check, Baton's own first
 * @param allowedFirst types that may stand before a context in a parameter list
 * @param blockingMethods methods that block, beside those of the JDK
 * @param strict whether {@code LostCancel} also follows unchecked exceptions
 * @param misusedTypes further types that are no values of a context
 * @param fault what is wrong with the flags and what would be right; the rest is then the default
 */
public record Settings(
    ImmutableList<ContextModel> models,
    ImmutableSet<String> allowedFirst,
    ImmutableSet<String> blockingMethods,
    boolean strict,
    ImmutableSet<String> misusedTypes,
    Optional<String> fault) {

  private static final String MODELS = "Baton:Models";
  private static final String CONTEXT_TYPES = "Baton:ContextTypes";
  private static final String ALLOWED_FIRST = "ContextNotFirst:AllowedFirst";
  private static final String BLOCKING_METHODS = "BlockingIgnoresContext:Methods";
  private static final String STRICT = "LostCancel:Strict";
  private static final String MISUSED_TYPES = "ContextValueMisuse:Types";

  private static final ImmutableSet<String> KNOWN_FLAGS =
      ImmutableSet.of(
          MODELS, CONTEXT_TYPES, ALLOWED_FIRST, BLOCKING_METHODS, STRICT, MISUSED_TYPES);

  private static final Splitter COMMA = Splitter.on(',').trimResults().omitEmptyStrings();

  /** Reads the flags. Never throws: a check is constructed where an exception ends the compiler. */
  public static Settings from(ErrorProneFlags flags) {
    try {
      refuseUnknownFlags(flags);
      return new Settings(
          models(flags),
          types(flags, ALLOWED_FIRST),
          methods(flags, BLOCKING_METHODS),
          flag(flags, STRICT),
          types(flags, MISUSED_TYPES),
          Optional.empty());
    } catch (InvalidCommandLineOptionException e) {
      return new Settings(
          ImmutableList.of(ContextModel.BATON),
          ImmutableSet.of(),
          ImmutableSet.of(),
          false,
          ImmutableSet.of(),
          Optional.of(e.getMessage()));
    }
  }

  private static void refuseUnknownFlags(ErrorProneFlags flags) {
    for (String flag : flags.getFlagsMap().keySet()) {
      String owner = flag.substring(0, Math.max(0, flag.indexOf(':')));
      boolean ours =
          owner.equals("Baton")
              || ContextModel.BATON.checks().contains(owner)
              || ContextModel.GRPC.checks().contains(owner);
      if (ours && !KNOWN_FLAGS.contains(flag)) {
        throw invalid(flag, " is not a flag of Baton; the flags are " + list(KNOWN_FLAGS));
      }
    }
  }

  private static ImmutableList<ContextModel> models(ErrorProneFlags flags) {
    ImmutableList.Builder<ContextModel> models = ImmutableList.builder();
    models.add(ContextModel.BATON);
    ImmutableSet<String> names = ImmutableSet.copyOf(COMMA.split(flags.get(MODELS).orElse("")));
    ImmutableMap<String, ContextModel> optional =
        names.isEmpty() ? ImmutableMap.of() : OptionalModels.byName();
    for (String name : names) {
      if (!optional.containsKey(name)) {
        throw invalid(
            MODELS + "=" + name, " names no model; the models are " + list(optional.keySet()));
      }
      models.add(optional.get(name));
    }
    types(flags, CONTEXT_TYPES)
        .forEach(type -> models.add(ContextModel.explicit(type, type).build()));
    return models.build();
  }

  private static ImmutableSet<String> types(ErrorProneFlags flags, String flag) {
    ImmutableSet<String> types = ImmutableSet.copyOf(COMMA.split(flags.get(flag).orElse("")));
    for (String type : types) {
      if (!SourceVersion.isName(type)) {
        throw invalid(
            flag + "=" + type, " is not a type name; write a full name such as com.acme.Ctx");
      }
    }
    return types;
  }

  private static ImmutableSet<String> methods(ErrorProneFlags flags, String flag) {
    ImmutableSet<String> methods =
        ImmutableSet.copyOf(COMMA.split(flags.get(flag).orElse("").replace('#', '.')));
    for (String method : methods) {
      if (!SourceVersion.isName(method) || method.indexOf('.') < 0) {
        throw invalid(
            flag + "=" + method,
            " is not a method of a type; write its full name such as com.acme.Client.call");
      }
    }
    return methods;
  }

  private static boolean flag(ErrorProneFlags flags, String flag) {
    Optional<String> value = flags.get(flag);
    if (value.isEmpty() || value.get().equals("false")) {
      return false;
    }
    if (value.get().equals("true")) {
      return true;
    }
    throw invalid(flag + "=" + value.get(), " is neither true nor false");
  }

  private static String list(ImmutableSet<String> names) {
    return String.join(", ", names);
  }

  private static InvalidCommandLineOptionException invalid(String option, String fault) {
    return new InvalidCommandLineOptionException("-XepOpt:" + option + fault);
  }
}
