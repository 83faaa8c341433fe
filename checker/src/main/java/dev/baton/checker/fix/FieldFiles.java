package dev.baton.checker.fix;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a compilation refer to a field.
 *
 * <p>A check sees one file at a time, but javac attributes all of them before the first is
 * analysed, so the others can be asked as well. Gathered when first needed, once a compilation,
 * with which it ends. What is compiled elsewhere, such as tests, is not seen.
 */
final class FieldFiles {

  private static final Context.Key<FieldFiles> KEY = new Context.Key<>();

  private final SetMultimap<Symbol, CompilationUnitTree> files = HashMultimap.create();

  /** By names of which nothing more is known. */
  private final SetMultimap<Name, CompilationUnitTree> filesByName = HashMultimap.create();

  private FieldFiles(VisitorState state) {
    for (CompilationUnitTree file : allFiles(state)) {
      new NameScanner((symbol, name, path) -> add(symbol, name, file))
          .scan(new TreePath(file), null);
    }
  }

  /** Whether a file other than the one at hand names the field, or may do so. */
  static boolean othersName(Symbol field, VisitorState state) {
    // File by file, those before this one are lowered, and those after it are unknown.
    if ("byfile".equals(Options.instance(state.context).get("compilePolicy"))) {
      return true;
    }
    FieldFiles known = state.context.get(KEY);
    if (known == null) {
      known = new FieldFiles(state);
      state.context.put(KEY, known);
    }
    CompilationUnitTree here = state.getPath().getCompilationUnit();
    return Stream.concat(
            known.files.get(field).stream(), known.filesByName.get(field.getSimpleName()).stream())
        .anyMatch(file -> file != here);
  }

  private void add(@Nullable Symbol symbol, Name name, CompilationUnitTree file) {
    if (symbol == null) {
      filesByName.put(name, file);
    } else if (symbol instanceof VarSymbol field && field.getKind().isField()) {
      files.put(field, file);
    }
  }

  /** All files that declare a class. */
  private static Set<CompilationUnitTree> allFiles(VisitorState state) {
    JavacTrees trees = JavacTrees.instance(state.context);
    Set<CompilationUnitTree> files = new HashSet<>();
    for (ClassSymbol type : state.getSymtab().getAllClasses()) {
      TreePath path = type.owner instanceof PackageSymbol ? trees.getPath(type) : null;
      if (path != null) {
        files.add(path.getCompilationUnit());
      }
    }
    return files;
  }
}
