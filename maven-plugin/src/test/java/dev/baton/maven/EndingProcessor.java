package dev.baton.maven;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

/** Ends the JVM it runs in. */
@SupportedAnnotationTypes("*")
public final class EndingProcessor extends AbstractProcessor {

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Runtime.getRuntime().halt(3);
    return false;
  }
}
