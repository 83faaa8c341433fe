package dev.baton.context.jmh;

import org.openjdk.jmh.annotations.Threads;

/** {@link WithTimeoutListener} by two threads at once: they share the timer. */
@Threads(2)
public class WithTimeoutListenerTwoThreads extends WithTimeoutListener {}
