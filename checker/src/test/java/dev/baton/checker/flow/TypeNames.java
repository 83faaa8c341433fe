package dev.baton.checker.flow;

import com.google.common.base.CaseFormat;

/** Names of the classes that the tables of this package are compiled as. */
final class TypeNames {

  private TypeNames() {}

  /** A class for each row, so that a failure names the row. */
  static String ofRow(String name) {
    return CaseFormat.LOWER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, name.replaceAll("\\W+", "_"));
  }
}
