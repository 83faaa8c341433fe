package dev.baton.checker.patch;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.List;
import java.util.Optional;

/**
 * Adds imports to a file one by one, each beside those it is most like, and leaves the rest of the
 * file's imports as they are. Error Prone would sort them all, and lose the comments in between.
 */
final class ImportEdits {

  private static final String STATIC = "import static ";
  private static final String PLAIN = "import ";

  private final CompilationUnitTree unit;
  private final String source;
  private final SourcePositions positions;

  ImportEdits(CompilationUnitTree unit, String source, SourcePositions positions) {
    this.unit = unit;
    this.source = source;
    this.positions = positions;
  }

  /** Whether the file has an import, written as {@code import a.B} or {@code import static a.b}. */
  boolean has(String wanted) {
    return unit.getImports().stream().anyMatch(i -> text(i).equals(wanted));
  }

  /** Adds an import that the file does not have. */
  Edit adding(String wanted) {
    boolean isStatic = wanted.startsWith(STATIC);
    List<? extends ImportTree> imports = unit.getImports();
    ImmutableList<ImportTree> kin =
        imports.stream()
            .filter(i -> i.isStatic() == isStatic)
            .collect(ImmutableList.toImmutableList());
    if (!kin.isEmpty()) {
      return beside(nearest(kin, wanted), wanted);
    }
    if (!imports.isEmpty()) {
      return isStatic
          ? Edit.insertion(start(imports.get(0)), wanted + ";\n\n")
          : after(imports.get(imports.size() - 1), "\n\n" + wanted + ";");
    }
    ExpressionTree packageName = unit.getPackageName();
    return packageName == null
        ? Edit.insertion(0, wanted + ";\n\n")
        : after(packageName, "\n\n" + wanted + ";");
  }

  /** Of those that share most of their name with it, the last that is sorted before it. */
  private static ImportTree nearest(ImmutableList<ImportTree> kin, String wanted) {
    int most = kin.stream().map(i -> shared(text(i), wanted)).max(naturalOrder()).orElseThrow();
    ImmutableList<ImportTree> like =
        kin.stream()
            .filter(i -> shared(text(i), wanted) == most)
            .collect(ImmutableList.toImmutableList());
    Optional<ImportTree> before =
        like.stream().filter(i -> text(i).compareTo(wanted) < 0).max(comparing(ImportEdits::text));
    return before.orElse(like.get(0));
  }

  /** How many parts of their names two imports have in common, from the front. */
  private static int shared(String one, String other) {
    List<String> parts = Splitter.on('.').splitToList(one);
    List<String> others = Splitter.on('.').splitToList(other);
    int n = 0;
    while (n < Math.min(parts.size(), others.size()) && parts.get(n).equals(others.get(n))) {
      n++;
    }
    return n;
  }

  private Edit beside(ImportTree neighbour, String wanted) {
    return text(neighbour).compareTo(wanted) < 0
        ? after(neighbour, "\n" + wanted + ";")
        : Edit.insertion(start(neighbour), wanted + ";\n");
  }

  /** After a declaration, and what is said about it on its line. */
  private Edit after(Tree declaration, String text) {
    // The tree of an import ends with its semicolon, that of a package's name before it.
    int last = (int) positions.getEndPosition(unit, declaration) - 1;
    int end = source.indexOf(';', last) + 1;
    int at = end;
    while (at < source.length() && " \t".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    if (source.startsWith("//", at)) {
      while (at < source.length() && "\r\n".indexOf(source.charAt(at)) < 0) {
        at++;
      }
      return Edit.insertion(at, text);
    }
    return Edit.insertion(end, text);
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private static String text(ImportTree tree) {
    return (tree.isStatic() ? STATIC : PLAIN) + tree.getQualifiedIdentifier();
  }
}
