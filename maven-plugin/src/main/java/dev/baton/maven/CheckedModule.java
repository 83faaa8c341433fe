package dev.baton.maven;

/**
 * What is known of a module, and how.
 *
 * @param isUnchanged whether it is what was found last time, since nothing has changed
 */
record CheckedModule(ModuleResult result, boolean isUnchanged) {}
