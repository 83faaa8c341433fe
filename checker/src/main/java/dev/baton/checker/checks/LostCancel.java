package dev.baton.checker.checks;

import static com.google.errorprone.matchers.Description.NO_MATCH;
import static com.google.errorprone.util.ASTHelpers.findPathFromEnclosingNodeToTopLevel;
import static com.google.errorprone.util.ASTHelpers.getSymbol;
import static com.google.errorprone.util.ASTHelpers.getType;
import static com.google.errorprone.util.ASTHelpers.stripParentheses;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MemberReferenceTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.fix.IntoTryWithResources;
import dev.baton.checker.fix.Resource;
import dev.baton.checker.flow.Escape;
import dev.baton.checker.flow.Paths;
import dev.baton.checker.flow.Question;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Births;
import dev.baton.checker.model.Bodies;
import dev.baton.checker.model.ContextModel;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.Duties;
import dev.baton.checker.model.FieldSources;
import dev.baton.checker.model.NoReturn;
import dev.baton.checker.model.OwnerUses;
import dev.baton.checker.model.Rehearsals;
import dev.baton.checker.model.ReturnedArgument;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.Slot;
import dev.baton.checker.model.Slots;
import dev.baton.checker.report.Losses;
import dev.baton.checker.report.Remedies;
import dev.baton.checker.scan.Selective;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Flags a context that somebody has to cancel and that is not cancelled on every path: its result
 * is dropped or kept as a plain context, or some way out of the code that created it leaves without
 * having cancelled it or handed it on. It then keeps its timer, its listeners and its place below
 * the parent until the parent is done, which for a server may be never.
 *
 * <p>Not flagged: an owner that is given to a slot which can cancel it, since whoever has it then
 * has the duty; an unchecked exception that no catch clause of the method sees, unless {@code
 * LostCancel:Strict} is set; the ways out of {@code main}, after which there is no process.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A cancellable context that is not cancelled on every path.",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class LostCancel extends BugChecker
    implements MethodInvocationTreeMatcher,
        MemberReferenceTreeMatcher,
        MethodTreeMatcher,
        VariableTreeMatcher,
        Selective {

  /** What ends an owner that is no context. */
  private static final ImmutableSet<String> CLOSE = ImmutableSet.of("close");

  /** Of JUnit: the framework closes the field after the test. */
  private static final String CLOSED_BY_JUNIT = "AutoClose";

  private final Contexts contexts;
  private final Births births;
  private final Slots slots;
  private final boolean strict;

  /** For the bodies of {@link #unit} in which a local gets a duty. */
  private final Map<Tree, Answer> answers = new HashMap<>();

  private @Nullable CompilationUnitTree unit;

  /** For the service loader; Error Prone itself gives the flags. */
  public LostCancel() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  LostCancel(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "LostCancel");
    this.births = new Births(contexts);
    this.slots = new Slots(contexts, births);
    this.strict = Settings.from(flags).strict();
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    if (tree instanceof JCMethodInvocation call) {
      return births.happenAt(TreeInfo.symbol(call.meth), state);
    }
    if (tree instanceof JCMemberReference reference) {
      return births.happenAt(reference.sym, state);
    }
    if (tree instanceof JCVariableDecl variable) {
      return isPrivateField(variable.sym) && contexts.isOwner(variable.sym.type, state);
    }
    return tree instanceof JCMethodDecl method
        && Annotations.find(method, Births.MUST_CANCEL).isPresent();
  }

  private static boolean isPrivateField(@Nullable VarSymbol variable) {
    return variable != null
        && variable.getKind() == ElementKind.FIELD
        && (variable.flags() & Flags.PRIVATE) != 0;
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return contexts.areKnown(state)
        ? unlessTypesAreMissing(() -> checkCreation(tree, state))
        : NO_MATCH;
  }

  private Description checkCreation(MethodInvocationTree tree, VisitorState state) {
    if (!isCandidate(tree, state)) {
      return NO_MATCH;
    }

    // Whoever gets the owner has the duty.
    Slot slot = slots.of(state.getPath(), state);
    if (slot.isTaken()) {
      return NO_MATCH;
    }

    // A local that is declared elsewhere may be suppressed there.
    VarSymbol local = slot.local();
    if (local != null && isSuppressed(local, state)) {
      return NO_MATCH;
    }

    // Nothing is created where a test expects an exception, or tells a mock what is called.
    if (slot.isBorrowed() && Rehearsals.contains(state)) {
      return NO_MATCH;
    }

    Optional<String> fault =
        slot.isBorrowed()
            ? Optional.of(Losses.discarded(tree, slot.tree(), state))
            : faultOf(local, tree, slot.tree(), state);
    if (fault.isEmpty() || isExempt(state)) {
      return NO_MATCH;
    }

    return buildDescription(tree)
        .setMessage(fault.get())
        .addFix(fixOf(tree, slot.tree(), state))
        .build();
  }

  /** The block of a local that the call initializes, and that does not escape, can close it. */
  private SuggestedFix fixOf(MethodInvocationTree creation, Tree slot, VisitorState state) {
    if (!(slot instanceof VariableTree local)
        || stripParentheses(local.getInitializer()) != creation) {
      return SuggestedFix.emptyFix();
    }
    Type type = getType(creation);
    ImmutableSet<String> ends =
        contexts.familyOf(type, state).map(ContextModel::cancellingMethods).orElse(CLOSE);
    Resource resource =
        new Resource(
            findPathFromEnclosingNodeToTopLevel(state.getPath(), VariableTree.class),
            type,
            ends,
            /* isArgument= */ false,
            value -> slots.of(value, state).isTaken(),
            given -> contexts.isContext(given, state),
            /* actsUnmentioned= */ false);
    return IntoTryWithResources.of(resource, state);
  }

  @Override
  public Description matchMemberReference(MemberReferenceTree tree, VisitorState state) {
    return contexts.areKnown(state)
        ? unlessTypesAreMissing(() -> checkReference(tree, state))
        : NO_MATCH;
  }

  private Description checkReference(MemberReferenceTree tree, VisitorState state) {
    if (!isCandidate(tree, state)) {
      return NO_MATCH;
    }

    if (slots.resultTakesOver(tree, state) || Rehearsals.contains(state) || isExempt(state)) {
      return NO_MATCH;
    }

    return describe(tree, Losses.discarded(tree));
  }

  /** An annotation that asks for what no caller can do. */
  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    Optional<AnnotationTree> mustCancel = Annotations.find(tree, Births.MUST_CANCEL);
    return mustCancel.isPresent() && contexts.areKnown(state)
        ? unlessTypesAreMissing(() -> checkAnnotated(tree, mustCancel.get(), state))
        : NO_MATCH;
  }

  private Description checkAnnotated(
      MethodTree tree, AnnotationTree mustCancel, VisitorState state) {
    MethodSymbol method = getSymbol(tree);
    if (births.canBeCancelled(method.getReturnType(), state) || isExempt(state)) {
      return NO_MATCH;
    }

    return describe(mustCancel, Losses.notCancellable(method));
  }

  /** A field that holds an owner, and that nobody who can see it cancels. */
  @Override
  public Description matchVariable(VariableTree tree, VisitorState state) {
    return contexts.areKnown(state)
        ? unlessTypesAreMissing(() -> checkField(tree, state))
        : NO_MATCH;
  }

  private Description checkField(VariableTree tree, VisitorState state) {
    if (!isCandidate(tree, state)) {
      return NO_MATCH;
    }

    // The context of a record component is that of whoever made the record.
    VarSymbol field = getSymbol(tree);
    if (isComponent(field)) {
      return NO_MATCH;
    }

    if (Annotations.has(field, CLOSED_BY_JUNIT) || !FieldSources.areInSight(tree, state)) {
      return NO_MATCH;
    }

    if (OwnerUses.cancelOrHandOn(field, slots, state) || isExempt(state)) {
      return NO_MATCH;
    }

    return describe(tree, Losses.neverCancelled(field));
  }

  private static boolean isComponent(VarSymbol field) {
    return (field.flags() & Flags.RECORD) != 0 && !field.isStatic();
  }

  private boolean isExempt(VisitorState state) {
    return contexts.inContextType(state) || Annotations.inGeneratedCode(state);
  }

  private Optional<String> faultOf(
      VarSymbol local, MethodInvocationTree creation, Tree slot, VisitorState state) {
    Answer answer = answerFor(state);
    if (local.getSimpleName().contentEquals("unused") && !answer.duties().areDischargedFor(local)) {
      return Optional.of(Losses.discarded(creation, slot, state));
    }
    Escape escape = answer.escapes().get(creation);
    if (escape == null) {
      return Optional.empty();
    }
    Tree body = Bodies.around(state.getPath()).getLeaf();
    String remedy = Remedies.ofLost(local, getType(creation), escape.tree(), body, state);
    return Optional.of(Losses.lost(local, escape.inWords(state), remedy));
  }

  /** What becomes of the duties in the body around the tree at hand; found out once a body. */
  private Answer answerFor(VisitorState state) {
    if (unit != state.getPath().getCompilationUnit()) {
      unit = state.getPath().getCompilationUnit();
      answers.clear();
    }
    TreePath body = Bodies.around(state.getPath());
    Answer known = answers.get(body.getLeaf());
    if (known == null) {
      known = answer(body, state);
      answers.put(body.getLeaf(), known);
    }
    return known;
  }

  private Answer answer(TreePath body, VisitorState state) {
    Duties duties = Duties.in(body, contexts, births, slots, state);
    Question question =
        new Question(
            duties::areBornAt,
            duties::dischargedBy,
            duties::absentWhere,
            duties::absentWhereNull,
            ReturnedArgument::of,
            NoReturn::from,
            step -> contexts.areQuietAt(step, state),
            !Bodies.isOfMain(body),
            strict);
    return new Answer(duties, Paths.unsettled(body, question, state));
  }

  /** What the code does cannot be told where a type it names is not on the class path. */
  private static Description unlessTypesAreMissing(Supplier<Description> check) {
    try {
      return check.get();
    } catch (CompletionFailure missing) {
      return NO_MATCH;
    }
  }

  private Description describe(Tree tree, String message) {
    return buildDescription(tree).setMessage(message).build();
  }

  /** The duties of a body, and the way out by which each that is lost is lost. */
  private record Answer(Duties duties, ImmutableMap<Tree, Escape> escapes) {}
}
