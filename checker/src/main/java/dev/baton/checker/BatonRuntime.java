package dev.baton.checker;

import com.sun.tools.javac.main.Arguments;
import com.sun.tools.javac.util.Context;
import dev.baton.checker.model.ContextModel;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Whether Baton's runtime is anywhere that a compilation reads classes or sources from. */
final class BatonRuntime {

  private static final List<StandardLocation> OF_MODULES =
      List.of(
          StandardLocation.MODULE_PATH,
          StandardLocation.UPGRADE_MODULE_PATH,
          StandardLocation.MODULE_SOURCE_PATH,
          StandardLocation.PATCH_MODULE_PATH);

  private static final List<StandardLocation> OF_PACKAGES =
      List.of(
          StandardLocation.CLASS_PATH,
          StandardLocation.SOURCE_PATH,
          StandardLocation.CLASS_OUTPUT,
          StandardLocation.PLATFORM_CLASS_PATH);

  private static final Set<JavaFileObject.Kind> TYPES =
      EnumSet.of(JavaFileObject.Kind.CLASS, JavaFileObject.Kind.SOURCE);

  private BatonRuntime() {}

  /** Asks no module: where javac reads from any, the answer is that one may be the runtime. */
  static boolean isWithinReachOf(Context context) {
    int dot = ContextModel.BATON_CONTEXT_TYPE.lastIndexOf('.');
    String packageName = ContextModel.BATON_CONTEXT_TYPE.substring(0, dot);
    String simpleName = ContextModel.BATON_CONTEXT_TYPE.substring(dot + 1);
    JavaFileManager files = context.get(JavaFileManager.class);
    return OF_MODULES.stream().anyMatch(files::hasLocation)
        || isCompiled(context, simpleName)
        || OF_PACKAGES.stream().anyMatch(location -> isIn(files, location, packageName));
  }

  private static boolean isCompiled(Context context, String simpleName) {
    for (JavaFileObject file : Arguments.instance(context).getFileObjects()) {
      if (file.isNameCompatible(simpleName, JavaFileObject.Kind.SOURCE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is anything in the package: javac asks the same when it first meets the name. */
  private static boolean isIn(
      JavaFileManager files, StandardLocation location, String packageName) {
    if (!files.hasLocation(location)) {
      return false;
    }
    try {
      return files.list(location, packageName, TYPES, false).iterator().hasNext();
    } catch (IOException e) {
      return true; // javac will say what is wrong with it
    }
  }
}
