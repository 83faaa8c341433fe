package dev.baton.checker.fix;

import static com.google.errorprone.util.ASTHelpers.getStartPosition;

import com.google.common.collect.Iterables;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text that makes a declaration a resource, and the rest of its block the block of its try.
 *
 * <p>All lines that move are indented by the same white space, those of text blocks too, which
 * leaves what these stand for as it was.
 *
 * <p>It is a single replacement. Where replacements of two fixes overlap, as where a block declares
 * two resources, Error Prone drops the later one, which must then be the whole of its fix.
 */
final class Wrapping {

  /** A line that tells how the file indents: white space, and not the inside of a comment. */
  private static final Pattern INDENTED = Pattern.compile("(?m)^(\\t| +)(?=[^\\s*])");

  private static final Pattern LONE_CARRIAGE_RETURN = Pattern.compile("\\r(?!\\n)");

  private final SourceText text;
  private final Resource resource;
  private final RestOfBlock rest;
  private final VisitorState state;
  private final Cuts cuts;

  /** Where the declaration begins. */
  private final int start;

  /** Where the declaration has ended, and the block of the try begins. */
  private final int body;

  /** Where the block or the group of the switch ends. */
  private final int end;

  /** The white space by which one level is indented more than the next outer one. */
  private final String unit;

  private Wrapping(SourceText text, Resource resource, RestOfBlock rest, VisitorState state) {
    this.text = text;
    this.resource = resource;
    this.rest = rest;
    this.state = state;
    this.cuts = new Cuts(text, state);
    this.start = getStartPosition(resource.tree());
    this.body = endOf(resource.tree());
    this.end = rest.isGroupOfSwitch() ? endOfGroup() : endOf(rest.scope().getLeaf()) - 1;
    this.unit = unit();
  }

  /**
   * Empty where the text is not what the trees say, as that of generated code, and where the
   * compiler would warn of the result.
   */
  static Optional<Wrapping> of(Resource resource, RestOfBlock rest, VisitorState state) {
    CharSequence code = state.getSourceCode();
    int body = state.getEndPosition(resource.tree());
    if (code == null
        || body <= 0
        || code.charAt(body - 1) != ';'
        || !isWritten(rest, body, code, state)
        || LONE_CARRIAGE_RETURN.matcher(code).find()) {
      return Optional.empty();
    }
    Wrapping wrapping = new Wrapping(new SourceText(code.toString()), resource, rest, state);
    wrapping.cut();
    return wrapping.keepsClose() ? Optional.empty() : Optional.of(wrapping);
  }

  /** Whether the block ends in the text: that of a processor, as Lombok's, may end nowhere. */
  private static boolean isWritten(
      RestOfBlock rest, int body, CharSequence code, VisitorState state) {
    int brace = state.getEndPosition(rest.scope().getLeaf()) - 1;
    return rest.isGroupOfSwitch() || (brace >= body && code.charAt(brace) == '}');
  }

  /**
   * Whether a call stays that does the same: of {@code close} on a resource the compiler warns, and
   * what is put back twice is not what was there.
   */
  private boolean keepsClose() {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void unused) {
        found[0] |=
            resource.isClosedBy(call)
                && (resource.isArgument() || isNamedClose(call))
                && !cuts.contains(getStartPosition(call));
        return super.visitMethodInvocation(call, null);
      }
    }.scan(rest.statements(), null);
    return found[0];
  }

  private static boolean isNamedClose(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("close");
  }

  /** Cuts what the block of the try makes superfluous; its brace sets the declaration off. */
  private void cut() {
    cuts.blankLinesAfter(body);
    for (TreePath call : LastCalls.in(rest, resource)) {
      if (call.getLeaf() instanceof TryTree) {
        cuts.finallyOf(call, unit);
      } else {
        cuts.statement(call);
      }
    }
  }

  /** The declaration as it is written, without its semicolon. */
  String declaration() {
    return text.code().substring(start, body - 1);
  }

  /** The declaration with another type in the place of its own. */
  String declarationAs(String type) {
    return text.code().substring(start, getStartPosition(resource.tree().getType()))
        + type
        + text.code().substring(endOf(resource.tree().getType()), body - 1);
  }

  /**
   * Adds the replacement to a fix.
   *
   * @param declaration what becomes the resource, without a semicolon
   */
  void addTo(SuggestedFix.Builder fix, String declaration) {
    replace(fix, "try (" + declaration + ") {", "");
  }

  /** Adds the replacement that leaves the declaration, and ends the block with a call. */
  void addTo(SuggestedFix.Builder fix, String declaration, String lastCall) {
    boolean hasLines = text.hasLineEnd(body, end);
    String line = hasLines ? text.lineEnd() + text.indentationAt(start) : " ";
    replace(
        fix,
        declaration + ";" + line + "try {",
        " finally {" + line + (hasLines ? unit : "") + lastCall + ";" + line + "}");
  }

  private void replace(SuggestedFix.Builder fix, String opening, String ending) {
    String close =
        text.hasLineEnd(body, end) ? text.lineEnd() + text.indentationAt(start) + "}" : " }";
    int last = text.endOfTextBefore(end);
    fix.replace(start, last, opening + moved(body, last).stripTrailing() + close + ending);
  }

  /** The text from here to there as it stands in its new block. */
  private String moved(int from, int to) {
    StringBuilder moved = new StringBuilder();
    for (int at = from; at < to; at++) {
      if (!cuts.contains(at)) {
        boolean isIndented =
            text.startOfLine(at) == at
                && !text.isBlank(at, text.endOfLine(at))
                && !cuts.unwraps(at);
        moved.append(isIndented ? unit : "").append(text.code().charAt(at));
      }
    }
    return moved.toString();
  }

  /** With a comment on the line of the last statement, and without one for the next group. */
  private int endOfGroup() {
    int last = endOf(Iterables.getLast(rest.statements()));
    String remark = text.code().substring(last, text.endOfLine(last)).strip();
    boolean isRemark =
        remark.startsWith("//") || (remark.startsWith("/*") && remark.endsWith("*/"));
    return isRemark && text.hasLineEnd(body, last)
        ? text.endOfTextBefore(text.endOfLine(last))
        : last;
  }

  private String unit() {
    String inner = text.indentationAt(start);
    boolean closesOnOwnLine = !rest.isGroupOfSwitch() && text.isFirstOfLine(end);
    String outer =
        text.indentationAt(closesOnOwnLine ? end : getStartPosition(rest.scope().getLeaf()));
    if (inner.startsWith(outer) && inner.length() > outer.length()) {
      return inner.substring(outer.length());
    }
    return INDENTED.matcher(text.code()).results().findFirst().map(MatchResult::group).orElse("  ");
  }

  private int endOf(Tree tree) {
    return state.getEndPosition(tree);
  }
}
