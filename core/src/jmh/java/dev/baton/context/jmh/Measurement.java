package dev.baton.context.jmh;

/**
 * One run of a benchmark in a process of its own.
 *
 * @param parameter of the case; empty if it has none
 * @param library the column
 * @param nanos for an operation, by each thread
 * @param bytes allocated by an operation
 */
record Measurement(String parameter, String library, double nanos, double bytes) {}
