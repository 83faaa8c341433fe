package dev.baton.context.jmh;

import org.openjdk.jmh.annotations.Threads;

/** {@link OneParent}, each of two threads with children of the same parent. */
@Threads(2)
public class OneParentTwoThreads extends OneParent {}
