package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import java.util.Optional;

/** Which types the values of a key may have: those of what belongs to one request. */
public final class ValueTypes {

  /** Why a type is none of them. */
  public enum Misuse {
    /** It is a context. */
    CONTEXT,
    /** It serves all requests, or is a parameter of the program. */
    SERVICE,
    /** All that share the context share the collection, and can change it. */
    MUTABLE,
    /** It says nothing about the value. */
    ANYTHING
  }

  /** How types of the code's own are called that serve all requests. */
  private static final ImmutableList<String> SUFFIXES =
      ImmutableList.of("Service", "Repository", "Dao", "Client", "Factory", "Manager", "Config");

  /** Types of others; their subtypes count, unless those are the code's own. */
  private static final ImmutableSet<String> SERVICES =
      ImmutableSet.of(
          "ch.qos.logback.classic.Logger",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.google.common.flogger.AbstractLogger",
          "com.google.gson.Gson",
          "com.google.inject.Injector",
          "com.mongodb.client.MongoClient",
          "com.mongodb.client.MongoDatabase",
          "io.grpc.Channel",
          "io.grpc.Server",
          "io.grpc.stub.AbstractStub",
          "io.lettuce.core.api.StatefulConnection",
          "io.micrometer.core.instrument.MeterRegistry",
          "io.netty.channel.Channel",
          "io.netty.channel.EventLoopGroup",
          "io.opentelemetry.api.OpenTelemetry",
          "io.opentelemetry.api.metrics.Meter",
          "io.opentelemetry.api.trace.Tracer",
          "io.vertx.core.Vertx",
          "jakarta.enterprise.inject.spi.BeanManager",
          "jakarta.jms.Connection",
          "jakarta.jms.ConnectionFactory",
          "jakarta.jms.Session",
          "jakarta.persistence.EntityManager",
          "jakarta.persistence.EntityManagerFactory",
          "jakarta.servlet.ServletContext",
          "jakarta.ws.rs.client.Client",
          "java.io.Console",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.RandomAccessFile",
          "java.io.Reader",
          "java.io.Writer",
          "java.lang.ClassLoader",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.lang.System.Logger",
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.ThreadLocal",
          "java.net.DatagramSocket",
          "java.net.ServerSocket",
          "java.net.Socket",
          "java.net.URLConnection",
          "java.net.http.HttpClient",
          "java.nio.channels.Channel",
          "java.nio.channels.Selector",
          "java.nio.file.FileSystem",
          "java.nio.file.WatchService",
          "java.sql.Connection",
          "java.sql.Driver",
          "java.sql.ResultSet",
          "java.sql.Statement",
          "java.util.ServiceLoader",
          "java.util.Timer",
          "java.util.concurrent.CompletionService",
          "java.util.concurrent.Executor",
          "java.util.concurrent.Semaphore",
          "java.util.concurrent.ThreadFactory",
          "java.util.concurrent.locks.Condition",
          "java.util.concurrent.locks.Lock",
          "java.util.concurrent.locks.ReadWriteLock",
          "java.util.concurrent.locks.StampedLock",
          "java.util.logging.Logger",
          "javax.jms.Connection",
          "javax.jms.ConnectionFactory",
          "javax.jms.Session",
          "javax.naming.Context",
          "javax.net.SocketFactory",
          "javax.net.ssl.SSLContext",
          "javax.persistence.EntityManager",
          "javax.persistence.EntityManagerFactory",
          "javax.servlet.ServletContext",
          "javax.sql.CommonDataSource",
          "javax.sql.DataSource",
          "javax.sql.XAConnection",
          "javax.transaction.TransactionManager",
          "javax.ws.rs.client.Client",
          "okhttp3.OkHttpClient",
          "org.apache.commons.logging.Log",
          "org.apache.hc.client5.http.classic.HttpClient",
          "org.apache.http.client.HttpClient",
          "org.apache.ibatis.session.SqlSession",
          "org.apache.ibatis.session.SqlSessionFactory",
          "org.apache.kafka.clients.consumer.Consumer",
          "org.apache.kafka.clients.producer.Producer",
          "org.apache.log4j.Logger",
          "org.apache.logging.log4j.Logger",
          "org.hibernate.Session",
          "org.hibernate.SessionFactory",
          "org.jboss.logging.Logger",
          "org.jdbi.v3.core.Jdbi",
          "org.jooq.DSLContext",
          "org.slf4j.Logger",
          "org.springframework.beans.factory.BeanFactory",
          "org.springframework.core.env.Environment",
          "org.springframework.data.repository.Repository",
          "org.springframework.jdbc.core.JdbcOperations",
          "org.springframework.transaction.PlatformTransactionManager",
          "org.springframework.web.client.RestOperations",
          "org.springframework.web.reactive.function.client.WebClient",
          "redis.clients.jedis.Jedis",
          "redis.clients.jedis.JedisPool");

  private static final ImmutableSet<String> COLLECTIONS =
      ImmutableSet.of("java.util.Collection", "java.util.Map");

  private final Contexts contexts;
  private final ImmutableList<TypeName> services;

  /** The contexts are those of the check that asks. */
  public ValueTypes(Contexts contexts, Settings settings) {
    this.contexts = contexts;
    this.services =
        settings.misusedTypes().stream()
            .map(TypeName::new)
            .collect(ImmutableList.toImmutableList());
  }

  /** What is wrong with values of the type; empty when nothing is known to be. */
  public Optional<Misuse> misuseOf(Type type, VisitorState state) {
    if (!(type instanceof ClassType) || type.isErroneous()) {
      return Optional.empty();
    }
    if (contexts.isContext(type, state)) {
      return Optional.of(Misuse.CONTEXT);
    }
    if (type.tsym == state.getSymtab().objectType.tsym) {
      return Optional.of(Misuse.ANYTHING);
    }
    if (services.stream().anyMatch(service -> service.isSupertypeOf(type, state))) {
      return Optional.of(Misuse.SERVICE);
    }
    if (isOwn((ClassSymbol) type.tsym, state)) {
      String name = type.tsym.getSimpleName().toString();
      return SUFFIXES.stream().anyMatch(name::endsWith)
          ? Optional.of(Misuse.SERVICE)
          : Optional.empty();
    }
    if (hasSupertypeIn(SERVICES, type, state)) {
      return Optional.of(Misuse.SERVICE);
    }
    boolean isMutable =
        type.tsym.getQualifiedName().toString().startsWith("java.util.")
            && (type.tsym.flags() & (Flags.INTERFACE | Flags.ABSTRACT)) == 0
            && hasSupertypeIn(COLLECTIONS, type, state);
    return isMutable ? Optional.of(Misuse.MUTABLE) : Optional.empty();
  }

  /** Whether it is in the source being compiled, or its package starts as that of the code does. */
  private static boolean isOwn(ClassSymbol type, VisitorState state) {
    ExpressionTree declared = state.getPath().getCompilationUnit().getPackageName();
    String here = declared == null ? "" : groupOf(declared.toString());
    ClassSymbol outermost = ASTHelpers.outermostClass(type);
    String there = outermost == null ? "" : groupOf(outermost.owner.getQualifiedName().toString());
    return (!there.isEmpty() && there.equals(here)) || ASTHelpers.findClass(type, state) != null;
  }

  /** The first two names of a package, which tell its author. */
  private static String groupOf(String packageName) {
    int end = packageName.indexOf('.', packageName.indexOf('.') + 1);
    return end < 0 ? packageName : packageName.substring(0, end);
  }

  private static boolean hasSupertypeIn(ImmutableSet<String> names, Type type, VisitorState state) {
    try {
      return state.getTypes().closure(type).stream()
          .anyMatch(supertype -> names.contains(supertype.tsym.getQualifiedName().toString()));
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path. What cannot be seen is no service.
      return false;
    }
  }
}
