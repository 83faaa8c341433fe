package dev.baton.checker.patch;

import com.google.common.base.Splitter;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.LiteralTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.LiteralTree;
import java.util.List;

/**
 * A check with a finding at each string that starts with {@code use}: {@code "use X"} has no fix,
 * {@code "use X: code"} is replaced by the code, and with {@code "use X: code: import a.B"} the
 * file gets an import, too.
 */
@BugPattern(
    summary = "A string that asks for it.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class LiteralFixes extends BugChecker implements LiteralTreeMatcher {

  @Override
  public Description matchLiteral(LiteralTree tree, VisitorState state) {
    String text = ASTHelpers.constValue(tree, String.class);
    if (text == null || !text.startsWith("use ")) {
      return Description.NO_MATCH;
    }
    List<String> parts = Splitter.on(": ").splitToList(text);
    SuggestedFix.Builder fix = SuggestedFix.builder();
    if (parts.size() > 1) {
      fix.replace(tree, parts.get(1));
    }
    for (String part : parts.subList(Math.min(2, parts.size()), parts.size())) {
      if (part.startsWith("import static ")) {
        fix.addStaticImport(part.substring("import static ".length()));
      } else {
        fix.addImport(part.substring("import ".length()));
      }
    }
    return buildDescription(tree).setMessage(parts.get(0)).addFix(fix.build()).build();
  }
}
