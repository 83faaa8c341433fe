package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.google.errorprone.util.FindIdentifiers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.KindSelector;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.NewKeys;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fix that makes a key once, as a constant of the class, and uses that. */
public final class HoistedKey {

  private static final String MODIFIERS = "private static final ";

  private HoistedKey() {}

  /** The call is moved to a new constant, or the constant that is there already takes its place. */
  public static SuggestedFix ofCall(
      MethodInvocationTree call, Contexts contexts, VisitorState state) {
    TreePath home = homeAround(state.getPath());
    Optional<String> name = NewKeys.constantFor(call);
    Type type = ASTHelpers.getType(call);
    if (home == null || name.isEmpty() || type == null || !isConstant(call, type, state)) {
      return SuggestedFix.emptyFix();
    }
    String creation = state.getSourceForNode(call);
    if (isNamed(name.get(), creation, type, home, state)) {
      return SuggestedFix.replace(call, name.get());
    }
    return Tokens.of(state)
        .filter(tokens -> !isWord(name.get(), tokens.source()))
        .map(tokens -> moved(call, type, name.get(), (ClassTree) home.getLeaf(), tokens, state))
        .orElse(SuggestedFix.emptyFix());
  }

  /** The field becomes the constant, and what names the field names that. */
  public static SuggestedFix ofField(VariableTree tree, Contexts contexts, VisitorState state) {
    VarSymbol field = ASTHelpers.getSymbol(tree);
    if (!NewKeys.isMadeBy(tree.getInitializer(), contexts, state)
        || (field.flags() & Flags.PRIVATE) == 0
        || !tree.getModifiers().getAnnotations().isEmpty()
        || FieldLines.areShared(tree, state)
        || !isHome(field.enclClass())
        || !isConstant((MethodInvocationTree) tree.getInitializer(), field.type, state)) {
      return SuggestedFix.emptyFix();
    }
    String name = NewKeys.constantFor((MethodInvocationTree) tree.getInitializer()).orElse("");
    return References.allInThisFile(field, state)
        .filter(uses -> uses.stream().allMatch(HoistedKey::isRead))
        .flatMap(uses -> Tokens.of(state).map(tokens -> turned(tree, name, uses, tokens, state)))
        .orElse(SuggestedFix.emptyFix());
  }

  private static SuggestedFix turned(
      VariableTree field, String name, List<TreePath> uses, Tokens tokens, VisitorState state) {
    boolean isRenamed = !field.getName().contentEquals(name);
    if (name.isEmpty() || (isRenamed && isWord(name, tokens.source()))) {
      return SuggestedFix.emptyFix();
    }
    Edits edits = new Edits(tokens.source());
    for (TreePath use : uses) {
      int start = ASTHelpers.getStartPosition(use.getLeaf());
      if (!tokens.startAt(start)) {
        return SuggestedFix.emptyFix();
      }
      edits.replace(start, state.getEndPosition(use.getLeaf()), name);
    }
    int type = ASTHelpers.getStartPosition(field.getType());
    int start = ASTHelpers.getStartPosition(field);
    edits.replace(start, type, MODIFIERS);
    int declared = tokens.indexAt(state.getEndPosition(field.getType()));
    edits.replace(tokens.start(declared), tokens.end(declared), name);
    return edits.toFix();
  }

  private static SuggestedFix moved(
      MethodInvocationTree call,
      Type type,
      String name,
      ClassTree home,
      Tokens tokens,
      VisitorState state) {
    Tree first = firstMemberOf(home, tokens);
    int start = ASTHelpers.getStartPosition(call);
    if (first == null || !tokens.startAt(start)) {
      return SuggestedFix.emptyFix();
    }
    SuggestedFix.Builder imports = SuggestedFix.builder();
    String typeName = SuggestedFixes.prettyType(state, imports, type);
    SourceText text = new SourceText(tokens.source());
    int firstStart = ASTHelpers.getStartPosition(first);
    int brace = tokens.end(tokens.indexAt(firstStart) - 1);
    String lineEnd = text.lineEnd();
    String declaration =
        lineEnd
            + text.indentationAt(firstStart)
            + MODIFIERS
            + typeName
            + " "
            + name
            + " = "
            + state.getSourceForNode(call)
            + ";"
            + (first instanceof VariableTree || startsWithBlankLine(text, brace) ? "" : lineEnd);
    Edits edits = new Edits(tokens.source());
    edits.replace(start, state.getEndPosition(call), name);
    edits.replace(brace, brace, declaration);
    return imports.merge(edits.toFix()).build();
  }

  private static boolean startsWithBlankLine(SourceText text, int brace) {
    int next = text.startOfNextLine(brace);
    return text.isLastOfLine(brace) && text.isBlank(next, text.endOfLine(next));
  }

  /** What stands right behind the brace that opens the class. */
  private static @Nullable Tree firstMemberOf(ClassTree home, Tokens tokens) {
    for (Tree member : home.getMembers()) {
      int start = ASTHelpers.getStartPosition(member);
      if (tokens.startAt(start)
          && tokens.indexAt(start) > 0
          && tokens.is(tokens.indexAt(start) - 1, "{")) {
        return member;
      }
    }
    return null;
  }

  /** Whether the class has that constant for the same key, and the name means it here. */
  private static boolean isNamed(
      String name, String creation, Type type, TreePath home, VisitorState state) {
    for (Tree member : ((ClassTree) home.getLeaf()).getMembers()) {
      if (member instanceof VariableTree constant && constant.getName().contentEquals(name)) {
        VarSymbol symbol = ASTHelpers.getSymbol(constant);
        return symbol.isStatic()
            && (symbol.flags() & Flags.FINAL) != 0
            && state.getTypes().isSameType(symbol.type, type)
            && creation.equals(state.getSourceForNode(constant.getInitializer()))
            && FindIdentifiers.findIdent(name, state, KindSelector.VAL) == symbol;
      }
    }
    return false;
  }

  /** Whether the key can be made where nothing of this code is in scope. */
  private static boolean isConstant(MethodInvocationTree call, Type type, VisitorState state) {
    return type.getTypeArguments().stream().allMatch(value -> isNameable(value, state))
        && call.getArguments().stream().allMatch(HoistedKey::isConstant);
  }

  private static boolean isConstant(ExpressionTree argument) {
    return argument instanceof LiteralTree
        || (TreeInfo.symbol((JCTree) argument) instanceof VarSymbol variable
            && variable.isStatic()
            && variable.getConstantValue() != null);
  }

  /** Whether it is a type that can be written, and that says something about a value. */
  private static boolean isNameable(Type type, VisitorState state) {
    return type instanceof ClassType
        && !type.isCompound()
        && !type.isErroneous()
        && type.tsym != state.getSymtab().objectType.tsym
        && !type.tsym.isDirectlyOrIndirectlyLocal()
        && type.getTypeArguments().stream().allMatch(argument -> isNameable(argument, state));
  }

  /** The innermost class around that can have constants. */
  private static @Nullable TreePath homeAround(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree type && isHome(ASTHelpers.getSymbol(type))) {
        return at;
      }
    }
    return null;
  }

  private static boolean isHome(ClassSymbol type) {
    return type.getKind().isClass()
        && (type.owner instanceof PackageSymbol
            || (type.isStatic() && type.owner instanceof ClassSymbol));
  }

  /** Whether it is read by its name, or through a type or object that names nothing else. */
  private static boolean isRead(TreePath use) {
    if (use.getParentPath().getLeaf() instanceof AssignmentTree assignment
        && assignment.getVariable() == use.getLeaf()) {
      return false;
    }
    if (!(use.getLeaf() instanceof MemberSelectTree select)) {
      return true;
    }
    return select.getExpression() instanceof IdentifierTree
        || TreeInfo.symbol((JCTree) select.getExpression()) instanceof ClassSymbol;
  }

  private static boolean isWord(String name, String source) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(source).find();
  }
}
