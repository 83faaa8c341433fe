/** Where control goes: questions about paths, asked with predicates. Knows no context. */
@NullMarked
package dev.baton.checker.flow;

import org.jspecify.annotations.NullMarked;
