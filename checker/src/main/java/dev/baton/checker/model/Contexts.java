package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Context;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a context is, as one check sees it: the families of contexts that are switched on and to
 * which the check applies.
 *
 * <p>Not thread-safe; javac runs its plugins on one thread.
 */
public final class Contexts {

  /** Under which a compilation keeps the fault in its flags that has been reported. */
  private static final Context.Key<String> FAULT = new Context.Key<>();

  private final Settings settings;
  private final ImmutableList<Family> families;

  private Contexts(Settings settings, ImmutableList<Family> families) {
    this.settings = settings;
    this.families = families;
  }

  /** The contexts that the check of this simple name has to look at. */
  public static Contexts of(Settings settings, String check) {
    return new Contexts(
        settings,
        settings.models().stream()
            .filter(model -> model.checks().contains(check))
            .map(Family::new)
            .collect(ImmutableList.toImmutableList()));
  }

  /** {@link #of(Settings, String)} with the settings that the flags give. */
  public static Contexts of(ErrorProneFlags flags, String check) {
    return of(Settings.from(flags), check);
  }

  /**
   * Whether this compilation knows any of the context types at all. The first question of every
   * check: it costs two loads, and where the answer is no there is nothing to look for.
   *
   * <p>Flags that cannot be followed are reported here, as an error of the compilation.
   */
  public boolean areKnown(VisitorState state) {
    if (settings.fault().isPresent()) {
      report(settings.fault().get(), state);
      return false;
    }
    for (Family family : families) {
      if (family.context.isKnown(state)) {
        return true;
      }
    }
    return false;
  }

  /** Says it once, however many checks and files there are. */
  private static void report(String fault, VisitorState state) {
    if (state.context.get(FAULT) != null) {
      return;
    }
    state.context.put(FAULT, fault);
    CompilationUnitTree unit = state.getPath().getCompilationUnit();
    JavacTrees.instance(state.context)
        .printMessage(Diagnostic.Kind.ERROR, "Baton cannot run: " + fault, unit, unit);
  }

  /** Whether a value of this type is a context. */
  public boolean isContext(@Nullable Type type, VisitorState state) {
    return familyOf(type, state).isPresent();
  }

  /** The family that a context of this type belongs to; empty when it is no context. */
  public Optional<ContextModel> familyOf(@Nullable Type type, VisitorState state) {
    for (Family family : families) {
      if (family.context.isSupertypeOf(type, state)) {
        return Optional.of(family.model);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the tree at hand is the code of a context or key type itself: its class or one nested
   * in it.
   */
  public boolean inContextType(VisitorState state) {
    for (Tree tree : state.getPath()) {
      if (tree instanceof ClassTree type) {
        Type declared = ASTHelpers.getType(type);
        if (isContext(declared, state) || isKey(declared, state)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a value of this type is a context that whoever creates it must cancel. */
  public boolean isOwner(@Nullable Type type, VisitorState state) {
    for (Family family : families) {
      if (family.owns(type, state)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the method creates an owner by the name that the model gives. */
  public boolean isCreatingMethod(MethodSymbol method, VisitorState state) {
    for (Family family : families) {
      if (family.context.isSupertypeOf(method.owner.type, state)
          && family.model.creatingMethods().contains(method.getSimpleName().toString())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it calls a method of a context that throws nothing, nor what listeners throw; or is a
   * resource, which is closed.
   */
  public boolean areQuietAt(Tree step, VisitorState state) {
    if (!(step instanceof MethodInvocationTree)) {
      return !(step instanceof NewClassTree) && isContext(ASTHelpers.getType(step), state);
    }
    return TreeInfo.symbolFor((JCTree) step) instanceof MethodSymbol method
        && familyOf(method.owner.type, state)
            .filter(family -> family.quietMethods().contains(method.getSimpleName().toString()))
            .isPresent();
  }

  /** Whether the method makes a new context of the one it is called on, by the model's names. */
  public boolean isDerivingMethod(MethodSymbol method, VisitorState state) {
    for (Family family : families) {
      if (family.context.isSupertypeOf(method.owner.type, state)
          && family.model.derivingMethods().contains(method.getSimpleName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value of this type is a key of context values. */
  public boolean isKey(@Nullable Type type, VisitorState state) {
    for (Family family : families) {
      if (family.key.isPresent() && family.key.get().isSupertypeOf(type, state)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the method gives a root. */
  public boolean isRootFactory(MethodSymbol method, VisitorState state) {
    if (!method.isStatic()) {
      return false;
    }
    for (Family family : families) {
      if (family.context.isOf(method.owner, state)
          && family.model.rootFactories().contains(method.getSimpleName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** Whether each call of the method makes a new key. */
  public boolean isKeyFactory(MethodSymbol method, VisitorState state) {
    if (!method.isStatic()) {
      return false;
    }
    for (Family family : families) {
      if (family.declaresKeyFactories(method.owner, state)
          && family.model.keyFactories().contains(method.getSimpleName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** The family whose contexts the method makes current; empty where it makes none so. */
  public Optional<ContextModel> attachedBy(MethodSymbol method, VisitorState state) {
    for (Family family : families) {
      if (family.attachment.isPresent()
          && family.attachment.get().isOf(method.getReturnType().tsym, state)
          && family.model.attachingMethods().contains(method.getSimpleName().toString())) {
        return Optional.of(family.model);
      }
    }
    return Optional.empty();
  }

  /** Whether the method puts back the context that was current before another one was. */
  public boolean isDetachingMethod(MethodSymbol method, VisitorState state) {
    for (Family family : families) {
      if (family.attachment.isPresent()
          && family.attachment.get().isSupertypeOf(method.owner.type, state)
          && family.model.detachingMethods().contains(method.getSimpleName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** A model with its names resolved against the compilation at hand. */
  private static final class Family {
    final ContextModel model;
    final TypeName context;
    final ImmutableList<TypeName> owners;
    final Optional<TypeName> key;
    final Optional<TypeName> attachment;

    Family(ContextModel model) {
      this.model = model;
      this.context = new TypeName(model.contextType());
      this.owners =
          model.ownerTypes().stream().map(TypeName::new).collect(ImmutableList.toImmutableList());
      this.key = named(model.keyType());
      this.attachment = named(model.attachmentType());
    }

    private static Optional<TypeName> named(String type) {
      return type.isEmpty() ? Optional.empty() : Optional.of(new TypeName(type));
    }

    boolean declaresKeyFactories(Symbol type, VisitorState state) {
      return key.isPresent() && (key.get().isOf(type, state) || context.isOf(type, state));
    }

    boolean owns(@Nullable Type type, VisitorState state) {
      for (TypeName owner : owners) {
        if (owner.isSupertypeOf(type, state)) {
          return true;
        }
      }
      return false;
    }
  }
}
