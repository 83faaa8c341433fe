package dev.baton.checker.patch;

import com.google.common.base.Strings;

/**
 * Text that takes the place of other text.
 *
 * @param start where the old text starts, in characters
 * @param end where it ends, exclusive
 * @param text the new text
 */
record Edit(int start, int end, String text) {

  static Edit insertion(int at, String text) {
    return new Edit(at, at, text);
  }

  /** The smallest one that makes the second text of the first. */
  static Edit between(String before, String after) {
    int prefix = Strings.commonPrefix(before, after).length();
    int suffix = Strings.commonSuffix(before.substring(prefix), after.substring(prefix)).length();
    return new Edit(
        prefix, before.length() - suffix, after.substring(prefix, after.length() - suffix));
  }

  boolean isEmpty() {
    return start == end && text.isEmpty();
  }
}
