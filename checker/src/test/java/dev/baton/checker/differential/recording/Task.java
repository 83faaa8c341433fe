package dev.baton.checker.differential.recording;

/** A piece of a program that others run. */
@FunctionalInterface
public interface Task {
  void run() throws Exception;
}
