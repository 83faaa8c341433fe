package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the code being compiled refers to a field, or to a private method or constructor. */
final class References {

  private References() {}

  /** All of them, when they are in the file at hand; empty when others have some, or may have. */
  static Optional<ImmutableList<TreePath>> allInThisFile(Symbol declared, VisitorState state) {
    List<TreePath> references = new ArrayList<>();
    List<TreePath> unknown = new ArrayList<>();
    new NameScanner(
            (symbol, name, path) -> {
              if (symbol == declared) {
                references.add(asWritten(path));
              } else if (symbol == null && name.equals(declared.getSimpleName())) {
                unknown.add(path);
              }
            })
        .scan(new TreePath(state.getPath().getCompilationUnit()), null);
    if (!unknown.isEmpty() || (!isPrivate(declared) && FieldFiles.othersName(declared, state))) {
      return Optional.empty();
    }
    return Optional.of(ImmutableList.copyOf(references));
  }

  /** For code of a constructor that javac has added to a class, the creation of the object. */
  private static TreePath asWritten(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof MethodTree method && ASTHelpers.isGeneratedConstructor(method)) {
        return at.getParentPath().getParentPath();
      }
    }
    return path;
  }

  /** Whether only code inside of the same outermost class can refer to it. */
  private static boolean isPrivate(Symbol declared) {
    for (Symbol at = declared; !(at.owner instanceof PackageSymbol); at = at.owner) {
      if ((at.flags() & Flags.PRIVATE) != 0 || !(at.owner instanceof ClassSymbol)) {
        return true;
      }
    }
    return false;
  }
}
