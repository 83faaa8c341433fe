package dev.baton.context.slf4j;

import static com.google.common.truth.Truth.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.baton.context.Context;
import dev.baton.context.metadata.RequestMetadata;
import dev.baton.context.metadata.TraceParent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** With a real logger, whose lines are looked at. */
@SuppressWarnings("try") // scopes are closed and not used
final class MdcContextsTest {
  private final List<String> lines = new ArrayList<>();
  private Logger log;

  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        private final PatternLayout layout = new PatternLayout();

        @Override
        public void start() {
          layout.setContext(getContext());
          layout.setPattern("%X{trace_id:-none} %msg");
          layout.start();
          super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
          lines.add(layout.doLayout(event));
        }
      };

  @BeforeEach
  void listen() {
    appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    appender.start();
    log = (Logger) LoggerFactory.getLogger(MdcContextsTest.class);
    log.setAdditive(false);
    log.addAppender(appender);
  }

  @AfterEach
  void stop() {
    log.detachAppender(appender);
    MDC.clear();
  }

  private static Context traced(String traceId) {
    return RequestMetadata.with(
        Context.background(),
        RequestMetadata.empty().withTraceParent(new TraceParent(traceId, "b7ad6b7169203331", 0)));
  }

  @Test
  void theTraceIdIsInTheLinesOfItsScope() {
    log.info("before");
    try (MdcScope scope = MdcContexts.open(traced("0af7651916cd43dd8448eb211c80319c"))) {
      log.info("outer");
      try (MdcScope inner = MdcContexts.open(traced("4bf92f3577b34da6a3ce929d0e0e4736"))) {
        log.info("inner");
      }
      try (MdcScope none = MdcContexts.open(Context.background())) {
        log.info("of another");
      }
      log.info("outer");
    }
    log.info("after");
    assertThat(lines)
        .containsExactly(
            "none before",
            "0af7651916cd43dd8448eb211c80319c outer",
            "4bf92f3577b34da6a3ce929d0e0e4736 inner",
            "none of another",
            "0af7651916cd43dd8448eb211c80319c outer",
            "none after")
        .inOrder();
  }
}
