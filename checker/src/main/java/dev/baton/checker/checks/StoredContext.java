package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.AnnotationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCAnnotation;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import dev.baton.checker.fix.InlinedRoot;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Births;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.FieldReaders;
import dev.baton.checker.model.OwnerUses;
import dev.baton.checker.model.Signatures;
import dev.baton.checker.model.Slots;
import dev.baton.checker.model.TestCode;
import dev.baton.checker.model.Yields;
import dev.baton.checker.model.Yields.Yield;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;

/**
 * A context, or what yields one, that is kept in a field, a record component or a constant.
 *
 * <p>A context belongs to one request and ends with it. In a field it is used after its end, or by
 * the next request, and whoever calls a method cannot see which one it obeys. Reported at the
 * variable, whose position is that of its name.
 *
 * <p>Not flagged, on purpose: types that only receive or transform contexts, own containers, a
 * class that is a context itself, {@code @ContextCarrier}, test code, an owner that the class
 * cancels or hands on (its lifecycle is the point of the class), a private owner field that nobody
 * cancels ({@code LostCancel} reports that), and an adapter, of which only methods with a foreign
 * signature, that has no place for a context, read the field.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A context kept in a field.",
    linkType = LinkType.NONE,
    severity = SeverityLevel.WARNING)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class StoredContext extends BugChecker
    implements VariableTreeMatcher, AnnotationTreeMatcher, Selective {

  private static final String CARRIER = "ContextCarrier";

  private final Contexts contexts;
  private final Yields yields;
  private final Slots slots;

  /** For the ServiceLoader: no flags. */
  public StoredContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  StoredContext(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "StoredContext");
    this.yields = new Yields(contexts);
    this.slots = new Slots(contexts, new Births(contexts));
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    if (tree instanceof JCVariableDecl variable) {
      return variable.sym != null
          && variable.sym.getKind().isField()
          && yields.of(variable.sym.type, state) != Yield.NOTHING;
    }
    return tree instanceof JCAnnotation annotation && Annotations.isNamed(annotation, CARRIER);
  }

  /** An exemption without its reason. */
  @Override
  public Description matchAnnotation(AnnotationTree tree, VisitorState state) {
    if (!isCandidate(tree, state) || !contexts.areKnown(state)) {
      return Description.NO_MATCH;
    }

    // The annotation of another element, or of an annotation's own declaration.
    if (!(state.getPath().getParentPath().getParentPath().getLeaf() instanceof ClassTree type)) {
      return Description.NO_MATCH;
    }

    if (!Annotations.lacksReason(tree) || isOutOfScope(state)) {
      return Description.NO_MATCH;
    }

    return buildDescription(tree)
        .setMessage(
            String.format(
                "`@%s` gives no reason; say why `%s` carries a context",
                CARRIER, type.getSimpleName()))
        .build();
  }

  @Override
  public Description matchVariable(VariableTree tree, VisitorState state) {
    if (!(state.getPath().getParentPath().getLeaf() instanceof ClassTree owner)
        || !contexts.areKnown(state)
        || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    // Its author says that it is there to carry a context.
    if (Annotations.find(owner, CARRIER).isPresent()) {
      return Description.NO_MATCH;
    }

    // Somebody looks after it, or LostCancel says that nobody does.
    VarSymbol field = ASTHelpers.getSymbol(tree);
    Yield yield = yields.of(field.type, state);
    if (yield == Yield.OWNERS
        && (isPrivateOwner(field, state) || OwnerUses.cancelOrHandOn(field, slots, state))) {
      return Description.NO_MATCH;
    }

    // Its methods have no place for a context, and it is not theirs to make one.
    if (isForcedAdapter(field, state)) {
      return Description.NO_MATCH;
    }

    if (isOutOfScope(state)) {
      return Description.NO_MATCH;
    }

    return buildDescription(tree)
        .setMessage(message(field, yield, state))
        .addFix(InlinedRoot.of(tree, contexts, state))
        .build();
  }

  private boolean isOutOfScope(VisitorState state) {
    return contexts.inContextType(state)
        || Annotations.inGeneratedCode(state)
        || TestCode.contains(state);
  }

  private boolean isPrivateOwner(VarSymbol field, VisitorState state) {
    return field.isPrivate() && !isRecordComponent(field) && contexts.isOwner(field.type, state);
  }

  private boolean isForcedAdapter(VarSymbol field, VisitorState state) {
    return !field.isStatic()
        && FieldReaders.allSatisfy(method -> isForced(method, state), field, state);
  }

  /** Whether a method outside the source being compiled dictates a signature without a context. */
  private boolean isForced(MethodSymbol method, VisitorState state) {
    if (method.getParameters().stream().anyMatch(p -> contexts.isContext(p.type, state))) {
      return false;
    }
    return Signatures.isForeign(method, state);
  }

  private static boolean isRecordComponent(VarSymbol field) {
    return ASTHelpers.isRecord(field.owner) && !field.isStatic();
  }

  private String message(VarSymbol field, Yield yield, VisitorState state) {
    return contexts.isContext(field.type, state)
        ? String.format(
            "%s keeps context `%s` in a %s, where %s; pass it to each method as a parameter%s",
            nameOf(field.owner),
            field.getSimpleName(),
            placeOf(field),
            field.isStatic()
                ? "all requests share it until the program ends"
                : "it outlives its request",
            yield == Yield.OWNERS ? ", or cancel it here" : "")
        : String.format(
            "%s keeps contexts in %s `%s`, where %s; pass each as a parameter%s",
            nameOf(field.owner),
            placeOf(field),
            field.getSimpleName(),
            field.isStatic()
                ? "all requests share them until the program ends"
                : "they outlive their requests",
            yield == Yield.OWNERS ? ", or cancel them here" : "");
  }

  private static String nameOf(Symbol type) {
    return type.getSimpleName().isEmpty() ? "an anonymous class" : "`" + type.getSimpleName() + "`";
  }

  private static String placeOf(VarSymbol field) {
    if (isRecordComponent(field)) {
      return "record component";
    }
    return field.isStatic() ? "static field" : "field";
  }
}
