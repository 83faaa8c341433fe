package dev.baton.maven;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Says in which JVM it runs, and for the how manieth time. */
@SupportedAnnotationTypes("*")
public final class JvmProcessor extends AbstractProcessor {

  private static final AtomicInteger RUNS = new AtomicInteger();

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      String jvm = ProcessHandle.current().pid() + " " + RUNS.incrementAndGet();
      processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, jvm);
    }
    return false;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }
}
