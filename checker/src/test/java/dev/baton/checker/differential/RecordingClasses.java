package dev.baton.checker.differential;

import com.google.common.collect.ImmutableMap;
import dev.baton.checker.differential.recording.Context;
import dev.baton.checker.differential.recording.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * The classes that were checked, with the recording contexts in the place of the runtime's: but for
 * the names in their constant pools they are what javac has made.
 */
final class RecordingClasses extends ClassLoader {

  private static final String RECORDING = Run.class.getPackageName().replace('.', '/') + "/";

  private final ImmutableMap<String, byte[]> classes;

  private RecordingClasses(ImmutableMap<String, byte[]> classes) {
    super(RecordingClasses.class.getClassLoader());
    this.classes = classes;
  }

  /** The programs by their names. */
  static ImmutableMap<String, Run.Body> bodies(ImmutableMap<String, byte[]> classes) {
    try {
      Class<?> type = new RecordingClasses(classes).loadClass(Run.PROGRAMS);
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      ImmutableMap.Builder<String, Run.Body> bodies = ImmutableMap.builder();
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isSynthetic()) {
          MethodHandle handle =
              lookup.unreflect(method).asType(MethodType.methodType(Object.class, Context.class));
          bodies.put(method.getName(), ctx -> (Object) handle.invokeExact(ctx));
        }
      }
      return bodies.buildOrThrow();
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("programs", impossible);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classes.get(name);
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    try {
      byte[] renamed = renamed(classFile);
      return defineClass(name, renamed, 0, renamed.length);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] renamed(byte[] classFile) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream(classFile.length * 2);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    DataOutputStream out = new DataOutputStream(result);
    out.writeLong(in.readLong()); // magic number and version
    int end = in.readUnsignedShort();
    out.writeShort(end);
    for (int index = 1; index < end; index++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == 1) {
        out.writeUTF(renamed(in.readUTF()));
        continue;
      }
      out.write(in.readNBytes(sizeOfConstant(tag)));
      if (tag == 5 || tag == 6) {
        index++; // a long or a double has two
      }
    }
    in.transferTo(out);
    return result.toByteArray();
  }

  private static String renamed(String name) {
    return name.replace("dev/baton/context/", RECORDING)
        .replace("org/junit/jupiter/api/Assertions", RECORDING + "Calls");
  }

  /** What follows the tag, by table 4.4-A of the JVM specification. */
  private static int sizeOfConstant(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new AssertionError(tag);
    };
  }
}
