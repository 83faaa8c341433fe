package dev.baton.conventions.missingcontext;

import dev.baton.context.annotation.RequiresContext;
import java.util.Iterator;
import java.util.List;

/** Methods that are over at once, or whose parameters others have decided about. */
@RequiresContext
public final class MethodsThatNeedNone implements AutoCloseable, Iterable<String> {

  private final List<String> ids;

  private MethodsThatNeedNone(List<String> ids) {
    this.ids = ids;
  }

  public static MethodsThatNeedNone of(List<String> ids) {
    return new MethodsThatNeedNone(ids);
  }

  public static void main(String[] args) {
    System.out.println(of(List.of(args)));
  }

  @Override
  public Iterator<String> iterator() {
    return ids.iterator();
  }

  @Override
  public void close() {
    System.out.println(ids);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MethodsThatNeedNone none && none.ids.equals(ids);
  }

  @Override
  public int hashCode() {
    return ids.hashCode();
  }

  @Override
  public String toString() {
    return String.join(",", ids);
  }

  /** What comes back. */
  @RequiresContext
  public record Reply(String text, int code) {
    public String text() {
      return text.strip();
    }
  }

  /** States, with the methods of all enums. */
  @RequiresContext
  public enum State {
    OPEN,
    CLOSED
  }

  /** The methods of an object, asked for once more. */
  @RequiresContext
  public interface Named {
    @Override
    String toString();

    @Override
    boolean equals(Object other);

    void close();
  }

  /** An annotation's elements take nothing at all. */
  @RequiresContext
  public @interface Marked {
    String value();
  }
}
